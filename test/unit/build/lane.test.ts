import assert from 'node:assert/strict'
import { test } from 'node:test'

import { inLanes } from '../../../build/lane.ts'
import type { Job } from '../../../build/lane.ts'

/** Jobs that are done when the test says so, and a log of what began and ended. */
function bench() {
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const job = (what: string, more: Pick<Job<string>, 'kind' | 'after'> = {}): Job<string> => ({
    what,
    ...more,
    run: () => {
      log.push(what)
      return new Promise((resolve) => ends.set(what, () => resolve(what)))
    },
  })
  const end = async (what: string): Promise<void> => {
    log.push(`-${what}`)
    ends.get(what)?.()
    await new Promise(setImmediate)
  }
  return { log, job, end }
}

test('a free lane takes the first job, and each is done once', async () => {
  const { log, job, end } = bench()
  const all = inLanes([job('a'), job('b'), job('c')], 2)
  assert.deepEqual(log, ['a', 'b'])
  await end('b')
  await end('a')
  await end('c')
  assert.deepEqual(log, ['a', 'b', '-b', 'c', '-a', '-c'])
  assert.deepEqual(await all, ['b', 'a', 'c'])
})

test('of one kind one runs at a time; later jobs go first', async () => {
  const { log, job, end } = bench()
  const all = inLanes([job('a', { kind: 'large' }), job('b', { kind: 'large' }), job('c')], 2)
  assert.deepEqual(log, ['a', 'c'])
  await end('c')
  assert.deepEqual(log, ['a', 'c', '-c'])
  await end('a')
  assert.equal(log.at(-1), 'b')
  await end('b')
  assert.equal((await all).length, 3)
})

test('a job waits for the one it needs, and for none that is not there', async () => {
  const { log, job, end } = bench()
  const all = inLanes([job('a', { after: 'build' }), job('b', { after: 'nothing' }), job('build')], 3)
  assert.deepEqual(log, ['b', 'build'])
  await end('build')
  assert.equal(log.at(-1), 'a')
  await Promise.all([end('a'), end('b')])
  assert.equal((await all).length, 3)
})

test('jobs that wait for each other, and jobs that throw, are said', async () => {
  const { job } = bench()
  const waiting = [job('a', { after: 'b' }), job('b', { after: 'a' })]
  await assert.rejects(inLanes(waiting, 2), /a, b: wait for each other/)
  const broken = { what: 'c', run: () => Promise.reject(new Error('broken')) }
  await assert.rejects(inLanes([broken], 2), /broken/)
})
