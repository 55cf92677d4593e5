import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { EnrolReply, HelloReply, LeaseReply, PokeReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import { hospital, mutation, person, registered } from './hospital.ts'
import { himsServer } from '../../../hims/server.ts'
import { enrolled, newKey, postEnrol } from './terminal.ts'

test('enrol, hello, push, pull, poke and lease answer as the wire types say', async (t) => {
  const { enrol } = await hospital(t)
  const desk = await enrol('desk')
  EnrolReply.parse(desk.reply)
  assert.equal(desk.reply.facility.code, 'test-hospital')

  const hello = await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 1, nextN: 1, cursor: 0 })
  assert.deepEqual([hello.status, HelloReply.parse(hello.body).lastN], [200, 0])

  const asha = person()
  const pushed = await desk.push([registered(1, asha)])
  assert.equal(pushed.status, 200)
  assert.deepEqual(PushReply.parse(pushed.body).results, [{ n: 1, kind: 'applied' }])

  const pulled = await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
  const page = PullReply.parse(pulled.body)
  assert.equal(page.digest, createHash('sha256').update(JSON.stringify(page.changes)).digest('hex'))
  assert.deepEqual(page.changes.find(({ table }) => table === 'person')?.row, asha)
  assert.equal(page.more, false)

  const poke = await desk.call('GET', '/sync/v1/poke?cursor=0')
  assert.equal(PokeReply.parse(poke.body).cursor, page.next)

  const id = registered(1).id
  const lease = await desk.call('POST', '/sync/v1/lease', {
    id,
    cards: 2,
    tokens: [{ department: 'medicine', day: '2026-11-22', count: 20 }],
  })
  assert.equal(lease.status, 200)
  const { cards, tokens } = LeaseReply.parse(lease.body)
  assert.equal(cards.length, 2)
  assert.deepEqual(tokens, [{ department: 'medicine', day: '2026-11-22', prefix: 'M', low: 1, high: 20 }])
})

test('a code enrols one terminal; the same key may ask again', async (t) => {
  const { base, hims } = await hospital(t)
  const { code } = await hims.createEnrolment({ role: 'kiosk', label: 'Gate' })
  const [one, other] = [newKey().publicKey, newKey().publicKey]
  const answers = await Promise.all([one, other].map((key) => postEnrol(base, code.toLowerCase(), key)))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 403],
  )
  const winner = answers[0]?.status === 200 ? one : other
  const again = await postEnrol(base, code, winner)
  assert.equal(again.status, 200)
  assert.equal(again.body['terminal'], answers.find(({ status }) => status === 200)?.body['terminal'])
  const mistyped = await postEnrol(base, code.slice(0, -1) + (code.endsWith('7') ? '8' : '7'), one)
  assert.deepEqual([mistyped.status, mistyped.body['detail']], [403, 'mistyped'])
})

test('a poke is woken by a commit', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, pharmacy] = [await enrol('desk'), await enrol('pharmacy')]
  // A commit that wakes nobody is seen a second after the question; a busy machine may be late, but not each time.
  let soonest = Number.POSITIVE_INFINITY
  for (let n = 1; n <= 8 && soonest >= 900; n += 1) {
    const head = PokeReply.parse((await desk.call('GET', '/sync/v1/poke?cursor=0')).body).cursor
    const started = performance.now()
    const waiting = pharmacy.call('GET', `/sync/v1/poke?cursor=${head}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await desk.push([registered(n)])
    assert.equal(PokeReply.parse((await waiting).body).cursor, head + 1)
    soonest = Math.min(soonest, performance.now() - started)
  }
  assert.ok(soonest < 900, `${soonest} ms`)
})

test('a second server over the same HIMS waits at a poke as the first did', async (t) => {
  const { hims, enrol, base } = await hospital(t)
  await enrol('desk')
  const first = himsServer(hims)
  await first.listen({ host: '127.0.0.1', port: 0 })
  await first.close()
  const second = himsServer(hims)
  t.after(() => second.close())
  await second.listen({ host: '127.0.0.1', port: 0 })
  const desk = await enrolled(base, (await hims.createEnrolment({ role: 'desk', label: 'Again' })).code)
  const head = PokeReply.parse((await desk.call('GET', '/sync/v1/poke?cursor=0')).body).cursor
  const started = performance.now()
  const waiting = desk.call('GET', `/sync/v1/poke?cursor=${head}`)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await desk.push([registered(1)])
  await waiting
  assert.ok(performance.now() - started >= 150)
})

test('rules: cards and tokens must be leased, persons known', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const asha = person()
  const leased = LeaseReply.parse(
    (
      await desk.call('POST', '/sync/v1/lease', {
        id: registered(1).id,
        cards: 1,
        tokens: [{ department: 'medicine', day: '2026-11-22', count: 5 }],
      })
    ).body,
  )
  const [blank] = leased.cards
  assert.ok(blank)
  const { text: _text, ...facts } = blank
  const card = { ...facts, personId: asha.id, status: 'active' }
  const visit = (number: number, terminal = desk.id) => ({
    id: registered(1).id,
    personId: asha.id,
    token: { department: 'medicine', day: '2026-11-22', prefix: 'M', number },
    openedAt: '2026-11-22T05:00:00.000Z',
    terminal,
  })
  const pushed = PushReply.parse(
    (
      await desk.push([
        mutation(1, { kind: 'visit.opened', visit: visit(1) }),
        registered(2, asha),
        mutation(3, { kind: 'card.issued', card }),
        mutation(4, { kind: 'card.issued', card }),
        mutation(5, { kind: 'visit.opened', visit: visit(1) }),
        mutation(6, { kind: 'visit.opened', visit: visit(1) }),
        mutation(7, { kind: 'visit.opened', visit: visit(6) }),
        mutation(8, { kind: 'visit.opened', visit: visit(2, other.id) }),
        mutation(9, { kind: 'help.called', at: '2026-11-22T05:00:00.000Z', place: 'Counter 7' }),
        mutation(10, { kind: 'future.thing', what: 1 }),
        registered(11, { ...asha, name: { latin: '', own: null } }),
      ])
    ).body,
  )
  assert.deepEqual(
    pushed.results.map((result) => (result.kind === 'refused' ? result.reason : 'applied')),
    [
      // Kept until the person is known; the same card said twice is one card.
      'applied',
      'applied',
      'applied',
      'applied',
      'applied',
      'token-taken',
      'token-not-leased',
      'other-terminal',
      'applied',
      'unreadable body.kind: invalid_union',
      'unreadable body.person.name.latin: too_small',
    ],
  )
  const theft = PushReply.parse((await other.push([mutation(1, { kind: 'card.issued', card })])).body)
  assert.deepEqual(theft.results, [{ n: 1, kind: 'refused', reason: 'card-not-leased' }])
})
