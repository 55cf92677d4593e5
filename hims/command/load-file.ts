import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import type { Hims } from '../hims.ts'
import type { Console } from './console.ts'

/** Loads a file of `{table, row}` lines and says which lines were bad; returns the exit code. */
export async function loadFile(hims: Hims, file: string, { print, complain }: Console): Promise<0 | 1> {
  const numbers: number[] = []
  const { loaded, refused } = await hims.load(linesOf(file, numbers))
  for (const { at, reason } of refused) complain(`${file}:${numbers[at] ?? 0}: ${reason}`)
  print(JSON.stringify({ loaded, refused: refused.length }))
  return refused.length === 0 ? 0 : 1
}

/** The values of the lines that say something; `numbers` takes the line number of each. */
async function* linesOf(file: string, numbers: number[]): AsyncGenerator {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    numbers.push(number)
    yield valueOf(line)
  }
}

/** A line that is no JSON becomes a value that no row has. */
function valueOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return 'not JSON'
  }
}
