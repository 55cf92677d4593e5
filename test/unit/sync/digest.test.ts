import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, test } from 'node:test'

import { PersonId, TerminalId, uuidV7, VisitId } from '../../../domain/id.ts'
import { Person } from '../../../domain/person/person.ts'
import { minus, rowSum } from '../../../domain/wire/row-sum.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { syncPort } from '../../../main/store/sync-port.ts'
import { guestTable, pruning } from '../../../main/store/working-set.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { startSync } from '../../../sync/client.ts'
import type { SyncClient } from '../../../sync/client.ts'
import { facility, hospital, person } from '../hims/hospital.ts'
import { newId } from '../hims/terminal.ts'
import { operator as anyone } from '../main-service/fixture.ts'
import { realTimers, removeFolder, storeKey, temporaryFolder, until } from '../../fake/world.ts'

const folder = temporaryFolder()
const clients: SyncClient[] = []
const stores: Store[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop()
  for (const store of stores.splice(0)) store.close()
})
test.after(() => removeFolder(folder))

/** A store and its sync, without pages. */
function terminal(
  base: string,
  code: string,
  to = (address: string): Transport => axiosTransport(address),
  where = folder,
): { readonly store: Store; readonly client: SyncClient } {
  const opened = openStore({ folder: where, key: storeKey, role: 'desk', seed: Uint8Array.from(randomBytes(32)) })
  assert.ok(opened.ok)
  const store = opened.value
  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))
  const now = () => new Date()
  const port = syncPort(store, {
    now,
    random,
    newId,
    cards: cardLists(store, []),
    days: () => ['2026-11-22'],
    changed: () => {},
  })
  const client = startSync({
    store: port,
    servers: [{ address: base, transport: to(base) }],
    code,
    now,
    random,
    after: realTimers.after,
    linkChanged: () => {},
    report: (fault) => assert.fail(String(fault)),
  })
  stores.push(store)
  clients.push(client)
  return { store, client }
}

test('rows that went missing or went back come again, and work that waits is left alone', async (t) => {
  const { base, hims } = await hospital(t)
  const people = Array.from({ length: 3000 }, (_, n) => person({ phone: String(9_810_000_000 + n) }))
  await hims.load(people.map((row) => ({ table: 'person', row })))
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const { store, client } = terminal(base, code)
  const { database, comparison } = store
  const here = (sql: string, ...id: string[]) =>
    database
      .prepare(sql)
      .pluck()
      .get(...id)
  await until(() => here('SELECT count(*) FROM person') === 3000, 'the first pull')
  const compareNow = async () => {
    const before = comparison.last()?.at
    comparison.want()
    client.kick()
    await until(() => comparison.last()?.at !== before, 'the comparison')
    return comparison.last()
  }
  assert.deepEqual(
    { ...(await compareNow()), at: '', buckets: 0 },
    { at: '', buckets: 0, differed: 0, mended: 0, unresolved: 0 },
  )

  const [missing, old, waiting] = [people[3]?.id ?? '', people[2500]?.id ?? '', people[9]?.id ?? '']
  database.prepare('DELETE FROM person WHERE id = ?').run(missing)
  database
    .prepare(`UPDATE person SET version = version - 1, body = replace(body, 'Asha Devi', 'Old') WHERE id = ?`)
    .run(old)
  const mended = await compareNow()
  assert.equal(mended?.differed, 2)
  assert.equal(mended?.unresolved, 0)
  assert.equal(here('SELECT count(*) FROM person'), 3000)
  assert.match(String(here('SELECT body FROM person WHERE id = ?', old)), /Asha Devi/)
  assert.equal((await compareNow())?.differed, 0)

  await client.stop()
  const all = { table: 'person', after: '', upTo: 'z' }
  const whole = comparison.sumOf(all)
  assert.equal(whole.count, 3000)
  database.exec(
    `INSERT INTO outbox (n, mid, kind, title, body, at, state) VALUES (9, 'm', 'x', '', '{}', '', 'waiting')`,
  )
  database.prepare(`INSERT INTO outbox_touch (tbl, id, seq) SELECT 'person', ?, max(seq) FROM outbox`).run(waiting)
  assert.deepEqual(comparison.leftOut(), [['person', waiting]])
  assert.deepEqual(comparison.sumOf(all), minus(whole, rowSum(waiting, 1)))
})

