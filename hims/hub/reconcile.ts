import { OperatorId } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import { RowsReply } from '../../domain/wire/digest.ts'
import type { Envelope, ForwardAnswer } from '../../domain/wire/envelope.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'
import type { MutationBody, MutationResult } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Commit } from '../database/group-commit.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { rowId } from '../record/row-schema.ts'
import { readKnown } from '../record/tolerant.ts'
import { readEntry } from '../mutation/read-entry.ts'
import { openEnvelope } from '../sync/envelope.ts'
import type { HubSelf } from './self.ts'
import { takeRows } from './take-row.ts'
import type { Upstream } from './upstream.ts'

type RowName = readonly [TableName, string]

interface World {
  readonly upstream: Upstream
  readonly store: Store
  readonly commit: Commit
  readonly at: string
}

/** What the HIMS above made of a push in another way than this hub did: its rows are fetched from there, whatever is here. */
export async function reconcile(
  world: World,
  self: HubSelf,
  forwarded: readonly (readonly [Envelope, ForwardAnswer])[],
): Promise<void> {
  for (const [envelope, answer] of forwarded) {
    const told = answer.kind === 'taken' ? answer.results.filter(isOther) : []
    if (told.length === 0) continue
    const opened = await openEnvelope(world.store, envelope)
    if (!opened.ok) continue
    for (const { read } of opened.value.push.mutations.map(readEntry)) {
      if (!read.ok || !told.some(({ n }) => n === read.value.n)) continue
      for (const name of touchedBy(read.value.body)) await fetchRow(world, self, name)
    }
  }
}

const isOther = (result: MutationResult): boolean => result.kind === 'refused' || result.note !== undefined

function touchedBy(body: MutationBody): readonly RowName[] {
  switch (body.kind) {
    case 'person.changed':
      return [['person', body.change.personId]]
    case 'person.linked':
      return [['person_link', body.link.id]]
    case 'person.unlinked':
      return [['person_link', body.linkId]]
    case 'visit.repointed':
      return [['visit', body.visitId]]
    case 'family.linked':
      return [['family_link', body.link.id]]
    case 'family.ended':
      return [['family_link', body.linkId]]
    case 'card.changed':
      return [['card', body.cardId]]
    case 'review.decided':
      return [['review', body.reviewId]]
    // What these made here is the same at HIMS, or comes down from there.
    case 'person.registered':
    case 'card.issued':
    case 'card.seen':
    case 'visit.opened':
    case 'dispense.recorded':
    case 'right.returned':
    case 'supply.emergency':
    case 'visit.noted':
    case 'day.signed':
    case 'prescription.written':
    case 'order.noted':
    case 'stock.recorded':
    case 'lot.marked':
    case 'cold.read':
    case 'help.called':
    case 'hub.recorded':
      return []
    // Of two desks' words the later counts, and HIMS may have heard one that did not come this way.
    case 'facts.noted':
      return body.facts.map(({ id }) => ['scheme_fact', id])
    case 'badge.changed':
      return [['operator', body.operator]]
    case 'coverage.confirmed':
      return [['coverage', body.coverage.id]]
    case 'directory.changed':
      return body.rows.flatMap(directoryName)
    default:
      return unreachable(body)
  }
}

function directoryName(row: object): readonly RowName[] {
  const read = readKnown(ChangeRow, row)
  return read.ok ? [[read.value.table, rowId(read.value)]] : []
}

async function fetchRow({ upstream, commit, at }: World, self: HubSelf, [table, id]: RowName): Promise<void> {
  // Everything after the same name without its last letter, up to it: this one.
  const body = { table, after: id.slice(0, -1), upTo: id }
  const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/rows', body, shape: RowsReply, self })
  if (!reply.ok) return
  const { changes } = reply.value
  await commit(1 + changes.length, async (store) => {
    await takeRows(store, changes, at)
    if (table === 'person_link' && changes.length === 0) await undo(store, id, at)
  })
}

/** A link that the HIMS above would not have: somebody else was first. */
async function undo(store: Store, id: string, at: string): Promise<void> {
  const link = (await findRecord(store, 'person_link', id))?.row
  if (link === undefined || link.undone !== null) return
  const undone = { at, by: OperatorId.parse('hims'), reason: '' }
  await putRecord(store, own({ table: 'person_link', row: { ...link, undone } }), at)
}
