import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export interface SingleInstance {
  readonly request: (note: SecondInstance) => boolean
  readonly holds: () => boolean
  readonly release: () => void
}

/** What a second start tells the first before it gives up. */
export interface SecondInstance {
  readonly argv: readonly string[]
  readonly workingDirectory: string
}

/** Electron's lock on a user data folder; a second start leaves its command line in the folder for the first to read. */
export function singleInstance(folder: () => string, onSecond: (note: SecondInstance) => void): SingleInstance {
  let held: string | null = null

  const readNotes = (place: string) => {
    for (const name of readdirSync(place)) {
      if (!name.endsWith('.json')) continue
      const file = join(place, name)
      const note: SecondInstance = JSON.parse(readFileSync(file, 'utf8'))
      rmSync(file, { force: true })
      onSecond(note)
    }
  }
  const take = (place: string): boolean => {
    const lock = join(place, 'holder')
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch {
      if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
      writeFileSync(lock, String(process.pid))
    }
    held = place
    watch(place, { persistent: false }, () => held && readNotes(held))
    return true
  }

  return {
    request(note) {
      if (held) return true
      const place = join(folder(), 'single-instance')
      mkdirSync(place, { recursive: true })
      if (take(place)) return true

      writeFileSync(join(place, `${process.pid}.json`), JSON.stringify(note))
      return false
    },
    holds: () => held !== null,
    release() {
      if (held) rmSync(held, { recursive: true, force: true })
      held = null
    },
  }
}