test('what was pruned is not fetched again, and what went missing beside it is', async (t) => {
  const { base, hims } = await hospital(t)
  const people = Array.from({ length: 20 }, () => person()).map((row) => ({ ...row, id: PersonId.parse(row.id) }))
  const now = Date.now()
  const visitOn = (n: number, daysAgo: number) => {
    const at = now - daysAgo * 24 * 3_600_000
    const day = new Date(at).toISOString()
    const token = { department: 'medicine', day: day.slice(0, 10), prefix: 'M', number: n + 1 }
    const madeBy = TerminalId.parse(newId())
    const id = VisitId.parse(uuidV7(at, randomBytes(10)))
    return { id, personId: people[n % 20]?.id ?? PersonId.parse(newId()), token, openedAt: day, terminal: madeBy }
  }
  const days = Array.from({ length: 600 }, (_, n) => visitOn(n, n))
  await hims.load(people.map((row) => ({ table: 'person', row })))
  await hims.load(days.map((row) => ({ table: 'visit', row })))
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const { store, client } = terminal(base, code, undefined, temporaryFolder())
  const { database, comparison } = store
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  await until(() => store.device.read().filled, 'the first pull')
  const held = Number(count('visit'))
  assert.ok(held >= 400 && held <= 401, `old visits never come: ${held}`)

  // As an older terminal holds them, and a guest who stayed over night.
  const put = store.shared.visit
  for (const row of days.slice(401)) put.put({ row, version: 1, raw: null })
  const guest = Person.parse(person())
  guestTable(database).welcome(guest.id, new Date(now - 1000).toISOString())
  const above = store.index.last()
  store.shared.person.put({ row: guest, version: 0, raw: null })
  store.index.take({ added: [guest], above, changed: [] })
  const compareNow = async () => {
    const before = comparison.last()?.at
    comparison.want()
    client.kick()
    await until(() => comparison.last()?.at !== before, 'the comparison')
    const { differed, mended, unresolved } = comparison.last() ?? {}
    return { differed, mended, unresolved }
  }
  const same = { differed: 0, mended: 0, unresolved: 0 }
  assert.deepEqual(await compareNow(), same, 'neither is counted')
  const work = pruning(database, new Date(now))
  while (work.step());
  assert.deepEqual([work.soFar().visits, work.soFar().guests], [199, 1])
  assert.deepEqual([count('visit'), count('person')], [held, 20])
  assert.deepEqual(await compareNow(), same, 'what was pruned is not asked for')

  database.prepare('DELETE FROM visit WHERE id = ?').run(days[399]?.id)
  const mended = await compareNow()
  assert.deepEqual([mended.differed, mended.unresolved], [1, 0])
  assert.equal(count('visit'), held)
  assert.deepEqual(await compareNow(), same)
  await hims.load([{ table: 'visit', row: visitOn(700, 300) }])
  client.kick()
  await until(() => count('visit') === held + 1, 'a late visit')
  assert.deepEqual(await compareNow(), same)
})

