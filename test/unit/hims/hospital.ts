import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { TestContext } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import type { HimsWorld } from '../../../hims/world.ts'
import { endShared, sharedPostgres } from '../../fake/postgres-server.ts'
import { rows } from './row.ts'
import { enrolled } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

after(endShared)

export { facility, department, medicine, lot, rows, person, prescription, registered, mutation } from './row.ts'

export interface Hospital {
  readonly base: string
  readonly hims: Hims
  readonly path: string
  /** The root that terminals of this hospital pin. */
  readonly root: string
  readonly enrol: (role: TerminalRole) => Promise<TestTerminal>
}

export function freshPath(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'hims-'))
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'hims.db')
}

/**
 * An empty database of the test's own: a file, or with `HIMS_TEST_ENGINE=postgres` one on a server that all tests of
 * the process share.
 */
export async function freshDatabase(test: TestContext): Promise<Pick<HimsWorld, 'database' | 'keyFile'>> {
  const path = freshPath(test)
  if (process.env['HIMS_TEST_ENGINE'] !== 'postgres') return { database: `sqlite:${path}` }
  return { database: await (await sharedPostgres()).createDatabase(), keyFile: `${path}.key` }
}

/** A real server on a real socket over a database of its own. */
export async function hospital(
  test: TestContext,
  now: () => number = Date.now,
  place: Pick<HimsWorld, 'database' | 'keyFile'> | null = null,
): Promise<Hospital> {
  const where = place ?? (await freshDatabase(test))
  const path = where.database.replace('sqlite:', '')
  const hims = await openHims({ ...where, now, random: randomBytes })
  const server = himsServer(hims)
  test.after(async () => {
    await server.close()
    await hims.close()
  })
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const root = await ceremony(hims, { now, rootSeed: randomBytes(32) })
  const report = await hims.load(rows)
  if (report.refused.length > 0) throw new Error(JSON.stringify(report))
  const enrol = async (role: TerminalRole) =>
    enrolled(base, (await hims.createEnrolment({ role, label: `Test ${role}` })).code)
  return { base, hims, path, root, enrol }
}
