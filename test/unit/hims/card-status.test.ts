import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import type { CardRecord } from '../../../domain/card/card-record.ts'
import { CardFlag } from '../../../domain/card/card-flag.ts'
import { LeaseReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import { farApart } from '../../../hims/status/far-apart.ts'
import { listsOf, statusesOf, trustedBy } from './card-lists.ts'
import { facility, hospital, mutation, person, registered } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const at = '2026-11-22T05:00:00.000Z'

async function issued(t: TestContext) {
  const place = await hospital(t)
  const desk = await place.enrol('desk')
  const asha = person()
  const leased = await desk.call('POST', '/sync/v1/lease', { id: newId(), cards: 3, tokens: [] })
  const cards = LeaseReply.parse(leased.body).cards.map(
    ({ cardId, statusIndex, issued: from, expires }): Omit<CardRecord, 'personId'> & { personId: string } => ({
      cardId,
      personId: asha.id,
      statusIndex,
      issued: from,
      expires,
      status: 'active',
      profile: 'P-ID',
      term: 'temporary',
    }),
  )
  let n = 1
  const say = async (terminal: TestTerminal, ...bodies: readonly object[]) => {
    const mutations = bodies.map((body) => mutation(n++, body))
    return PushReply.parse((await terminal.push(mutations)).body).results.map((result) =>
      result.kind === 'applied' ? 'applied' : result.reason,
    )
  }
  await desk.push([registered(n++, asha)])
  return { ...place, desk, cards, say }
}

const changed = (cardId: string | undefined, to: string) => ({ kind: 'card.changed', cardId, to, reason: '', at })

const rowsOf = async (terminal: TestTerminal, table: string): Promise<readonly unknown[]> => {
  const page = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  return page.changes.filter((change) => change.table === table).map(({ row }) => row)
}

test('a card goes through its life at HIMS: its row, the list, and no step that is not allowed', async (t) => {
  const { desk, cards, say, root, enrol } = await issued(t)
  const [one, two] = cards
  assert.deepEqual(await say(desk, { kind: 'card.issued', card: one }, { kind: 'card.issued', card: two }), [
    'applied',
    'applied',
  ])
  const first = await listsOf(desk)
  const trust = trustedBy(root, first.trust)
  const before = statusesOf(trust, first)
  assert.deepEqual(before.codes, new Map())
  assert.deepEqual(
    await say(
      desk,
      changed(one?.cardId, 'lost'),
      changed(one?.cardId, 'lost'),
      changed(one?.cardId, 'suspended'),
      changed(two?.cardId, 'revoked'),
      changed(two?.cardId, 'active'),
      changed('00'.repeat(8), 'lost'),
    ),
    ['applied', 'applied', 'card-may-not', 'applied', 'card-may-not', 'applied'],
  )
  const held = { trust: trust.list.seq, status: before.head.seq }
  const reply = await listsOf(desk, held)
  assert.deepEqual([reply.trust, reply.status?.snapshot], [null, null])
  const after = statusesOf(trust, reply, before.codes)
  assert.deepEqual(
    after.codes,
    new Map([
      [one?.statusIndex, 1],
      [two?.statusIndex, 4],
    ]),
  )
  assert.equal(after.head.seq, before.head.seq + 2)
  const rows = await rowsOf(desk, 'card')
  assert.deepEqual(rows, [
    { ...one, status: 'lost' },
    { ...two, status: 'revoked' },
  ])
  // Found again: the list forgets it, and a new terminal sees the same as one that was there all along.
  await say(desk, changed(one?.cardId, 'active'))
  const again = statusesOf(trust, await listsOf(desk, { ...held, status: after.head.seq }), after.codes)
  const fresh = statusesOf(trust, await listsOf(await enrol('kiosk')))
  assert.deepEqual(again.codes.get(one?.statusIndex ?? 0), 0)
  assert.deepEqual(
    fresh.codes,
    new Map([
      [one?.statusIndex, 0],
      [two?.statusIndex, 4],
    ]),
  )
  assert.deepEqual(Buffer.from(fresh.head.digest), Buffer.from(again.head.digest))
  const quiet = statusesOf(trust, await listsOf(desk, { ...held, status: again.head.seq }), again.codes)
  assert.equal(quiet.head.seq, again.head.seq)
})

test('only a desk changes cards', async (t) => {
  const { enrol, say, desk, cards } = await issued(t)
  await say(desk, { kind: 'card.issued', card: cards[0] })
  for (const role of ['pharmacy', 'kiosk'] as const) {
    const terminal = await enrol(role)
    const { results } = PushReply.parse((await terminal.push([mutation(1, changed(cards[0]?.cardId, 'lost'))])).body)
    assert.deepEqual(results, [{ n: 1, kind: 'refused', reason: 'role-may-not' }])
  }
})

test('a card that an administrator loads as lost is in the list', async (t) => {
  const { hims, desk, cards, root } = await issued(t)
  const row = { ...cards[0], statusIndex: 3_000_000, status: 'lost' }
  assert.deepEqual((await hims.load([{ table: 'card', row }])).refused, [])
  const reply = await listsOf(desk)
  assert.equal(statusesOf(trustedBy(root, reply.trust), reply).codes.get(3_000_000), 1)
})

test('a card with a person’s details takes number and index from a leased blank', async (t) => {
  const { desk, cards, say, enrol } = await issued(t)
  const [one, two] = cards
  const other = await enrol('desk')
  const core = { ...one, profile: 'P-CORE' }
  assert.deepEqual(await say(desk, { kind: 'card.issued', card: { ...core, statusIndex: 99 } }), ['card-differs'])
  assert.deepEqual(await say(desk, { kind: 'card.issued', card: { ...core, expires: '2099-01-01' } }), ['card-differs'])
  assert.deepEqual(await say(desk, { kind: 'card.issued', card: core }), ['applied'])
  const foreign = PushReply.parse(
    (await other.push([mutation(1, { kind: 'card.issued', card: { ...two, profile: 'P-CORE' } })])).body,
  )
  assert.deepEqual(foreign.results, [{ n: 1, kind: 'refused', reason: 'card-not-leased' }])
})

test('a card shown at two hospitals at once is flagged to desks, once a day', async (t) => {
  const { hims, desk, cards, say, enrol } = await issued(t)
  await say(desk, { kind: 'card.issued', card: cards[0] })
  const cardId = cards[0]?.cardId
  const far = await enrol('pharmacy')
  await hims.inside.store.updateTable('terminal').set({ facility: 'gtb' }).where('id', '=', far.id).execute()
  const seen = (moment: string) => ({ kind: 'card.seen', seen: [{ cardId, at: moment }] })
  await say(desk, seen('2026-11-22T05:00:00.000Z'))
  const tell = async (n: number, moment: string) =>
    PushReply.parse((await far.push([mutation(n, seen(moment))])).body).results[0]?.kind
  assert.equal(await tell(1, '2026-11-22T05:30:00.000Z'), 'applied')
  assert.deepEqual(await rowsOf(desk, 'card_flag'), [])
  // Sent late, as after an outage: what counts is when the card was shown.
  assert.equal(await tell(2, '2026-11-22T05:10:00.000Z'), 'applied')
  const flags = (await rowsOf(desk, 'card_flag')).map((row) => CardFlag.parse(row))
  assert.deepEqual(
    flags.map((flag) => [flag.cardId, flag.first, flag.second]),
    [
      [
        cardId,
        { facility: facility.code, at: '2026-11-22T05:00:00.000Z' },
        { facility: 'gtb', at: '2026-11-22T05:10:00.000Z' },
      ],
    ],
  )
  await tell(3, '2026-11-22T05:01:00.000Z')
  assert.equal((await rowsOf(desk, 'card_flag')).length, 1)
  assert.deepEqual(await rowsOf(await enrol('kiosk'), 'card_flag'), [])
})

test('far apart is what nobody can travel in the time', () => {
  const lokNayak = { latitude: 28.6386, longitude: 77.2387 }
  const aiims = { latitude: 28.5672, longitude: 77.21 }
  const shown = (name: string, minutes: number, place: typeof aiims | null = null) => ({
    facility: name,
    at: minutes * 60_000,
    place,
  })
  // 8.4 km: some eight minutes at the least.
  assert.ok(farApart(shown('lnh', 0, lokNayak), shown('aiims', 4, aiims)))
  assert.ok(!farApart(shown('lnh', 0, lokNayak), shown('aiims', 12, aiims)))
  assert.ok(farApart(shown('aiims', 4, aiims), shown('lnh', 0, lokNayak)))
  assert.ok(!farApart(shown('lnh', 0, lokNayak), shown('lnh', 0, lokNayak)))
  assert.ok(farApart(shown('lnh', 0, lokNayak), shown('gtb', 19)))
  assert.ok(!farApart(shown('lnh', 0, lokNayak), shown('gtb', 20)))
  // Neighbours across a street may be minutes apart by their clocks alone.
  assert.ok(!farApart(shown('lnh', 0, lokNayak), shown('gbph', 0, { latitude: 28.6395, longitude: 77.2352 })))
})
