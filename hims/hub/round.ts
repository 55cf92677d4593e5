import { createHash } from 'node:crypto'

import { z } from 'zod'

import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { CardListsReply } from '../../domain/wire/card-lists.ts'
import { DirectoryReply, Envelope, ForwardReply } from '../../domain/wire/envelope.ts'
import type { ForwardAnswer } from '../../domain/wire/envelope.ts'
import { EnrolReply, HelloReply, LeaseReply, PullReply, SCHEMA } from '../../domain/wire/sync.ts'
import type { Commit } from '../database/group-commit.ts'
import type { ForwardTable } from '../database/part/hub.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { reached } from '../point.ts'
import { moment } from '../world.ts'
import { askFrom } from './ask-again.ts'
import { keepDirectory } from './directory.ts'
import { keepAnswer, keptRules } from './kept-answer.ts'
import { keepBundleKey } from './kept-bundle-key.ts'
import { queueOwn } from './own-record.ts'
import { reconcile } from './reconcile.ts'
import { beginAgain } from './restored.ts'
import { changeSelf, hubSelf } from './self.ts'
import type { HubSelf } from './self.ts'
import { keepStock } from './stock.ts'
import { takeDeferred, takeRows } from './take-row.ts'
import type { Upstream, UpstreamProblem } from './upstream.ts'
import { stockWanted } from './wanted.ts'

export interface HubRoundWorld {
  readonly upstream: Upstream
  readonly store: Store
  readonly commit: Commit
  readonly issuer: IssuerWorld
  /** The one-time code with which this hub joins, until it has. */
  readonly code: string | null
  /** The HIMS above began a new life and may have lost something: the terminals here have to tell it again. */
  readonly begunAbove: () => Promise<void>
  /** The HIMS above asks these pharmacies what rights they hold. */
  readonly askedToTell: (pharmacies: readonly string[]) => void
}

export type RoundProblem = UpstreamProblem | { readonly kind: 'no-code' }
type Step = Result<null, RoundProblem>

const done: Step = ok(null)
const BATCH = 40
const PAGE = 2000

/** Join, greet, learn who the terminals are, send all that waits, take all that is new, and stock up. */
export async function hubRound(world: HubRoundWorld): Promise<Step> {
  const steps = [join, greet, learnTerminals, sendAll, takeAll, stockUp]
  for (const step of steps) {
    const self = await world.commit(1, (store) => hubSelf(store, world.issuer))
    const outcome = await step(world, self)
    if (!outcome.ok) return outcome
  }
  return done
}

const Joined = EnrolReply.extend({ role: z.literal('hub') })

async function join({ upstream, commit, code }: HubRoundWorld, self: HubSelf): Promise<Step> {
  if (self.terminal !== null) return done
  if (code === null) return { ok: false, problem: { kind: 'no-code' } }
  const body = { code, publicKey: self.public_key }
  const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/enrol', body, shape: Joined, self: null })
  if (!reply.ok) return reply
  const { terminal, epoch, facility } = reply.value
  await commit(1, (store) => changeSelf(store, { terminal, epoch, facility: facility.code }))
  return done
}

async function greet(world: HubRoundWorld, self: HubSelf): Promise<Step> {
  const { upstream, commit } = world
  const body = { schema: SCHEMA, epoch: self.epoch, nextN: self.next_n, cursor: self.cursor }
  const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/hello', body, shape: HelloReply, self })
  if (!reply.ok) return reply
  const { incarnation, epoch, lastN } = reply.value
  // Numbers that this hub has not given yet: it came back from a copy.
  if (epoch > self.epoch || lastN >= self.next_n) {
    await commit(1, (store) => beginAgain(store, Math.max(epoch, self.epoch) + 1))
    return { ok: false, problem: { kind: 'away' } }
  }
  world.askedToTell(reply.value.tellRights ?? [])
  await keepBundleKey(world, reply.value)
  if (incarnation === self.incarnation) return done
  const known = await learnTerminals(world, self, self.incarnation === null ? 'first' : 'anew')
  if (!known.ok) return known
  // Another life of the HIMS above: everything is read again; rows that are the same change nothing here.
  await commit(1, (store) => changeSelf(store, { incarnation, cursor: 0 }))
  if (self.incarnation !== null) await world.begunAbove()
  return done
}

export async function learnTerminals(
  { upstream, commit }: Pick<HubRoundWorld, 'upstream' | 'commit'>,
  self: HubSelf,
  how: 'first' | 'anew' = 'first',
): Promise<Step> {
  const reply = await upstream.ask({
    method: 'POST',
    path: '/sync/v1/directory',
    body: {},
    shape: DirectoryReply,
    self,
  })
  if (!reply.ok) return reply
  await commit(reply.value.terminals.length + 1, (store) =>
    keepDirectory(store, self.facility ?? '', reply.value.terminals, how),
  )
  return done
}

async function sendAll(world: HubRoundWorld, self: HubSelf): Promise<Step> {
  const { store, commit, issuer } = world
  await commit(1, (write) => queueOwn(write, issuer))
  for (;;) {
    const waiting = await store.selectFrom('forward').selectAll().orderBy('seq').limit(BATCH).execute()
    if (waiting.length === 0) break
    reached('before-forward')
    const sent = await sendTogether(world, self, waiting)
    if (!sent.ok) return sent
  }
  await commit(1, (write) => takeDeferred(write, moment(issuer.now())))
  return done
}

const settled = (commit: Commit, batch: readonly ForwardTable[]): Promise<unknown> =>
  commit(1, (store) =>
    store
      .deleteFrom('forward')
      .where(
        'seq',
        'in',
        batch.map(({ seq }) => seq),
      )
      .execute(),
  )

const textOf = ({ body }: ForwardTable): string => Buffer.from(body).toString('utf8')

