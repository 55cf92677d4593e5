import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Engine } from './engine.ts'
import { openSqlite } from './sqlite.ts'

/** Opens the database that an address names: `sqlite:PATH`, or a path alone. */
export function openEngine(address: string): Result<Engine, string> {
  if (/^postgres(ql)?:/.test(address)) {
    return fail('PostgreSQL is not supported by this version yet; use --database sqlite:PATH')
  }
  return ok(openSqlite(address.replace(/^sqlite:/, '')))
}
