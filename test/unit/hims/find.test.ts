import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { CompiledQuery } from 'kysely'

import { PersonId } from '../../../domain/id.ts'
import { nextHlc } from '../../../domain/time/hlc.ts'
import { FindReply } from '../../../domain/wire/find.ts'
import type { FindBy } from '../../../domain/wire/find.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { bearingQuery } from '../../../hims/sync/find-by-name.ts'
import { hospital, mutation, person, registered } from './hospital.ts'
import { hubBelow, terminalAt } from './hub-below.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const find = (terminal: TestTerminal, by: FindBy) => terminal.call('POST', '/sync/v1/find', { by })
const found = async (terminal: TestTerminal, by: FindBy) =>
  FindReply.parse((await find(terminal, by)).body).people.map(({ id }) => id)

test('a desk finds somebody of another hospital by what only they could say, and each question is written down', async (t) => {
  const { enrol, hims } = await hospital(t)
  const [here, there] = [await enrol('desk'), await enrol('desk')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'other' }).where('id', '=', there.id).execute()
  const who = person({ phone: '9810000099', abha: '91123456789012', bornTo: { mother: newId(), order: 2 } })
  await there.push([registered(1, who)])
  const pulled = PullReply.parse((await here.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  assert.equal(
    pulled.changes.some(({ id }) => id === who.id),
    false,
    'of another hospital nothing is sent unasked',
  )
  assert.deepEqual(await found(here, { kind: 'phone', phone: '9810000099' }), [who.id])
  assert.deepEqual(await found(here, { kind: 'abha', number: '91123456789012' }), [who.id])
  assert.deepEqual(await found(here, { kind: 'phone', phone: '9810000098' }), [])
  assert.equal((await find(await enrol('kiosk'), { kind: 'phone', phone: '9810000099' })).status, 400)
  const asked = await hims.inside.store
    .selectFrom('access')
    .select(['person', 'query'])
    .where('client', '=', here.id)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    asked.map(({ person: id, query }) => [id, query]),
    [
      [who.id, 'by=phone'],
      [who.id, 'by=abha'],
      [null, 'by=phone'],
    ],
  )
})

test('a hub asks HIMS for its desks, and tells what it knows itself while HIMS is away', async (t) => {
  const above = await hospital(t)
  const hub = await hubBelow(t, above)
  const desk = await terminalAt(above, hub, 'desk')
  const away = person({ phone: '9810000077' })
  const elsewhere = await above.enrol('desk')
  await above.hims.inside.store
    .updateTable('terminal')
    .set({ facility: 'other' })
    .where('id', '=', elsewhere.id)
    .execute()
  await elsewhere.push([registered(1, away)])
  assert.deepEqual(await found(desk.hub, { kind: 'phone', phone: '9810000077' }), [away.id])
  hub.line.up = false
  assert.deepEqual(await found(desk.hub, { kind: 'phone', phone: '9810000077' }), [])
  const own = person({ phone: '9810000078' })
  await desk.hub.push([registered(1, own)])
  assert.deepEqual(await found(desk.hub, { kind: 'person', id: PersonId.parse(own.id) }), [own.id])
})

test('a terminal that asks for one after another is told to wait, and another is not', async (t) => {
  const { enrol } = await hospital(t)
  const [one, other] = [await enrol('desk'), await enrol('desk')]
  const statuses: number[] = []
  for (let at = 0; at < 32; at++) {
    statuses.push((await find(one, { kind: 'phone', phone: `98100001${String(at).padStart(2, '0')}` })).status)
  }
  assert.deepEqual(statuses.slice(28), [200, 200, 429, 429])
  assert.equal((await find(other, { kind: 'phone', phone: '9810000001' })).status, 200)
})

const named = (words: string, age: number, more: object = {}) => ({
  kind: 'name' as const,
  words: words.split(' '),
  age,
  place: null,
  phoneEnd: null,
  pressed: false,
  ...more,
})

/** Two hospitals in one HIMS, and a desk of each. */
async function twoHospitals(t: TestContext) {
  const { enrol, hims } = await hospital(t)
  const [here, there] = [await enrol('desk'), await enrol('desk')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'other' }).where('id', '=', there.id).execute()
  return { here, there, hims, enrol }
}

const born = (on: string) => ({ birth: { kind: 'date' as const, on } })
const living = (locality: string) => ({ address: { house: '12', locality, district: null, pin: '110053' } })