/** What goes up as one push: what a terminal signed, or what the hub did itself between two of those. */
interface Load {
  readonly entries: readonly ForwardTable[]
  readonly envelope: Envelope
  readonly isOwn: boolean
}

/** In the order in which it came to be: what was done with a right comes after the right. */
function loadsOf({ upstream }: HubRoundWorld, self: HubSelf, waiting: readonly ForwardTable[]): readonly Load[] {
  const { terminal } = self
  if (terminal === null) throw new Error('A hub that has not joined has nothing to send')
  const runs: ForwardTable[][] = []
  for (const entry of waiting) {
    const last = runs.at(-1)
    if (entry.kind === 'own' && last?.[0]?.kind === 'own') last.push(entry)
    else runs.push([entry])
  }
  return runs.map((entries) => {
    const [first] = entries
    if (first?.kind === 'envelope') {
      return { entries, envelope: Envelope.parse(JSON.parse(textOf(first))), isOwn: false }
    }
    const mutations = entries.map((entry): unknown => JSON.parse(textOf(entry)))
    return { entries, envelope: upstream.sealed({ ...self, terminal }, { epoch: self.epoch, mutations }), isOwn: true }
  })
}

async function sendTogether(world: HubRoundWorld, self: HubSelf, waiting: readonly ForwardTable[]): Promise<Step> {
  const { upstream, store, commit, issuer } = world
  const loads = loadsOf(world, self, waiting)
  const reply = await upstream.ask({
    method: 'POST',
    path: '/sync/v1/forward',
    body: { envelopes: loads.map(({ envelope }) => envelope) },
    shape: ForwardReply,
    self,
  })
  if (!reply.ok) return reply
  reached('forwarded')
  const answered = reply.value.answers.flatMap((answer, at) => {
    const load = loads[at]
    return load === undefined ? [] : [{ load, answer }]
  })
  // Busy is asked again, and so is what the hub did itself; every other refusal is final: the terminal keeps its own copy and
  // settles it with HIMS itself.
  const open = answered.findIndex(
    ({ load, answer }) => answer.kind === 'refused' && (load.isOwn || answer.problem === 'busy'),
  )
  const final = open === -1 ? answered : answered.slice(0, open)
  for (const { load, answer } of final) {
    if (answer.kind === 'refused' && answer.problem === 'gap') await askAgain(commit, load.entries[0], answer.expected)
  }
  await settled(
    commit,
    final.flatMap(({ load }) => load.entries),
  )
  const forwarded = final.flatMap(({ load, answer }) => (load.isOwn ? [] : [[load.envelope, answer] as const]))
  await reconcile({ upstream, store, commit, at: moment(issuer.now()) }, self, forwarded)
  return open === -1 ? done : { ok: false, problem: problemOf(answered[open]?.answer) }
}

const problemOf = (answer: ForwardAnswer | undefined): RoundProblem =>
  answer?.kind !== 'refused' || answer.problem === 'busy'
    ? { kind: 'away' }
    : { kind: 'refused', status: 409, problem: answer.problem, expected: answer.expected }

/** The HIMS above misses earlier pushes, which another hub may have had: the terminal still has them and is asked. */
const askAgain = (commit: Commit, entry: ForwardTable | undefined, expected: number | null): Promise<unknown> =>
  commit(1, async (store) => {
    const query = store
      .selectFrom('terminal')
      .select(['id', 'epoch'])
      .where('id', '=', entry?.terminal ?? '')
    const known = await query.executeTakeFirst()
    if (known !== undefined) await askFrom(store, known, Math.max(0, (expected ?? 1) - 1))
  })

async function takeAll({ upstream, store, commit, issuer }: HubRoundWorld, before: HubSelf): Promise<Step> {
  let { cursor } = before
  for (;;) {
    const body = { cursor, limit: PAGE }
    const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/pull', body, shape: PullReply, self: before })
    if (!reply.ok) return reply
    const { changes, next, more, digest, incarnation } = reply.value
    const whole = createHash('sha256').update(JSON.stringify(changes)).digest('hex') === digest
    if (!whole || next < cursor || (more && next === cursor)) return { ok: false, problem: { kind: 'away' } }
    if ((await hubSelf(store, issuer)).incarnation !== incarnation) return { ok: false, problem: { kind: 'away' } }
    await commit(changes.length + 1, async (write) => {
      await takeRows(write, changes, moment(issuer.now()))
      reached('mid-pull')
      await changeSelf(write, { cursor: next })
    })
    cursor = next
    if (!more) return done
  }
}

async function stockUp({ upstream, store, commit, issuer }: HubRoundWorld, self: HubSelf): Promise<Step> {
  const body = await stockWanted(store, issuer)
  if (body === null) return done
  const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/lease', body, shape: LeaseReply, self })
  if (!reply.ok) return reply.problem.kind === 'away' ? reply : done
  await commit(1, (write) => keepStock(write, reply.value))
  return done
}

/** The keys that open the sealed part of cards, and the rules of schemes, are handed on while HIMS is away. */
export async function takeEmergencyKeys({
  upstream,
  store,
  commit,
  issuer,
}: Omit<HubRoundWorld, 'askedToTell'>): Promise<Step> {
  const self = await hubSelf(store, issuer)
  const held = await keptRules(store, issuer)
  const body = { trust: 0, status: 0, rules: held?.seq ?? 0 }
  const reply = await upstream.ask({ method: 'POST', path: '/sync/v1/card-lists', body, shape: CardListsReply, self })
  if (!reply.ok) return reply
  const { emergency, rules } = reply.value
  await commit(1, async (write) => {
    await keepAnswer(write, issuer, 'emergency', { emergency })
    if (rules != null) await keepAnswer(write, issuer, 'rules', rules)
  })
  return done
}
