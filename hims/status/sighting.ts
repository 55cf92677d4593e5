import { z } from 'zod'

import type { CardFlag } from '../../domain/card/card-flag.ts'
import { CardId } from '../../domain/id.ts'
import type { Store } from '../database/schema.ts'
import type { Applying } from '../mutation/outcome.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { dayInDelhi } from '../world.ts'
import { farApart } from './far-apart.ts'
import type { Place, Shown } from './far-apart.ts'

interface Seen {
  readonly cardId: CardId
  readonly at: string
}

/** Keeps where cards were shown, and flags a card that was at two hospitals at once. */
export async function keepSightings({ store, terminal, at }: Applying, seen: readonly Seen[]): Promise<void> {
  for (const { cardId, at: shownAt } of seen) {
    const moment = new Date(shownAt).toISOString()
    const row = { card_id: cardId, at: moment, facility: terminal.facility, terminal: terminal.id }
    await store
      .insertInto('card_sighting')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await forgetOld(store, cardId, moment)
    const here = { facility: terminal.facility, at: moment }
    for (const there of await neighbours(store, cardId, here)) {
      if (farApart(await shown(store, here), await shown(store, there))) await flag(store, cardId, [here, there], at)
    }
  }
}

/** What is older than this says nothing about a copy any more. */
const KEPT = 30 * 24 * 3_600_000

const forgetOld = async (store: Store, cardId: string, now: string): Promise<void> => {
  const before = new Date(Date.parse(now) - KEPT).toISOString()
  await store.deleteFrom('card_sighting').where('card_id', '=', cardId).where('at', '<', before).execute()
}

type Where = CardFlag['first']

/** The last sighting at another hospital before this one, and the first after it. */
async function neighbours(store: Store, cardId: string, { facility, at }: Where): Promise<readonly Where[]> {
  const elsewhere = store
    .selectFrom('card_sighting')
    .select(['facility', 'at'])
    .where('card_id', '=', cardId)
    .where('facility', '<>', facility)
    .limit(1)
  const before = await elsewhere.where('at', '<=', at).orderBy('at', 'desc').execute()
  const after = await elsewhere.where('at', '>', at).orderBy('at').execute()
  return [...before, ...after]
}

/** One flag a card and day is enough for a person to look into it. */
async function flag(store: Store, cardId: string, both: readonly [Where, Where], at: string): Promise<void> {
  const [first, second] = both.toSorted((one, other) => one.at.localeCompare(other.at))
  if (first === undefined || second === undefined) return
  const id = `${cardId}-${dayInDelhi(Date.parse(second.at))}`
  if ((await findRecord(store, 'card_flag', id)) !== null) return
  const row: CardFlag = { id, cardId: CardId.parse(cardId), at, first, second }
  await putRecord(store, own({ table: 'card_flag', row }), at)
}

/** A hospital's row may say where it is, in a field that terminals pass over. */
const Located = z.looseObject({
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
})

async function shown(store: Store, { facility, at }: Where): Promise<Shown> {
  return { facility, at: Date.parse(at), place: await placeOf(store, facility) }
}

async function placeOf(store: Store, facility: string): Promise<Place | null> {
  const record = await store
    .selectFrom('record')
    .select('row')
    .where('name', '=', 'facility')
    .where('id', '=', facility)
    .executeTakeFirst()
  const located = Located.safeParse(record === undefined ? null : JSON.parse(record.row))
  return located.success ? located.data.location : null
}
