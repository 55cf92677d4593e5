import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'

import { FindReply } from '../../../domain/wire/find.ts'
import { SOUND_VERSION } from '../../../domain/search/sound-key.ts'
import type { Store } from '../../../hims/database/schema.ts'
import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { soundsReady, soundStep } from '../../../hims/record/sound-keys.ts'
import { SOUND_FIELD } from '../../../hims/record/term.ts'
import { himsServer } from '../../../hims/server.ts'
import { until } from '../../fake/world.ts'
import { freshDatabase, person, registered, rows as first } from './hospital.ts'
import { enrolled } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const MANY = 4000
const year = new Date().getUTCFullYear()

const living = (locality: string) => ({ address: { house: '', locality, district: null, pin: null } }) as const
const called = (latin: string) =>
  person({
    name: { latin, own: null },
    birth: { kind: 'date', on: `${year - 42}-01-01` },
    ...living('Rohini'),
  })

const keys = (store: Store, field = SOUND_FIELD) =>
  store
    .selectFrom('term')
    .select(['id', 'value'])
    .where('name', '=', 'person')
    .where('field', '=', field)
    .orderBy('value')
    .orderBy('id')
    .execute()

/** As a database is found whose keys were made by other rules. */
async function madeByOthers(store: Store): Promise<void> {
  await store
    .updateTable('term')
    .set({ field: 'sound', value: '1900 xyz' })
    .where('field', '=', SOUND_FIELD)
    .where('value', 'like', '% srma')
    .execute()
  await store.updateTable('term').set({ field: 'sound' }).where('field', '=', SOUND_FIELD).execute()
  await store.deleteFrom('sound_keys').execute()
  await store.insertInto('sound_keys').values({ version: 0, up_to: null }).execute()
}

/** Timers that fire when the test says so. */
function byHand() {
  const waiting = new Set<() => void>()
  const after = (_: number, run: () => void) => {
    waiting.add(run)
    return () => void waiting.delete(run)
  }
  const fire = () => {
    const due = [...waiting]
    waiting.clear()
    for (const run of due) run()
  }
  return { after, fire }
}

const upTo = async (store: Store): Promise<number | null> => {
  const row = await store
    .selectFrom('sound_keys')
    .select('up_to')
    .where('version', '=', SOUND_VERSION)
    .executeTakeFirstOrThrow()
  return row.up_to
}

const asked = { kind: 'name' as const, age: 42, place: 'rohini', phoneEnd: null, pressed: false }
const answerTo = async (desk: TestTerminal, words: string) =>
  FindReply.parse((await desk.call('POST', '/sync/v1/find', { by: { ...asked, words: words.split(' ') } })).body)

async function serving(hims: Hims) {
  const server = himsServer(hims)
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const { code } = await hims.createEnrolment({ role: 'desk', label: 'Desk 1' })
  return { desk: await enrolled(base, code), close: () => server.close() }
}

test('keys that other rules made are made again a few at a time, through a cut, while everybody is answered', async (t) => {
  const place = await freshDatabase(t)
  const world = { ...place, now: Date.now, random: randomBytes }
  const people = Array.from({ length: MANY }, (_, at) => called(at === MANY - 1 ? 'Hardik Vyas' : 'Ramesh Sharma'))
  const before = await openHims({ ...world, after: byHand().after })
  await before.load([...first, ...people.map((row) => ({ table: 'person', row }))])
  const { store } = before.inside
  assert.ok(await soundsReady(store), 'an empty database has nothing to make')
  const whole = await keys(store)
  assert.ok(whole.length > MANY)
  await madeByOthers(store)
  await before.close()

  const hand = byHand()
  const cut = await openHims({ ...world, after: hand.after })
  const come = await upTo(cut.inside.store)
  assert.ok(come !== null && come > 0 && come < MANY, 'opening makes some and waits for nobody')
  const { desk, close } = await serving(cut)
  const early = await answerTo(desk, 'hardik vyas')
  assert.deepEqual([early.people, early.preparing], [[], true], 'it says that not everybody is found yet')
  const born = called('Chandni Oberoi')
  assert.equal((await desk.push([registered(1, born)])).status, 200)
  const now = await answerTo(desk, 'chandni oberoi')
  assert.deepEqual(
    now.people.map(({ id }) => id),
    [born.id],
    'whoever comes meanwhile is found at once',
  )
  hand.fire()
  await until(async () => (await upTo(cut.inside.store)) !== come, 'a step of its own')
  const later = await upTo(cut.inside.store)
  assert.ok(later !== null && later > come && later < MANY)
  await close()
  await cut.close()

  const rest = await openHims({ ...world, after: hand.after })
  const resumed = await upTo(rest.inside.store)
  assert.ok(resumed !== null && resumed > later, 'it goes on where it was cut off')
  let steps = 0
  await until(async () => {
    hand.fire()
    steps += 1
    return (await rest.inside.store.selectFrom('sound_keys').select('version').execute()).length === 1
  }, 'all are made and the old ones gone')
  const { desk: again, close: end } = await serving(rest)
  const found = await answerTo(again, 'hardik vyas')
  assert.deepEqual([found.people.length, found.preparing], [1, undefined])
  assert.deepEqual(await keys(rest.inside.store, 'sound'), [], 'no key of other rules is left')
  const made = (await keys(rest.inside.store)).filter(({ id }) => id !== born.id)
  assert.deepEqual(made, whole)
  assert.equal(await rest.inside.commit(1, soundStep), false, 'and nothing is left to do')
  await end()
  await rest.close()
})
