import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { PersonLink } from '../../../domain/person/person-link.ts'
import { Person } from '../../../domain/person/person.ts'
import { Review } from '../../../domain/person/review.ts'
import { nextHlc } from '../../../domain/time/hlc.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import { hospital, mutation, person, registered } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const NOW = Date.now()
const at = new Date(NOW).toISOString()
const by = 'clerk-1'

const rowsOf = async (terminal: TestTerminal, table: TableName): Promise<readonly unknown[]> =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes.flatMap(
    (change) => (change.table === table ? [change.row] : []),
  )
const people = async (terminal: TestTerminal) => (await rowsOf(terminal, 'person')).map((row) => Person.parse(row))
const reviews = async (terminal: TestTerminal) => (await rowsOf(terminal, 'review')).map((row) => Review.parse(row))
const links = async (terminal: TestTerminal) =>
  (await rowsOf(terminal, 'person_link')).map((row) => PersonLink.parse(row))

const said = (body: Record<string, unknown>): unknown =>
  Array.isArray(body['results'])
    ? body['results'].map(
        (result: { kind: string; reason?: string; note?: string }) => result.reason ?? result.note ?? result.kind,
      )
    : body

/** Who was registered first is first by id, to the millisecond. */
const inOrder = <Row extends { readonly id: string }>(one: Row, other: Row): readonly [Row, Row] =>
  one.id < other.id ? [one, other] : [other, one]

/** Two desks of one hospital. */
async function desks(t: TestContext) {
  const { enrol } = await hospital(t)
  return { one: await enrol('desk'), other: await enrol('desk'), kiosk: await enrol('kiosk') }
}

const changed = (n: number, terminal: TestTerminal, personId: string, was: object, set: object, clock = NOW) =>
  mutation(n, {
    kind: 'person.changed',
    change: { personId, at: nextHlc(null, clock, terminal.id), source: 'clerk', was, set },
  })

const linked = (n: number, kept: string, merged: string, id = newId()) =>
  mutation(n, { kind: 'person.linked', link: { id, kept, merged, at, by, undone: null } })
const unlinked = (n: number, linkId: string) =>
  mutation(n, { kind: 'person.unlinked', linkId, at, by, reason: 'two sisters' })
const decided = (n: number, reviewId: string, choice: string) =>
  mutation(n, { kind: 'review.decided', reviewId, at, by, choice })

test('two desks that were apart both keep what they corrected, and fields of a newer version stay', async (t) => {
  const { one, other, kiosk } = await desks(t)
  const who = person({ later: 'kept' })
  await one.push([registered(1, who)])
  const first = await one.push([changed(2, one, who.id, { phone: who.phone }, { phone: '9810000777' })])
  const second = await other.push([changed(1, other, who.id, { language: 'hi' }, { language: 'ur' }, 0)])
  assert.deepEqual([said(first.body), said(second.body)], [['applied'], ['applied']])
  const [row] = await rowsOf(one, 'person')
  assert.deepEqual(row, { ...who, phone: '9810000777', language: 'ur' })
  const strange = await kiosk.push([changed(1, kiosk, who.id, { phone: '9810000777' }, { phone: null })])
  assert.deepEqual(said(strange.body), ['role-may-not'])
})

test('of two corrections of one group the later one wins and the terminal is told', async (t) => {
  const { one, other } = await desks(t)
  const who = person()
  await one.push([registered(1, who), changed(2, one, who.id, { phone: who.phone }, { phone: '9810000001' }, NOW)])
  await one.push([changed(3, one, who.id, { phone: '9810000001' }, { phone: '9810000002' }, NOW)])
  const late = await other.push([changed(1, other, who.id, { phone: who.phone }, { phone: '9810000003' }, NOW - 5000)])
  assert.deepEqual(said(late.body), ['merged'])
  assert.equal((await people(one))[0]?.phone, '9810000002')
  const unknown = await other.push([changed(2, other, newId(), { phone: null }, { phone: '9810000003' })])
  assert.deepEqual(said(unknown.body), ['parked'])
})

