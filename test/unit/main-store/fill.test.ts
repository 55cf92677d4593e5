import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

import { startFeed } from '../../bench/feed/feed.ts'
import { emptyStore, fillerOf } from '../../bench/feed/pull-store.ts'
import { tempo } from '../../../main/process/tempo.ts'
import { otherIsGone, otherTurn, turn } from '../../../main/store/turn.ts'
import { removeFolder, temporaryFolder } from '../../fake/world.ts'

const PEOPLE = 600
/** Many small pages, so that it can be killed between them. */
const PAGE = 50

test('a first filling that is killed again and again goes on from where it was, and nobody is there twice', async () => {
  const feed = await startFeed(PEOPLE, PAGE)
  const folder = temporaryFolder()
  const reached: number[] = []
  let ended = ''
  for (let life = 60; ended === ''; life *= 2) {
    assert.ok(life < 20_000)
    const said = await filling(folder, feed.hims, life)
    const last = said.findLast((line) => /^\d+$/.test(line))
    if (last !== undefined) reached.push(Number(last))
    ended = said.find((line) => line.startsWith('online')) ?? ''
  }
  feed.stop()
  assert.equal(ended, `online ${PEOPLE}`)
  assert.deepEqual(
    reached,
    reached.toSorted((one, other) => one - other),
    'the cursor never went back',
  )
  const store = emptyStore(folder, 'kept')
  assert.equal(store.shared.person.count(), PEOPLE)
  assert.equal(store.index.last(), PEOPLE)
  assert.equal(store.database.prepare('SELECT count(*) FROM person_fts_docsize').pluck().get(), PEOPLE)
  assert.equal(store.database.pragma('quick_check', { simple: true }), 'ok')
  for (const { id, name } of feed.people.slice(0, 40)) assert.deepEqual(store.shared.person.get(id)?.name, name)
  store.close()
  removeFolder(folder)
})

/** The lines of a process that fills a store, killed some milliseconds after its first word. */
function filling(folder: string, hims: string, life: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'killed-filler.ts'), folder, hims])
    let said = ''
    child.stdout.setEncoding('utf8')
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), life))
    child.stdout.on('data', (text: string) => void (said += text))
    child.stderr.on('data', (text: Buffer) => reject(new Error(text.toString())))
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

test('what is saved while many rows come in is kept, and so is every row', async () => {
  const feed = await startFeed(PEOPLE, PAGE)
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const filler = fillerOf(store)
  const ending = new AbortController()
  const pulled = filler.pull(feed.hims).finally(() => ending.abort())
  let saved = 0
  while (!ending.signal.aborted) {
    store.turn.asked()
    const save = store.database.transaction(() => {
      store.audit.note({ at: '2026-11-22T05:00:00.000Z', operator: null, deed: 'test', subject: String(saved) })
    })
    save()
    saved += 1
    assert.equal(store.audit.head().seq, saved, 'a question after a save sees it')
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  assert.deepEqual(await pulled, { kind: 'online' })
  await filler.close()
  feed.stop()
  assert.ok(saved > 5, String(saved))
  assert.equal(store.audit.firstBroken(), null)
  assert.equal(store.shared.person.count(), PEOPLE)
  store.close()
  removeFolder(folder)
})

test('a thread that is gone is said to be gone', async () => {
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const filler = fillerOf(store)
  await filler.close()
  assert.equal(await filler.pull('http://127.0.0.1:9'), null)
  store.close()
  removeFolder(folder)
})

test('the other thread sees who wants to write, and for a while after a question that somebody is there', () => {
  let at = 0
  const mine = turn()
  const other = otherTurn(mine.memory, () => at)
  assert.equal(other.isQuiet(), true)
  mine.asked()
  assert.equal(other.isQuiet(), false)
  at += 10_000
  assert.equal(other.isQuiet(), false)
  at += 10_000
  assert.equal(other.isQuiet(), true)
  assert.equal(other.isWanted(), false)
  mine.first(() => assert.equal(other.isWanted(), true))
  assert.throws(() =>
    mine.first(() => {
      throw new Error('not saved')
    }),
  )
  assert.equal(other.isWanted(), false)
  assert.equal(
    other.last(() => 'done'),
    'done',
  )
})

test('nobody waits for a thread that ended while it wrote', () => {
  const mine = turn()
  const other = otherTurn(mine.memory, () => 0)
  assert.throws(() =>
    other.last(() => {
      throw new Error('not saved')
    }),
  )
  new Int32Array(mine.memory)[2] = 1
  otherIsGone(mine.memory)
  const start = performance.now()
  mine.first(() => assert.ok(performance.now() - start < 1500))
})

test('a step grows until it takes some milliseconds and shrinks at once when it takes long', () => {
  const { rows, took } = tempo()
  for (let at = 0; at < 50; at += 1) took(rows(), rows() * 0.05)
  assert.ok(rows() > 90 && rows() < 120, String(rows()))
  took(rows(), 50)
  assert.ok(rows() < 50, String(rows()))
  for (let at = 0; at < 20; at += 1) took(rows(), 50)
  assert.equal(rows(), 16)
})
