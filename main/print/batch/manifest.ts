import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { layouts } from './layout.ts'

/** First line of a manifest: what the whole batch is. */
export const Head = z.strictObject({
  kind: z.literal('batch'),
  format: z.literal(1),
  layout: z.enum(layouts),
  /** Lines of the input a volume takes. */
  volume: z.int().min(1),
})
export type Head = z.infer<typeof Head>

/** A line for each volume that is complete: written, synchronised, renamed. */
export const Entry = z.strictObject({
  kind: z.literal('volume'),
  number: z.int().min(1),
  /** Null when none of its lines could be printed. */
  file: z.string().nullable(),
  /** Lines of the input, counted from 1. */
  from: z.int().min(1),
  to: z.int().min(1),
  cards: z.int().min(0),
  bytes: z.int().min(0),
  /** SHA-256 of the file and of the lines that it was made of, in lower-case hexadecimal. */
  sha256: z.string(),
  linesSha256: z.string(),
  aside: z.array(z.strictObject({ line: z.int(), problem: z.string() })),
})
export type Entry = z.infer<typeof Entry>

export interface Manifest {
  readonly head: Head | null
  readonly entries: ReadonlyMap<number, Entry>
}

const NAME = 'manifest.ndjson'

/** Reads `manifest.ndjson`; what a power cut tore off its end is not there, and its volume will be made again. */
export function readManifest(folder: string): Manifest {
  let head: Head | null = null
  const entries = new Map<number, Entry>()
  for (const line of linesOf(join(folder, NAME))) {
    const [asHead, asEntry] = [Head.safeParse(line), Entry.safeParse(line)]
    if (asHead.success) head = asHead.data
    if (asEntry.success) entries.set(asEntry.data.number, asEntry.data)
  }
  return { head, entries }
}

/** Adds a line that is on the disk when this returns. */
export function addToManifest(folder: string, line: Head | Entry): void {
  const path = join(folder, NAME)
  const before = textOf(path)
  // A torn line must not swallow the next one.
  const start = before !== '' && !before.endsWith('\n') ? '\n' : ''
  const file = openSync(path, 'a')
  try {
    appendFileSync(file, `${start}${JSON.stringify(line)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function linesOf(path: string): readonly unknown[] {
  return textOf(path)
    .split('\n')
    .flatMap((line): readonly unknown[] => {
      try {
        return line === '' ? [] : [JSON.parse(line)]
      } catch {
        return []
      }
    })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
