import assert from 'node:assert/strict'
import { test } from 'node:test'

import { pageCache } from '../../../hims/sync/page-cache.ts'

const named = (name: string) => (): string => name

test('whoever asks while a page is made shares it, and afterwards it has another name', async () => {
  const cache = pageCache<string>((page) => page.length, Date.now)
  let give: (page: string) => void = () => {}
  const made = cache.make('asked', () => new Promise((resolve) => (give = resolve)), named('kept'))
  const shared = cache.known('asked')
  give('page')
  assert.equal(await made, 'page')
  assert.equal(await shared, 'page')
  assert.equal(cache.known('asked'), null)
  assert.equal(await cache.known('kept'), 'page')
})

test('a page that could not be made is made again', async () => {
  const cache = pageCache<string>((page) => page.length, Date.now)
  await assert.rejects(cache.make('one', () => Promise.reject(new Error('no')), named('one')))
  assert.equal(cache.known('one'), null)
  assert.equal(await cache.make('one', async () => 'page', named('one')), 'page')
})

test('only some pages are made at a time, in the order in which they were asked for', async () => {
  const cache = pageCache<string>((page) => page.length, Date.now)
  let running = 0
  let most = 0
  const begun: number[] = []
  const work = async (which: number): Promise<string> => {
    begun.push(which)
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    if (which % 5 === 0) throw new Error('no')
    return String(which)
  }
  const numbers = Array.from({ length: 50 }, (_, which) => which)
  const all = await Promise.allSettled(
    numbers.map((which) => cache.make(`${which}`, () => work(which), named(`${which}`))),
  )
  assert.equal(all.filter(({ status }) => status === 'rejected').length, 10)
  assert.equal(most, 4)
  assert.deepEqual(begun, numbers)
})

test('what was kept longest goes when it is too much, and what is old is made again', async () => {
  let now = 0
  const cache = pageCache<string>(
    () => 30 * 1024 * 1024,
    () => now,
  )
  for (const name of ['one', 'two', 'three']) await cache.make(name, async () => name, named(name))
  assert.equal(cache.known('one'), null)
  assert.equal(await cache.known('three'), 'three')
  now = 11 * 60_000
  assert.equal(cache.known('three'), null)
})
