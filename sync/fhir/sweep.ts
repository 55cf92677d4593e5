import { offline, online } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { SyncStore } from '../sync-store.ts'
import type { Exchange } from './exchange.ts'
import { outcomeOfFault } from './outcome.ts'
import { keep, pages } from './pull.ts'
import type { PullWorld } from './pull.ts'
import type { Reader } from './reader.ts'
import { knownOrder, prescriptionFrom } from './take/order.ts'
import { takes } from './take/take.ts'
import { rowVersion } from './said.ts'

const PAGE = '500'
const STEP = 500

export type SweepWorld = PullWorld & { readonly read: Reader }

/**
 * Compares the version of everything there is with what is remembered here, and reads again what differs: a server may
 * have let a change slip past the cursor, and says nothing of what was deleted.
 */
export async function sweep(ask: Exchange, store: SyncStore, world: SweepWorld): Promise<Outcome> {
  let counts = { buckets: 0, mended: 0 }
  for (const type of Object.keys(takes).filter((one) => world.types.has(one))) {
    const there = new Set<string>()
    const query = new URLSearchParams({ _sort: '_id', _count: PAGE, _elements: 'id,meta' })
    for await (const page of pages(ask, type, query, world.base, { prefer: 'handling=lenient' })) {
      if (!page.ok) return outcomeOfFault(page.problem)
      counts = { ...counts, buckets: counts.buckets + 1 }
      for (const { id, version } of page.value.resources) {
        there.add(id)
        if (world.memory.byId(type, id)?.version === version && version !== '') continue
        const outcome = await fetchAgain(store, type, id, world)
        if (outcome !== null) return outcome
        counts = { ...counts, mended: counts.mended + 1 }
      }
    }
    const gone = await withdrawGone(store, type, there, world)
    if (typeof gone !== 'number') return gone
    counts = { ...counts, mended: counts.mended + gone }
  }
  const { buckets, mended } = counts
  const result = { at: world.now().toISOString(), buckets, differed: mended, mended, unresolved: 0 }
  if (store.compared(result, '') === 'disk-full') return offline('busy')
  return online
}

/** Null when it was kept. What a search gives may be only part of a resource, so it is read by itself. */
async function fetchAgain(store: SyncStore, type: string, id: string, world: SweepWorld): Promise<Outcome | null> {
  const found = await world.read.get(type, id)
  if (!found.ok) return outcomeOfFault(found.problem)
  if (found.value === null) return null
  return (await keep(store, type, [found.value], world)) === 'kept' ? null : offline('busy')
}

/** What is remembered and is not there any more: how many were taken back. */
async function withdrawGone(
  store: SyncStore,
  type: string,
  there: ReadonlySet<string>,
  world: SweepWorld,
): Promise<number | Outcome> {
  const { memory, read } = world
  let gone = 0
  for (let ids = memory.after(type, '', STEP); ids.length > 0; ids = memory.after(type, ids.at(-1) ?? '', STEP)) {
    for (const id of ids.filter((one) => !there.has(one))) {
      const found = await read.get(type, id)
      if (!found.ok) return outcomeOfFault(found.problem)
      if (found.value !== null) continue
      if (takeBack(store, type, id, world) === 'disk-full') return offline('busy')
      gone += 1
    }
  }
  return gone
}

/** A deleted warning warns no more, and a deleted order is given out no more. Of anything else only the count tells. */
function takeBack(store: SyncStore, type: string, id: string, { memory, now, passedOver }: SweepWorld) {
  const known = memory.byId(type, id)
  if (known === null) return 'kept'
  passedOver([`${type}: deleted`])
  if (type === 'AllergyIntolerance' && memory.withdraw('allergy', known.local) === 'disk-full') return 'disk-full'
  const order = type === 'MedicationRequest' ? knownOrder(known) : null
  if (order !== null) {
    const ended = { ...known, body: { ...order, status: 'entered-in-error' } }
    const others = memory.partsOf(type, known.partOf).filter((part) => part.id !== id)
    const row = prescriptionFrom(known.partOf, [...others, ended])
    const { cursor } = store.position()
    const at = now().toISOString()
    const changes =
      row === null ? [] : [{ table: 'prescription', id: known.partOf, version: rowVersion(at), cursor, row }]
    if (store.apply({ changes, next: cursor, more: true, at }) === 'disk-full') return 'disk-full'
  }
  return memory.forget(type, id)
}
