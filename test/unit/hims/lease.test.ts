import assert from 'node:assert/strict'
import { test } from 'node:test'

import { checkCard } from '../../../domain/card/check-card.ts'
import { provingKey } from '../../../domain/card/trust-list.ts'
import { LeaseReply } from '../../../domain/wire/sync.ts'
import { verifyRaw } from '../../../hims/crypto/ed25519.ts'
import { dayInDelhi, yearsLater } from '../../../hims/world.ts'
import { listsOf, trustedBy } from './card-lists.ts'
import { hospital } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const wanted = (count: number, cards = 0, id = newId()) => ({
  id,
  cards,
  tokens: [{ department: 'medicine', day: '2026-11-22', count }],
})
const lease = async (terminal: TestTerminal, request: object): Promise<LeaseReply> =>
  LeaseReply.parse((await terminal.call('POST', '/sync/v1/lease', request)).body)

test('blocks leased at once by many never overlap, and leave no hole', async (t) => {
  const { enrol } = await hospital(t)
  const desks = await Promise.all(Array.from({ length: 5 }, () => enrol('desk')))
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, at) => {
      const desk = desks[at % desks.length]
      assert.ok(desk)
      return lease(desk, wanted(1 + (at % 7)))
    }),
  )
  const blocks = replies.flatMap(({ tokens }) => tokens).toSorted((a, b) => a.low - b.low)
  let next = 1
  for (const { low, high } of blocks) {
    assert.equal(low, next)
    next = high + 1
  }
  assert.equal(blocks.length, 40)
})

test('a lease asked for again is the same lease, and only its own terminal’s', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const request = wanted(10, 3)
  const [first, again] = await Promise.all([lease(desk, request), lease(desk, request)])
  assert.deepEqual([again.cards, again.tokens], [first.cards, first.tokens])
  assert.equal((await other.call('POST', '/sync/v1/lease', request)).status, 400)
  const unknown = { ...wanted(5), tokens: [...request.tokens, { department: 'none', day: '2026-11-22', count: 5 }] }
  assert.equal((await desk.call('POST', '/sync/v1/lease', unknown)).status, 400)
  assert.equal((await lease(desk, wanted(1))).tokens[0]?.low, 11)
})

test('a leased card is genuine under the chain that begins at the root, good for a year', async (t) => {
  const { enrol, root } = await hospital(t)
  const desk = await enrol('desk')
  const { cards } = await lease(desk, { id: newId(), cards: 50, tokens: [] })
  const { trust } = await listsOf(desk)
  const keys = trustedBy(root, trust).list.keys.map(provingKey)
  const today = dayInDelhi(Date.now())
  for (const card of cards) {
    const answer = checkCard(card.text, {
      today,
      keyFor: (kid) => keys.find((key) => key.kid === kid) ?? null,
      verify: verifyRaw,
      openEmergency: () => null,
      statusOf: () => 'good',
    })
    assert.equal(answer.kind, 'valid')
    assert.deepEqual([card.issued, card.expires], [today, yearsLater(today, 1)])
  }
  assert.equal(new Set(cards.map(({ cardId }) => cardId)).size, 50)
  assert.deepEqual(
    cards.map(({ statusIndex }) => statusIndex),
    Array.from({ length: 50 }, (_, at) => at + 1),
  )
})

test('a leap day’s card ends on the last of February', () => {
  assert.equal(yearsLater('2028-02-29', 1), '2029-02-28')
  assert.equal(yearsLater('2027-02-28', 1), '2028-02-28')
})
