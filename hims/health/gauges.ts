import { Gauge } from 'prom-client'

import { newestCursor } from '../database/counter.ts'
import type { HimsInside } from '../hims.ts'

/** What is looked up when somebody asks for metrics, and not counted along the way. */
export async function metricsOf({ meter, store, engine }: HimsInside): Promise<string> {
  const { registry } = meter
  const set = (name: string, help: string): Gauge => {
    const known = registry.getSingleMetric(name)
    return known instanceof Gauge ? known : new Gauge({ name, help, registers: [registry] })
  }
  set('hims_cursor', 'The newest change').set(await newestCursor(store))
  set('hims_database_bytes', 'Room that the database takes').set(await engine.bytes())
  set('hims_mutations_parked', 'Mutations that wait for what they depend on').set(await parkedCount(store))
  const terminals = terminalGauge(registry)
  terminals.reset()
  for (const { role, count } of await terminalsByRole(store)) terminals.set({ role }, count)
  return registry.metrics()
}

type Registry = HimsInside['meter']['registry']
type Store = HimsInside['store']

function terminalGauge(registry: Registry): Gauge<'role'> {
  const name = 'hims_terminals'
  const known = registry.getSingleMetric(name)
  if (known instanceof Gauge) return known
  return new Gauge({ name, help: 'Terminals in use by role', labelNames: ['role'], registers: [registry] })
}

const terminalsByRole = (store: Store): Promise<readonly { readonly role: string; readonly count: number }[]> =>
  store
    .selectFrom('terminal')
    .select(({ fn }) => ['role', fn.countAll<number>().as('count')])
    .where('retired_at', 'is', null)
    .groupBy('role')
    .execute()

async function parkedCount(store: Store): Promise<number> {
  const { count } = await store
    .selectFrom('parked')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
