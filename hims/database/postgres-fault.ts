import { DatabaseError } from 'pg'

import type { StorageFault } from './engine.ts'
import { NotWritable } from './writer.ts'

/**
 * A connection that ended before its answer came. Whether a commit on it holds isn't known, so it is neither confirmed
 * nor called undone: who asked sends it again, and its id says whether it was kept.
 */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The server's settings or state would lose what HIMS acknowledges. */
export class UnfitServer extends Error {
  override readonly name = 'UnfitServer'
}

/** SQLSTATE codes of a server that cannot do it now (PostgreSQL, appendix A), by class or whole. */
const busy = [
  '08', // connection exception
  '40', // serialization failure, deadlock, completion unknown
  '53', // too many connections, out of memory
  '55P03', // lock not available
  '57', // cancelled, shutting down, starting up
  '25006', // a standby, or a primary that became one
  '25P03', // idle in transaction for too long
] as const

const full: ReadonlySet<string> = new Set(['53100', '58030'])

export function faultOf(error: unknown): StorageFault | null {
  if (error instanceof ConnectionLost || error instanceof UnfitServer || error instanceof NotWritable) return 'busy'
  if (!(error instanceof DatabaseError)) return null
  const code = error.code ?? ''
  if (full.has(code)) return 'full'
  return isStalePlan(error) || busy.some((start) => code.startsWith(start)) ? 'busy' : null
}

/** Another HIMS has changed a table meanwhile; on a new connection the statement is prepared anew. */
const isStalePlan = ({ code, routine }: DatabaseError): boolean =>
  code === '0A000' && routine === 'RevalidateCachedQuery'

/** Whether a connection can be used no more after an error. */
export function endsConnection(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true
  const code = error.code ?? ''
  return isStalePlan(error) || ['08', '57P', '25006', '25P03', 'XX'].some((start) => code.startsWith(start))
}