test('a name in any script or spelling finds whoever is of that age and lives there, and tells little of them', async (t) => {
  const { here, there, hims, enrol } = await twoHospitals(t)
  const year = new Date().getUTCFullYear()
  const name = (latin: string, text: string) => ({ name: { latin, own: { script: 'Deva' as const, text } } })
  const who = person({
    ...name('Ramesh Sharma', 'रमेश शर्मा'),
    ...born(`${year - 42}-01-01`),
    ...living('Seelampur'),
    phone: '9810001234',
    abha: '91123456789012',
    guardian: { relation: 'father', name: 'Hari Sharma', phone: '9810001299' },
  })
  const older = person({ ...name('Ramesh Sharma', 'रमेश शर्मा'), ...born(`${year - 63}-01-01`), ...living('Seelampur') })
  const afar = person({ ...name('Ramesh Sharma', 'रमेश शर्मा'), ...born(`${year - 42}-01-01`), ...living('Narela') })
  const other = person({ ...name('Suresh Sharma', 'सुरेश शर्मा'), ...born(`${year - 42}-01-01`), ...living('Seelampur') })
  await there.push([who, older, afar, other].map((each, at) => registered(at + 1, each)))
  for (const words of ['ramesh sharma', 'रमेश शर्मा', 'ਰਮੇਸ਼ ਸ਼ਰਮਾ', 'رمیش شرما', 'Rameysh Sarma', 'sharma ramesh'])
    assert.deepEqual(await found(here, named(words, 41, { place: 'seelampur' })), [who.id], words)
  assert.deepEqual(await found(here, named('ramesh sharma', 41, { place: 'सीलमपुर' })), [who.id])
  assert.deepEqual(await found(here, named('ramesh sharma', 42, { phoneEnd: '1234' })), [who.id])
  assert.deepEqual(await found(here, named('ramesh sharma', 42, { phoneEnd: '4321' })), [])
  assert.deepEqual(await found(here, named('ramesh sharma', 63, { place: 'seelampur' })), [older.id])
  assert.deepEqual(await found(here, named('ramesj sharma', 42, { phoneEnd: '1234' })), [who.id], 'one word misspelt')
  const pressed = await found(here, named('ramesh sharma', 42, { pressed: true }))
  assert.deepEqual(new Set(pressed), new Set([who.id, afar.id]))
  assert.equal(
    (await find(here, named('ramesh sharma', 42))).status,
    400,
    'a name and an age alone are for a clerk to ask',
  )

  const next = await enrol('desk')
  const reply = FindReply.parse((await find(next, named('ramesh sharma', 42, { phoneEnd: '1234' }))).body)
  const [told] = reply.people
  assert.deepEqual([told?.phone, told?.abha, told?.address.house, told?.address.pin], [null, null, '', null])
  assert.equal(told?.guardian?.phone, undefined)
  assert.deepEqual(reply.held, [{ person: who.id, by: ['other'] }])
  assert.equal(reply.server, 'hims')
  const whole = FindReply.parse((await find(here, { kind: 'person', id: PersonId.parse(who.id) })).body)
  assert.equal(whole.people[0]?.phone, '9810001234', 'who is chosen comes whole')
  const asked = await hims.inside.store
    .selectFrom('access')
    .select('query')
    .distinct()
    .where('client', '=', here.id)
    .orderBy('query')
    .execute()
  assert.deepEqual(
    asked.map(({ query }) => query),
    ['by=name&words=2&phone', 'by=name&words=2&place', 'by=name&words=2&pressed', 'by=person'],
    'written down without the name',
  )
})

test('by name five are told, twelve questions a minute are answered, and a new name is found by it', async (t) => {
  const { here, there } = await twoHospitals(t)
  const year = new Date().getUTCFullYear()
  const many = Array.from({ length: 8 }, () =>
    person({ name: { latin: 'Sunita Devi', own: null }, ...born(`${year - 35}-06-01`), ...living('Rohini') }),
  )
  await there.push(many.map((each, at) => registered(at + 1, each)))
  const reply = FindReply.parse((await find(here, named('sunita devi', 35, { place: 'rohini' }))).body)
  assert.equal(reply.people.length, 5)
  assert.equal(reply.more, true)
  const [one] = many
  assert.ok(one !== undefined)
  await there.push([
    mutation(9, {
      kind: 'person.changed',
      change: {
        personId: one.id,
        was: { name: one.name },
        set: { name: { latin: 'Kamla Bai', own: null } },
        source: 'clerk',
        at: nextHlc(null, Date.now(), there.id),
      },
    }),
  ])
  assert.deepEqual(await found(here, named('kamala bai', 35, { place: 'rohini' })), [one.id])
  const statuses: number[] = []
  for (let at = 0; at < 11; at++) statuses.push((await find(here, named('kamla bai', 35, { place: 'rohini' }))).status)
  assert.deepEqual(statuses.slice(9), [200, 429])
  assert.equal((await find(here, { kind: 'phone', phone: '9810000001' })).status, 200, 'numbers go on')
})

test('a name is looked up in the index of terms, word by word', async (t) => {
  const hims = await openHims({ database: ':memory:', now: Date.now, random: randomBytes })
  t.after(() => hims.close())
  const { store } = hims.inside
  const { sql, parameters } = bearingQuery(store, ['1984 rnsa', '1985 rnsa'], [['srna', 'srda']]).compile()
  const { rows: plan } = await store.executeQuery<{ readonly detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  const said = plan.map(({ detail }) => detail).join('\n')
  assert.match(said, /SEARCH t USING PRIMARY KEY \(name=\? AND field=\? AND value=\?\)/)
  assert.match(said, /SEARCH o (EXISTS )?USING PRIMARY KEY \(name=\? AND field=\? AND value=\? AND id=\?\)/)
  assert.match(said, /SEARCH r USING INDEX \S+ \(name=\? AND id=\?\)/)
  assert.doesNotMatch(said, /SCAN/)
})
