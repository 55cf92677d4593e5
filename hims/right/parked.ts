import { z } from 'zod'

import { MutationId } from '../../domain/id.ts'
import { MutationBody } from '../../domain/wire/sync.ts'
import { takeNumbers } from '../database/counter.ts'
import { statement } from '../database/statement.ts'
import type { ParkedTable, Store } from '../database/schema.ts'
import { applyNow } from '../mutation/apply.ts'
import { dispensed } from '../mutation/record-dispense.ts'
import { returned } from '../mutation/return-right.ts'
import { appliedAs } from '../mutation/outcome.ts'
import type { Applying, Outcome, Waits } from '../mutation/outcome.ts'
import { findRecord } from '../record/record-store.ts'
import { readKnown } from '../record/tolerant.ts'
import { giveNotice } from './notice.ts'

type Word = Pick<ParkedTable, 'mutation' | 'right_id'> & { readonly said: object }

/**
 * Keeps what was done at a counter until that which it speaks of is here. It is a fact, and refusing it would not bring
 * the medicine back; the terminal hears that it is kept.
 */
export async function park({ store, terminal, at }: Applying, word: Word, waits: Waits): Promise<Outcome> {
  const row: ParkedTable = {
    mutation: word.mutation,
    seq: await takeNumbers(store, 'cursor'),
    terminal: terminal.id,
    epoch: terminal.epoch,
    parked_at: at,
    waits_for: waits.for,
    wanted: waits.wanted,
    right_id: word.right_id,
    said: JSON.stringify(word.said),
  }
  await store.insertInto('parked').values(row).execute()
  return appliedAs('parked')
}

const parkedOn = statement((store, right: string) =>
  store.selectFrom('parked').select('mutation').where('right_id', '=', right),
)

/** Whether something about this right waits already: what comes later must not overtake it. */
export const waitsBefore = async (store: Store, right: string, mutation: string): Promise<boolean> => {
  const [first] = await parkedOn(store, right)
  return first !== undefined && first.mutation !== mutation
}

/** Tries again whatever has got what it waited for, in the order in which it came, until nothing moves any more. */
export async function retryParked(store: Store, at: string): Promise<void> {
  for (let moved = true; moved;) {
    moved = false
    const waiting = await store.selectFrom('parked').selectAll().orderBy('seq').execute()
    const held = new Set<string>()
    for (const parked of waiting) {
      const came = !held.has(parked.right_id) && (await hasCome(store, parked))
      if (came && (await retry(store, parked, at))) moved = true
      else held.add(parked.right_id)
    }
  }
}

const hasCome = async (store: Store, { waits_for: table, wanted }: ParkedTable): Promise<boolean> =>
  table === 'earlier' || (await findRecord(store, table, wanted)) !== null

/** False when it waits for something else now. */
async function retry(store: Store, parked: ParkedTable, at: string): Promise<boolean> {
  const terminal = await store
    .selectFrom('terminal')
    .selectAll()
    .where('id', '=', parked.terminal)
    .executeTakeFirstOrThrow()
  const applying: Applying = { store, terminal: { ...terminal, epoch: parked.epoch }, at }
  const outcome = await again(applying, parked)
  if (outcome.kind === 'waits') {
    await store
      .updateTable('parked')
      .set({ waits_for: outcome.for, wanted: outcome.wanted })
      .where('mutation', '=', parked.mutation)
      .execute()
    return false
  }
  await store.deleteFrom('parked').where('mutation', '=', parked.mutation).execute()
  if (outcome.kind === 'refused') {
    const { mutation, terminal: from, said } = parked
    const detail = `${outcome.reason}: ${said}`.slice(0, 2000)
    await giveNotice(store, {
      id: mutation,
      noted_at: at,
      kind: 'contradicts',
      terminal: from,
      subject: mutation,
      detail,
    })
  }
  return true
}

async function again(applying: Applying, { mutation, said }: ParkedTable): Promise<Outcome | Waits> {
  const whole: unknown = JSON.parse(said)
  const read = readKnown(MutationBody, whole)
  if (!read.ok) throw new Error(`A parked mutation cannot be read: ${read.problem}`)
  const body = read.value
  if (body.kind === 'dispense.recorded') {
    const raw = typeof whole === 'object' && whole !== null && 'dispense' in whole ? whole.dispense : body.dispense
    return dispensed(
      applying,
      { row: body.dispense, incoming: { known: { table: 'dispense', row: body.dispense }, whole: raw } },
      mutation,
    )
  }
  if (body.kind === 'right.returned') return returned(applying, body, mutation)
  return applyNow(applying, { id: MutationId.parse(mutation), body }, z.looseObject({}).parse(whole))
}