test('two dates of birth wait for a person, who decides once', async (t) => {
  const { one, other } = await desks(t)
  const who = person()
  const born = (on: string) => ({ birth: { kind: 'date', on } })
  await one.push([registered(1, who), changed(2, one, who.id, born('1990-02-03'), born('1991-02-03'))])
  const late = await other.push([changed(1, other, who.id, born('1990-02-03'), born('1992-02-03'))])
  assert.deepEqual(said(late.body), ['review'])
  const [review] = await reviews(one)
  assert.equal(review?.kind, 'field')
  assert.deepEqual(review.kind === 'field' && [review.stands, review.proposed, review.from], [
    born('1991-02-03'),
    born('1992-02-03'),
    other.id,
  ])
  const wrong = await one.push([decided(3, review.id, 'same'), decided(4, newId(), 'stands')])
  assert.deepEqual(said(wrong.body), ['wrong-choice', 'unknown-review'])
  const chosen = await one.push([decided(5, review.id, 'proposed')])
  const again = await other.push([decided(2, review.id, 'proposed'), decided(3, review.id, 'stands')])
  assert.deepEqual([said(chosen.body), said(again.body)], [['applied'], ['applied', 'already-decided']])
  assert.deepEqual((await people(one))[0]?.birth, born('1992-02-03').birth)
  assert.equal((await reviews(one))[0]?.decided?.choice, 'proposed')
})

test('a decision that what stands stays changes no row', async (t) => {
  const { one, other } = await desks(t)
  const who = person()
  await one.push([registered(1, who), changed(2, one, who.id, { sex: 'female' }, { sex: 'male' })])
  await other.push([changed(1, other, who.id, { sex: 'female' }, { sex: 'other' })])
  const [review] = await reviews(one)
  const before = await people(one)
  assert.deepEqual(said((await one.push([decided(3, review?.id ?? '', 'stands')])).body), ['applied'])
  assert.deepEqual(await people(one), before)
})

test('links are made and taken back, and never close a circle', async (t) => {
  const { one } = await desks(t)
  const [a, b, c] = [person({ phone: null }), person({ phone: null }), person({ phone: null })]
  await one.push([registered(1, a), registered(2, b), registered(3, c)])
  const [ab, ca] = [newId(), newId()]
  const answers = await one.push([
    linked(4, a.id, b.id, ab),
    linked(5, b.id, a.id),
    linked(6, c.id, b.id),
    linked(7, c.id, a.id, ca),
    linked(8, b.id, c.id),
    linked(9, a.id, newId()),
    linked(10, a.id, b.id, ab),
    unlinked(11, ca),
    unlinked(12, ca),
    unlinked(13, newId()),
    linked(14, a.id, c.id),
  ])
  assert.deepEqual(said(answers.body), [
    'applied',
    'already-one',
    'already-linked',
    'applied',
    'already-one',
    'parked',
    'applied',
    'applied',
    'applied',
    'parked',
    'applied',
  ])
  assert.deepEqual(
    (await people(one)).map(({ id }) => id),
    [a.id, b.id, c.id],
  )
  const made = await links(one)
  assert.deepEqual(
    made.map(({ undone }) => undone?.reason ?? null),
    [null, 'two sisters', null],
  )
})

test('the same person registered twice is proposed once, a family is not', async (t) => {
  const { one, other } = await desks(t)
  const [first, again] = inOrder(person(), person())
  const sister = person({ name: { latin: 'Meena Kumari', own: null } })
  await one.push([registered(1, first), registered(2, sister)])
  assert.deepEqual(await reviews(one), [])
  await other.push([registered(1, again)])
  const [review, ...more] = await reviews(one)
  assert.equal(more.length, 0)
  assert.deepEqual(review?.kind === 'duplicate' && [review.one, review.other, review.why], [
    first.id,
    again.id,
    'name-birth-phone',
  ])
  await one.push([decided(3, review?.id ?? '', 'different')])
  // A correction looks again, and what was decided holds.
  await one.push([changed(4, one, first.id, { language: 'hi' }, { language: 'pa' })])
  const [kept, ...others] = await reviews(one)
  assert.deepEqual([kept?.decided?.choice, others.length], ['different', 0])
})

