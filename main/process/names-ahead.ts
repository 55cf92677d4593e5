import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'

import { readAhead, takeLessons } from '../../domain/name/learnt.ts'
import type { Timers } from '../service/world.ts'

/** The first moments belong to whoever waits for the page. */
const SETTLED = 2000
/** Between two parts, so that whoever asks meanwhile waits for one of them only. */
const BREATH = 100

/**
 * Gets ready to spell names before the first clerk types one. `lessons` is the file of what was learnt when the app was
 * built; without it every lesson is learnt here, a second or so each.
 */
export function namesAhead({ after }: Timers, lessons: string): void {
  const parts = [() => takeLessonsOf(lessons), ...readAhead].values()
  const next = (): void => {
    const { value: part, done } = parts.next()
    if (done === true) return
    part()
    after(BREATH, next)
  }
  after(SETTLED, next)
}

/** Takes the lessons of a file; false when there is none, a damaged one, or another version's. */
export function takeLessonsOf(file: string): boolean {
  try {
    return takeLessons(zstdDecompressSync(readFileSync(file)))
  } catch {
    return false
  }
}
