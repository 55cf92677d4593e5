import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { LeaseReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import { openEngine } from '../../../hims/database/open-engine.ts'
import { serversOf, withoutPassword } from '../../../hims/database/postgres-address.ts'
import { byteOrdered } from '../../../hims/database/postgres-migrate.ts'
import { openHims } from '../../../hims/open.ts'
import { soundsReady } from '../../../hims/record/sound-keys.ts'
import { SOUND_FIELD } from '../../../hims/record/term.ts'
import { himsServer } from '../../../hims/server.ts'
import { ask, postgresServer, sharedPostgres } from '../../fake/postgres-server.ts'
import { until } from '../../fake/world.ts'
import { freshPath, hospital, person, prescription, registered } from './hospital.ts'
import { stranger as somebody } from './row.ts'
import { enrolled, send } from './terminal.ts'

const pulled = (reply: { readonly body: unknown }) => PullReply.parse(reply.body)

test('enrol, push, pull, lease, FHIR and retire over PostgreSQL, through two HIMS at once', async (t) => {
  const place = { database: await (await sharedPostgres()).createDatabase(), keyFile: `${freshPath(t)}.key` }
  const { hims, enrol, base } = await hospital(t, Date.now, place)
  const other = await openHims({ ...place, now: Date.now, random: randomBytes })
  const server = himsServer(other)
  t.after(async () => {
    await server.close()
    await other.close()
  })
  const there = await server.listen({ host: '127.0.0.1', port: 0 })
  const desk = await enrol('desk')
  const who = person()
  const first = await desk.push([registered(1, who)])
  assert.equal(PushReply.parse(first.body).lastN, 1)
  const stranger = await desk.push([registered(1, who)])
  assert.equal(stranger.status, 409, 'another mutation under a number that is taken')
  const page = pulled(await desk.call('POST', '/sync/v1/pull', { cursor: 0, limit: 100 }))
  assert.ok(page.changes.some(({ id }) => id === who.id))
  // The other HIMS knows the terminal, and what it gives out never meets what the first gives.
  const second = await enrolled(there, (await hims.createEnrolment({ role: 'desk', label: 'Other' })).code)
  const day = '2026-11-22'
  const lease = (id: string) => ({ id, cards: 0, permanent: 0, tokens: [{ department: 'medicine', day, count: 10 }] })
  const asked = Array.from({ length: 6 }, (_, at) =>
    (at % 2 === 0 ? desk : second).call('POST', '/sync/v1/lease', lease(person().id)),
  )
  const blocks = (await Promise.all(asked)).flatMap(({ body }) => LeaseReply.parse(body).tokens)
  assert.deepEqual(
    blocks.map(({ low }) => low).toSorted((one, two) => one - two),
    [1, 11, 21, 31, 41, 51],
  )
  const pharmacy = await enrolled(there, (await hims.createEnrolment({ role: 'pharmacy', label: 'P' })).code)
  assert.deepEqual(await hims.load([{ table: 'prescription', row: prescription(who.id) }]), { loaded: 1, refused: [] })
  const rights = pulled(await pharmacy.call('POST', '/sync/v1/pull', { cursor: 0, limit: 100 }))
  assert.ok(rights.changes.some(({ table }) => table === 'right'))
  const { token } = await other.createClient('Test')
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' }
  const found = await send(`${base}/fhir/Patient?name=asha`, { headers })
  assert.deepEqual([found.status, found.body['total']], [200, 1])
  assert.equal(await other.retire(desk.id), true)
  assert.equal((await desk.push([registered(2)])).status, 401)
})

test('a push that is sent again, to another HIMS, is answered alike and kept once', async (t) => {
  const place = { database: await (await sharedPostgres()).createDatabase(), keyFile: `${freshPath(t)}.key` }
  const { enrol, hims } = await hospital(t, Date.now, place)
  const other = await openHims({ ...place, now: Date.now, random: randomBytes })
  const server = himsServer(other)
  t.after(async () => {
    await server.close()
    await other.close()
  })
  const there = await server.listen({ host: '127.0.0.1', port: 0 })
  const code = (await hims.createEnrolment({ role: 'desk', label: 'Twice' })).code
  assert.ok(await enrol('kiosk'))
  const desk = await enrolled(there, code)
  const pushes = Array.from({ length: 10 }, (_, at) => [registered(at + 1)])
  for (const push of pushes) {
    const [one, two] = await Promise.all([desk.push(push), desk.push(push)])
    assert.deepEqual([one.status, one.body['results']], [200, two.body['results']])
  }
  const [count] = await ask(place.database, `select count(*)::int as n from record where name = 'person'`)
  assert.equal(count?.['n'], pushes.length)
})

test('a new life that one HIMS declares is noticed by the other', async (t) => {
  const place = { database: await (await sharedPostgres()).createDatabase(), keyFile: `${freshPath(t)}.key` }
  const world = { ...place, now: Date.now, random: randomBytes }
  const [one, two] = [await openHims(world), await openHims(world)]
  t.after(() => Promise.all([one.close(), two.close()]))
  assert.equal(one.inside.incarnation.name(), two.inside.incarnation.name())
  await one.declareRestored()
  await two.inside.incarnation.look(two.inside.store)
  assert.equal(one.inside.incarnation.name(), two.inside.incarnation.name())
})

test('a server that dies is said to be busy, and what was acknowledged is there when it is back', async (t) => {
  const server = await sharedPostgres()
  const place = { database: await server.createDatabase(), keyFile: `${freshPath(t)}.key` }
  const { enrol, base } = await hospital(t, Date.now, place)
  const desk = await enrol('desk')
  assert.equal((await desk.push([registered(1)])).status, 200)
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
  const busy: number[] = []
  let n = 2
  for (let round = 0; round < 5; round++) {
    const mutation = [registered(n)]
    const [answer] = await Promise.all([desk.push(mutation), ask(place.database, cut)])
    if (answer.status === 503) busy.push(answer.status)
    else assert.equal(answer.status, 200)
    // A connection may learn of its end only after the server has said so.
    let again = await desk.push(mutation)
    for (let tries = 0; again.status === 503 && tries < 10; tries++) again = await desk.push(mutation)
    assert.equal(again.status, 200)
    n++
  }
  assert.equal((await fetch(`${base}/ready`)).status, 200)
  const [count] = await ask(place.database, `select count(*)::int as n from record where name = 'person'`)
  assert.equal(count?.['n'], n - 1)
})

test('a server that would lose what it confirms is refused in one line', async (t) => {
  const server = await sharedPostgres()
  const url = await server.createDatabase()
  const name = new URL(url).pathname.slice(1)
  await ask(url, `alter database ${name} set synchronous_commit = off`)
  const lazy = await openEngine(url)
  assert.match(lazy.ok ? '' : lazy.problem, /synchronous_commit=off/)
  const unsafe = await postgresServer({ fsync: 'off' })
  t.after(() => unsafe.stop())
  const refused = await openEngine(await unsafe.createDatabase())
  assert.match(refused.ok ? '' : refused.problem, /^[^\n]*fsync=off[^\n]*$/)
})

test('an address may name a primary and its standby, and never shows its password', () => {
  assert.deepEqual(serversOf('postgres://u:p@one,two:5433/hims?sslmode=require'), [
    'postgres://u:p@one/hims?sslmode=require',
    'postgres://u:p@two:5433/hims?sslmode=require',
  ])
  assert.equal(withoutPassword('postgres://u:p@one,two/hims'), 'postgres://u@one,two/hims')
})

test('an empty list finds nothing on either engine', async (t) => {
  for (const address of [await (await sharedPostgres()).createDatabase(), freshPath(t)]) {
    const engine = await openEngine(address)
    assert.ok(engine.ok)
    const { store } = engine.value
    assert.deepEqual(await store.selectFrom('counter').selectAll().where('name', 'in', []).execute(), [])
    const all = await store.selectFrom('counter').select('name').where('name', 'not in', []).execute()
    assert.ok(all.some(({ name }) => name === 'cursor'))
    await engine.value.close()
  }
})

test('text is ordered by its bytes whatever a part of the schema says', () => {
  assert.equal(
    byteOrdered('create table one (only bigint, "only" text, name text not null, body TEXT COLLATE "C")'),
    'create table one ("only" bigint, "only" TEXT COLLATE "C", name TEXT COLLATE "C" not null, body TEXT COLLATE "C")',
  )
})

test('two HIMS over one database make the sound keys of names again, each its share', async (t) => {
  const place = { database: await (await sharedPostgres()).createDatabase(), keyFile: `${freshPath(t)}.key` }
  const world = { ...place, now: Date.now, random: randomBytes }
  const before = await openHims(world)
  const { store } = before.inside
  await before.load(Array.from({ length: 1600 }, () => ({ table: 'person', row: somebody() })))
  const ofSounds = (field: string) =>
    store.selectFrom('term').select(['id', 'value']).where('field', '=', field).orderBy('value').orderBy('id').execute()
  const whole = await ofSounds(SOUND_FIELD)
  assert.ok(whole.length > 1600)
  await store.updateTable('term').set({ field: 'sound' }).where('field', '=', SOUND_FIELD).execute()
  await store.updateTable('sound_keys').set({ version: 0 }).execute()
  const both = await Promise.all([openHims(world), openHims(world)])
  const versions = () => store.selectFrom('sound_keys').select('version').execute()
  await until(async () => (await soundsReady(store)) && (await versions()).length === 1, 'made again')
  assert.deepEqual(await ofSounds('sound'), [])
  assert.deepEqual(await ofSounds(SOUND_FIELD), whole)
  for (const hims of [...both, before]) await hims.close()
})
