import { z } from 'zod'

import { CardId } from '../../domain/id.ts'
import { CBOR, encodings } from '../../domain/wire/codec/encoding.ts'
import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { MOST_ROWS } from '../../domain/wire/codec/page.ts'
import { HelloRequest, LeaseRequest, OLDEST_SCHEMA, PushRequest } from '../../domain/wire/sync.ts'
import { offeredBundleKey } from '../bundle/bundle-key.ts'
import { newestCursor } from '../database/counter.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { lease } from '../lease/lease.ts'
import { takePush } from '../mutation/take-push.ts'
import { peopleOf } from '../record/head-count.ts'
import { findRecord } from '../record/record-store.ts'
import { askedToTell } from '../right/grant-hold.ts'
import { beginEpoch } from '../terminal/epoch.ts'
import { answer, common, refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import { LARGEST_BODY } from './body.ts'
import type { RawRequest } from './signed-request.ts'

/** A call of a terminal that has proved itself; `body` has been read by the call's own schema. */
export type Handler<Body> = (
  inside: HimsInside,
  terminal: TerminalTable,
  body: Body,
  takes: Takes,
  /** The request as it was signed, for whoever hands it on. */
  raw: RawRequest,
) => Promise<Answer>

/** What the caller reads: whether CBOR, and the best packing of what lies in it. */
export interface Takes {
  readonly cbor: boolean
  readonly encoding: Encoding
}

export interface Call<Body> {
  readonly schema: z.ZodType<Body>
  readonly handle: Handler<Body>
}

export const call = <Body>(schema: z.ZodType<Body>, handle: Handler<Body>): Call<Body> => ({ schema, handle })

export const helloCall = call(HelloRequest, async (inside, terminal, body) => {
  if (body.schema < OLDEST_SCHEMA) {
    return refusal({ problem: 'schema-too-old', detail: `HIMS speaks ${OLDEST_SCHEMA} and later` })
  }
  if (body.cursor > (await newestCursor(inside.store))) await inside.incarnation.seen(body.cursor)
  const { epoch, last_n: lastN } = terminal
  // The everyday hello changes nothing, and so asks nothing of the disk.
  const agreed =
    body.epoch > epoch
      ? await inside.commit(1, (store) => beginEpoch(store, terminal.id, body.epoch))
      : { epoch, lastN }
  // Terminals seal for HIMS itself: a hub hands on what HIMS told it.
  const key = inside.hub === null ? await offeredBundleKey(inside, terminal.role) : await inside.hub.bundleKey()
  const audit = inside.hub === null ? await auditHeadOf(inside.store, terminal.id, agreed.epoch) : {}
  const server = inside.hub === null ? 'hims' : 'hub'
  const tell =
    inside.hub === null ? await askedToTell(inside.store, terminal, inside.world) : inside.hub.tellRights(terminal.id)
  const people = await peopleFor(inside, terminal, body.cursor)
  return answer({ ...common(inside), server, ...agreed, ...offered, ...key, ...audit, ...tell, ...people })
})

/** With so much still to come a terminal shows how far it is. */
const MUCH = 2000

async function peopleFor({ store, world }: HimsInside, { facility }: TerminalTable, cursor: number) {
  if ((await newestCursor(store)) - cursor < MUCH) return {}
  return { people: await peopleOf(store, facility, world.now()) }
}

/** So that a terminal whose log was put back or rewritten notices by itself. */
async function auditHeadOf(store: Store, terminal: string, epoch: number) {
  const head = await store
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('terminal', '=', terminal)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  return head === undefined ? {} : { auditHead: head }
}

/** What this HIMS takes, so that a terminal need not try. */
const offered = {
  accepts: { types: [CBOR, 'application/json'], encodings: encodings.filter((encoding) => encoding !== 'identity') },
  minSchema: OLDEST_SCHEMA,
  limits: { mutations: 500, bytes: LARGEST_BODY, rows: MOST_ROWS },
}

export const pushCall = call(PushRequest, async (inside, terminal, body) => {
  const pushed = await takePush(inside, terminal.id, body)
  if (!pushed.ok) return refusal(pushed.problem)
  const { lastN, results } = pushed.value
  inside.meter.pushed(results)
  return answer({ ...common(inside), lastN, results })
})

/** The longest a poke waits, and how often it looks for commits of another process. */
const LONGEST_WAIT = 25_000
const LOOK_EVERY = 1_000

export const pokeCall = call(z.object({ cursor: z.coerce.number().int().min(0) }), async (inside, _terminal, body) => {
  const { store, news, world, meter } = inside
  const until = world.now() + LONGEST_WAIT
  let cursor = await newestCursor(store)
  while (cursor <= body.cursor && world.now() < until && !news.closing()) {
    const ended = meter.waits()
    await news.wait(LOOK_EVERY).finally(ended)
    cursor = await newestCursor(store)
  }
  return answer({ ...common(inside), cursor })
})

export const leaseCall = call(LeaseRequest, async (inside, terminal, body) => {
  const leased = await inside.commit(1 + body.cards + body.permanent, (store) =>
    lease(store, terminal.id, body, inside.issuer),
  )
  if (!leased.ok) return refusal({ problem: 'bad-request', detail: leased.problem })
  return answer({ ...common(inside), ...leased.value })
})

export const cardCall = call(z.object({ cardId: CardId }), async (inside, _terminal, { cardId }) => {
  const card = (await findRecord(inside.store, 'card', cardId))?.row ?? null
  const person = card === null ? null : ((await findRecord(inside.store, 'person', card.personId))?.row ?? null)
  return answer({ ...common(inside), person, card })
})
