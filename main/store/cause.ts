import type { ClosedCause } from './database.ts'

const causes: Readonly<Record<string, ClosedCause>> = {
  SQLITE_NOTADB: 'wrong-key',
  SQLITE_BUSY: 'in-use',
  SQLITE_FULL: 'disk-full',
  SQLITE_IOERR_WRITE: 'disk-full',
  SQLITE_IOERR_SHMSIZE: 'disk-full',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

/** What a fault of SQLite or the file system means to a person, or null for a bug. */
export function causeOf(fault: unknown): ClosedCause | null {
  const code = codeOf(fault)
  if (code === null) return null
  const known = Object.hasOwn(causes, code) ? causes[code] : undefined
  if (known !== undefined) return known
  const damaged = /^SQLITE_(CORRUPT|IOERR|CANTOPEN|READONLY|AUTH)/.test(code) || /^E(IO|ROFS|ACCES|ISDIR)$/.test(code)
  return damaged ? 'damaged' : null
}

export const isDiskFull = (fault: unknown): boolean => causeOf(fault) === 'disk-full'

const codeOf = (fault: unknown): string | null =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null
