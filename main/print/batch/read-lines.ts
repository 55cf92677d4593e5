import { createReadStream } from 'node:fs'

/** Longer than any order; the rest of such a line is not kept. */
const LONGEST_LINE = 64 * 1024

export interface Part {
  /** Counted from 1. */
  readonly number: number
  /** Number of its first line, counted from 1. */
  readonly from: number
  readonly lines: readonly string[]
}

/** Reads a file in parts of so many lines, never holding more than one of them; the last may be shorter. */
export async function* readParts(path: string, size: number): AsyncGenerator<Part> {
  let lines: string[] = []
  let number = 1
  for await (const line of readLines(path)) {
    lines.push(line)
    if (lines.length < size) continue
    yield { number, from: (number - 1) * size + 1, lines }
    lines = []
    number++
  }
  if (lines.length > 0) yield { number, from: (number - 1) * size + 1, lines }
}

async function* readLines(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const parts = (rest + String(chunk)).split('\n')
    rest = (parts.pop() ?? '').slice(0, LONGEST_LINE)
    yield* parts
  }
  if (rest !== '') yield rest
}
