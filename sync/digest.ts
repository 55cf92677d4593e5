import { setImmediate as otherWork } from 'node:timers/promises'

import { AnyRowsReply, DigestReply } from '../domain/wire/digest.ts'
import type { Bucket } from '../domain/wire/digest.ts'
import { sumText } from '../domain/wire/row-sum.ts'
import { tableNames, tablesOfOneHospital } from '../domain/wire/table.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { notHims, offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { changesOf } from './page.ts'
import type { Span, SyncStore } from './sync-store.ts'

/** HIMS counts a million people the first time it is asked, which takes it some seconds. */
const PATIENCE = 60_000

/**
 * Compares everything with HIMS, a few bytes for thousands of rows, and fetches again what differs. It is due once an
 * hour and when somebody asks for it.
 */
export async function compare(call: Caller, store: SyncStore, identity: Identity, now: () => Date): Promise<Outcome> {
  const without = store.comparisonDue()
  if (without === null) return online
  const { cursor, incarnation } = store.position()
  const body = { tables: tableNames, without }
  const question = { method: 'POST', path: '/sync/v1/digest', body, shape: DigestReply, identity } as const
  const answer = await call({ ...question, patience: PATIENCE })
  // A HIMS from before there were digests, or one that has gone on meanwhile: the next round asks again.
  if (!answer.ok) return answer.problem.kind === 'problem' ? online : outcomeOf(answer.problem)
  const reply = answer.value.value
  if (reply.incarnation !== incarnation || reply.cursor !== cursor) return online
  // A server that took this terminal for another hospital's would have it forget whoever unlocks it.
  const isOurs = reply.hospital !== undefined && reply.hospital === store.hospital()
  const counted = { buckets: 0, differed: 0, mended: 0, unresolved: 0 }
  for (const { table, after: from = '', buckets } of reply.tables) {
    let after = from
    for (const bucket of buckets) {
      await otherWork()
      counted.buckets++
      const span = { table, after, upTo: bucket.upTo }
      after = bucket.upTo
      if (isSame(store, span, bucket)) continue
      counted.differed++
      const mended = await mend(call, store, identity, span, isOurs && ofOneHospital.has(table))
      if (typeof mended !== 'number') return mended
      counted.mended += mended
      if (!isSame(store, span, bucket)) counted.unresolved++
    }
    const beyond = { table, after, upTo: LAST }
    const isOthers = isOurs && ofOneHospital.has(table) && store.sumOf(beyond).count > 0
    if (isOthers && store.mend([], beyond) !== 'kept') return offline('busy')
  }
  const visitsAfter = reply.tables.find(({ table }) => table === 'visit')?.after ?? ''
  return store.compared({ at: now().toISOString(), ...counted }, visitsAfter) === 'kept' ? online : offline('busy')
}

const ofOneHospital: ReadonlySet<string> = new Set(tablesOfOneHospital)

/** After every id there is. */
const LAST = '\u{10ffff}'

function isSame(store: SyncStore, span: Span, { count, sum }: Bucket): boolean {
  const here = store.sumOf(span)
  return here.count === count && sumText(here) === sum
}

/** How many rows came again. */
async function mend(
  call: Caller,
  store: SyncStore,
  identity: Identity,
  span: Span,
  isWhole: boolean,
): Promise<number | Outcome> {
  const question = { method: 'POST', path: '/sync/v1/rows', body: span, shape: AnyRowsReply, identity } as const
  const answer = await call({ ...question, packed: true, patience: PATIENCE })
  if (!answer.ok) return outcomeOf(answer.problem)
  const changes = changesOf(answer.value.value, answer.value.raw)
  if (!changes.ok) return notHims(changes.problem)
  if (answer.value.value.incarnation !== store.position().incarnation) return offline('busy')
  const fits = changes.value.every(({ table, id }) => table === span.table && id > span.after && id <= span.upTo)
  if (!fits) return notHims('page')
  return store.mend(changes.value, isWhole ? span : null) === 'kept' ? changes.value.length : offline('busy')
}