test('one ABHA number on two records is proposed, and deciding makes the link that can be taken back', async (t) => {
  const { one } = await desks(t)
  const abha = '91234567890123'
  const [older, newer] = inOrder(person(), person())
  const first = { ...older, abha, phone: null }
  const again = { ...newer, abha: null, phone: null, name: { latin: 'A. Devi', own: null } }
  await one.push([registered(1, first), registered(2, again), changed(3, one, again.id, { abha: null }, { abha })])
  const [review] = await reviews(one)
  assert.equal(review?.kind === 'duplicate' && review.why, 'abha')
  await one.push([decided(4, review?.id ?? '', 'same')])
  const [link] = await links(one)
  assert.deepEqual([link?.kept, link?.merged, link?.by], [first.id, again.id, by])
  await one.push([unlinked(5, link?.id ?? '')])
  await one.push([changed(6, one, again.id, { language: 'hi' }, { language: 'pa' })])
  assert.equal((await reviews(one))[0]?.decided?.choice, 'different')
})

test('a shared phone of very many people proposes nobody', async (t) => {
  const { one } = await desks(t)
  const crowd = Array.from({ length: 70 }, (_, n) =>
    registered(n + 1, person({ name: { latin: `Asha ${n}`, own: null } })),
  )
  await one.push(crowd)
  const before = (await reviews(one)).length
  await one.push([registered(71, person({ name: { latin: 'Asha 3', own: null } }))])
  assert.equal((await reviews(one)).length, before)
})

test('twins who are called after their mother are never taken for one, and one who is sent twice is', async (t) => {
  const { one } = await desks(t)
  const mother = newId()
  const named = (name: string, order: number) => ({
    ...person({ bornTo: { mother, order } }),
    name: { latin: name, own: null },
  })
  const [first, second] = [named('Baby 1 of Asha Devi', 1), named('Baby 2 of Asha Devi', 2)]
  await one.push([registered(1, first), registered(2, second)])
  assert.deepEqual(await reviews(one), [])
  await one.push([registered(3, named('Baby 2 of Asha Devi', 2))])
  assert.deepEqual(
    (await reviews(one)).map(({ kind }) => kind),
    ['duplicate'],
  )
})

test('how a corrected fact is known comes with it, and the other facts keep theirs', async (t) => {
  const { one, other } = await desks(t)
  const who = person({ sources: { name: 'spoken', phone: 'spoken' } })
  await one.push([registered(1, who)])
  const set = { phone: '9810000055' }
  const change = { personId: who.id, at: nextHlc(null, NOW, one.id), source: 'clerk', was: { phone: who.phone }, set }
  await one.push([mutation(2, { kind: 'person.changed', change: { ...change, sources: { phone: 'seen' } } })])
  assert.deepEqual((await people(other))[0]?.sources, { name: 'spoken', phone: 'seen' })
  await other.push([changed(1, other, who.id, set, { phone: '9810000056' })])
  assert.deepEqual((await people(one))[0]?.sources, { name: 'spoken' }, 'an older desk does not say how')
})

test('who decides for a proposal takes over how it is known', async (t) => {
  const { one, other } = await desks(t)
  const who = person({ birth: { kind: 'date', on: '1990-02-03' }, sources: { name: 'spoken', birth: 'spoken' } })
  await one.push([registered(1, who)])
  const born = (on: string) => ({ birth: { kind: 'date', on } })
  await one.push([changed(2, one, who.id, { birth: who.birth }, born('1990-02-04'))])
  const told = { personId: who.id, at: nextHlc(null, NOW, other.id), source: 'clerk', sources: { birth: 'seen' } }
  const change = { ...told, was: { birth: who.birth }, set: born('1991-02-03') }
  await other.push([mutation(1, { kind: 'person.changed', change })])
  const [open] = await reviews(one)
  assert.equal(open?.kind === 'field' ? open.known : null, 'seen')
  await one.push([decided(3, open?.id ?? '', 'proposed')])
  const [now] = await people(one)
  assert.deepEqual([now?.birth, now?.sources], [born('1991-02-03').birth, { name: 'spoken', birth: 'seen' }])
})
