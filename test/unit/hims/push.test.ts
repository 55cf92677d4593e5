import assert from 'node:assert/strict'
import { test } from 'node:test'

import { HelloReply, PullReply, PushReply } from '../../../domain/wire/sync.ts'
import { hospital, person, registered } from './hospital.ts'
import type { TestTerminal } from './terminal.ts'

const countPersons = async (terminal: TestTerminal): Promise<number> => {
  const { changes } = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  return changes.filter(({ table }) => table === 'person').length
}

test('the same push sent again is answered the same and applied once', async (t) => {
  const { enrol } = await hospital(t)
  const desk = await enrol('desk')
  const mutations = [registered(1), registered(2, person({ sex: 'nonsense' })), registered(3)]
  const [first, second] = [await desk.push(mutations), await desk.push(mutations)]
  assert.deepEqual(PushReply.parse(first.body).results, PushReply.parse(second.body).results)
  assert.deepEqual(
    PushReply.parse(first.body).results.map(({ kind }) => kind),
    ['applied', 'refused', 'applied'],
  )
  const overlap = PushReply.parse((await desk.push([...mutations.slice(1), registered(4)])).body)
  assert.deepEqual(
    overlap.results.map(({ n, kind }) => [n, kind]),
    [
      [2, 'refused'],
      [3, 'applied'],
      [4, 'applied'],
    ],
  )
  assert.equal(await countPersons(desk), 3)
})

test('a gap is refused whole, with the number that is awaited', async (t) => {
  const { enrol } = await hospital(t)
  const desk = await enrol('desk')
  for (const mutations of [[registered(2)], [registered(1), registered(3)], [registered(2), registered(1)]]) {
    const { status, body } = await desk.push(mutations)
    const expected = mutations.length === 2 && mutations[0]?.n === 1 ? 2 : 1
    assert.deepEqual([status, body], [409, { problem: 'gap', expected }])
  }
  assert.equal(await countPersons(desk), 0)
})

test('twenty terminals pushing at once, each twice: every mutation is applied exactly once', async (t) => {
  const { enrol, hims } = await hospital(t)
  const desks = await Promise.all(Array.from({ length: 20 }, () => enrol('desk')))
  const each = 6
  await Promise.all(
    desks.map(async (desk) => {
      for (let n = 1; n <= each; n += 3) {
        const mutations = [registered(n), registered(n + 1), registered(n + 2)]
        const twice = await Promise.all([desk.push(mutations), desk.push(mutations)])
        for (const { status, body } of twice) {
          assert.equal(status, 200)
          assert.ok(PushReply.parse(body).results.every(({ kind }) => kind === 'applied'))
        }
      }
    }),
  )
  const [one] = desks
  assert.ok(one)
  assert.equal(await countPersons(one), 20 * each)
  const { store } = hims.inside
  const cursors = (await store.selectFrom('record').select('cursor').orderBy('cursor').execute()).map((r) => r.cursor)
  assert.deepEqual(
    cursors,
    cursors.map((_, at) => at + 1),
  )
  const hello = await one.call('POST', '/sync/v1/hello', { schema: 1, epoch: 1, nextN: 1, cursor: 0 })
  assert.equal(HelloReply.parse(hello.body).lastN, each)
})

test('a copy of a terminal is fenced off', async (t) => {
  const { enrol } = await hospital(t)
  const desk = await enrol('desk')
  await desk.push([registered(1)])
  const clone = await desk.push([registered(1), registered(2)])
  assert.deepEqual([clone.status, clone.body['problem']], [409, 'fenced'])
  assert.equal(await countPersons(desk), 1)

  const behind = await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 1, nextN: 1, cursor: 0 })
  assert.equal(behind.body['lastN'], 1)
  const restored = await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 2, nextN: 1, cursor: 0 })
  assert.deepEqual([restored.body['epoch'], restored.body['lastN']], [2, 0])
  const old = await desk.push([registered(2)], 1)
  assert.deepEqual([old.status, old.body['problem']], [409, 'fenced'])
  assert.equal((await desk.push([registered(1)], 2)).status, 200)
})

test('a mutation known under an earlier number or epoch is not applied again', async (t) => {
  const { enrol } = await hospital(t)
  const [desk, other] = [await enrol('desk'), await enrol('desk')]
  const mutation = registered(1)
  await desk.push([mutation])
  await desk.call('POST', '/sync/v1/hello', { schema: 1, epoch: 2, nextN: 1, cursor: 0 })
  const again = await desk.push([{ ...registered(1), ...mutation, n: 1 }], 2)
  assert.deepEqual(again.body['results'], [{ n: 1, kind: 'applied' }])
  const stolen = await other.push([{ ...registered(1), id: mutation.id }])
  assert.deepEqual(stolen.body['results'], [{ n: 1, kind: 'refused', reason: 'id-taken' }])
  assert.equal(await countPersons(desk), 1)
})
