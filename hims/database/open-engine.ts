import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Engine } from './engine.ts'
import { isPostgresAddress, withoutPassword } from './postgres-address.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens the database that an address names: `sqlite:PATH`, a path alone, or `postgres://USER@HOST/NAME`. */
export async function openEngine(address: string): Promise<Result<Engine, string>> {
  if (!isPostgresAddress(address)) return ok(openSqlite(address.replace(/^sqlite:/, '')))
  try {
    return ok(await openPostgres(address))
  } catch (error) {
    return fail(`${withoutPassword(address)}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
