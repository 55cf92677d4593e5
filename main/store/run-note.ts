import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * How far the audit log had come, written beside the database after each save: a database that knows of less was put back
 * from a copy, also from one that was made while this run was on. It is not synced, so that nobody waits for it; what a
 * power cut leaves of it tells of less at most.
 */
export interface RunNote {
  readonly write: (seq: number) => void
  readonly close: () => void
}

const FILE = 'run.note'

const sumOf = (digits: string): string => createHash('sha256').update(digits).digest('hex').slice(0, 15)

const lineOf = (seq: number): string => {
  const digits = String(seq).padStart(16, '0')
  return `${digits}${sumOf(digits)}\n`
}

/** 0 when nothing whole is noted. */
export function notedSeq(folder: string): number {
  try {
    const line = readFileSync(join(folder, FILE), 'utf8')
    const digits = line.slice(0, 16)
    return line === `${digits}${sumOf(digits)}\n` ? Number(digits) : 0
  } catch {
    return 0
  }
}

export function runNote(folder: string): RunNote {
  let file: number | null = null
  const close = (): void => {
    if (file !== null) closeSync(file)
    file = null
  }
  return {
    close,
    write(seq) {
      try {
        file ??= openSync(join(folder, FILE), constants.O_RDWR | constants.O_CREAT, 0o600)
        writeSync(file, lineOf(seq), 0)
      } catch {
        // A disk that takes nothing has other ways to tell.
      }
    },
  }
}
