import type { ClosedCause } from './database.ts'

const causes: Readonly<Record<string, ClosedCause>> = {
  SQLITE_NOTADB: 'wrong-key',
  SQLITE_BUSY: 'in-use',
  SQLITE_FULL: 'disk-full',
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
  if (/^SQLITE_(CORRUPT|IOERR_(READ|SHORT_READ|DATA|CORRUPTFS))/.test(code)) return 'damaged'
  const unwritable =
    /^SQLITE_(IOERR|CANTOPEN|READONLY|AUTH|PERM)/.test(code) || /^E(IO|ROFS|ACCES|PERM|ISDIR)$/.test(code)
  return unwritable ? 'unwritable' : null
}

/** What keeps a write from the disk. `damaged` is worse: what is there already cannot be trusted. */
export type WriteFault = 'full' | 'unwritable' | 'damaged'

export function writeFaultOf(fault: unknown): WriteFault | null {
  const code = codeOf(fault)
  if (code === null) return null
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/.test(code)) return 'full'
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged'
  const unwritable = /^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(code) || /^E(IO|ROFS|ACCES|PERM|FBIG)$/.test(code)
  return unwritable ? 'unwritable' : null
}

export const isDamage = (fault: unknown): boolean => writeFaultOf(fault) === 'damaged'

export const isDiskFull = (fault: unknown): boolean => causeOf(fault) === 'disk-full'

const codeOf = (fault: unknown): string | null =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null