test('a second desk is filled from a snapshot, and goes on from it', async (t) => {
  const { base, hims } = await hospital(t)
  await hims.load(Array.from({ length: 6000 }, () => ({ table: 'person', row: person() })))
  const caught: string[] = []
  const spied = (address: string): Transport => {
    const transport = axiosTransport(address)
    return (request, signal) => (caught.push(request.path), transport(request, signal))
  }
  const code = async (label: string) => (await hims.createEnrolment({ role: 'desk', label })).code
  const people = (store: Store) => store.database.prepare('SELECT count(*) FROM person').pluck().get()
  const first = terminal(base, await code('Counter 1'), spied, temporaryFolder())
  await until(() => people(first.store) === 6000, 'the first desk')
  assert.equal(
    caught.some((path) => path.endsWith('/0')),
    false,
    'none was ready yet',
  )
  await hims.load([{ table: 'person', row: person() }])
  caught.length = 0
  const second = terminal(base, await code('Counter 2'), spied, temporaryFolder())
  await until(() => people(second.store) === 6001, 'the second desk')
  const chunks = caught.filter((path) => path.startsWith('/sync/v1/snapshot/'))
  assert.deepEqual(
    chunks.map((path) => path.split('/').at(-1)),
    ['0', '1'],
  )
  assert.equal(second.store.device.read().filled, true)
  assert.equal(second.store.heads.here(), 6001)
  assert.equal(second.store.heads.total(), 6000, 'as counted for the first desk, some minutes ago')
})

const comparedNow = async ({ comparison }: Store, client: SyncClient) => {
  const before = comparison.last()?.at
  comparison.want()
  client.kick()
  await until(() => comparison.last()?.at !== before, 'the comparison')
}

test('nobody is forgotten because a server took the terminal for another hospital’s', async (t) => {
  const { base, hims } = await hospital(t)
  await hims.load([{ table: 'operator', row: operator('asha', { facility: facility.code }) }])
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const { store, client } = terminal(base, code, undefined, temporaryFolder())
  await until(() => store.shared.operator.get('asha') !== null, 'the first pull')
  await hims.inside.store.updateTable('terminal').set({ facility: 'zz-hospital' }).execute()
  await comparedNow(store, client)
  assert.notEqual(store.shared.operator.get('asha'), null, 'they unlock this terminal')
})

test('a row of another hospital that this version cannot read goes as well', async (t) => {
  const { base, hims } = await hospital(t)
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const { store, client } = terminal(base, code, undefined, temporaryFolder())
  await until(() => store.device.read().filled, 'the first pull')
  const version = store.servers.stamper()(1)
  const put = store.database.prepare(
    `INSERT INTO quarantine (tbl, id, version, body, problem) VALUES ('operator', ?, ?, '{}', '')`,
  )
  put.run('zoya', version)
  await comparedNow(store, client)
  assert.equal(store.database.prepare(`SELECT count(*) FROM quarantine`).pluck().get(), 0)
})

const operator = (id: string, at: object = {}) => ({ ...anyone(id), ...at })

test('staff of another hospital whom an earlier HIMS sent are forgotten, and nobody else', async (t) => {
  const { base, hims } = await hospital(t)
  const staff = ['asha', 'bela', 'zoya'].map((id) => operator(id, id === 'asha' ? {} : { facility: 'zz-hospital' }))
  await hims.load(staff.map((row) => ({ table: 'operator', row })))
  const { store: inHims } = hims.inside
  const sentToAll = () => inHims.updateTable('record').set({ person: null }).where('name', '=', 'operator').execute()
  const { person: mark } = await inHims
    .selectFrom('record')
    .select('person')
    .where('id', '=', 'bela')
    .executeTakeFirstOrThrow()
  await sentToAll()
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 1' })
  const { store, client } = terminal(base, code, undefined, temporaryFolder())
  const here = () => store.shared.operator.all().map(({ id }) => id)
  await until(() => here().length === 3, 'everybody')
  await inHims.updateTable('record').set({ person: mark }).where('id', 'in', ['bela', 'zoya']).execute()
  // A change makes HIMS count again what it counted for everybody.
  await hims.load([{ table: 'operator', row: operator('chitra') }])
  await until(() => here().length === 4, 'the new one')
  store.comparison.want()
  client.kick()
  await until(() => here().length === 2, 'the others to go')
  assert.deepEqual(here(), ['asha', 'chitra'])
})
