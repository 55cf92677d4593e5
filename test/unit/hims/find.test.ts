import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PersonId } from '../../../domain/id.ts'
import { FindReply } from '../../../domain/wire/find.ts'
import type { FindBy } from '../../../domain/wire/find.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, person, registered } from './hospital.ts'
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
