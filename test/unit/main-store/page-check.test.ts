import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'

import { housekeeping } from '../../../main/service/housekeeping.ts'
import { badPages } from '../../../main/store/page-check.ts'
import { PAGE } from '../../../main/store/page-cipher.ts'
import { keepReserve, reserveFile } from '../../../main/store/reserve.ts'
import type { Store } from '../../../main/store/store.ts'
import { emptyStore } from '../../bench/feed/pull-store.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import { handTimers, realTimers, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

const pause = () => after(1, true)

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  store.database.exec('CREATE TABLE much (n INTEGER PRIMARY KEY, filler BLOB)')
  store.database.exec(
    `INSERT INTO much SELECT value, randomblob(3000) FROM (
       WITH RECURSIVE counted (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counted WHERE value < 600)
       SELECT value FROM counted)`,
  )
  store.database.pragma('wal_checkpoint(TRUNCATE)')
  await work(store)
  store.close()
  removeFolder(folder)
}

test('a page that another thread is halfway through is not called damaged, and a rotten one is', () =>
  withStore(async (store) => {
    const { database, pages } = store
    let torn = 3
    const halfway = {
      ...pages,
      read(number: number, count: number) {
        const bytes = pages.read(number, count)
        const at = 40 - number
        if (torn > 0 && at >= 0 && at < bytes.length / PAGE) {
          torn -= 1
          bytes.fill(0, at * PAGE + 2048, (at + 1) * PAGE)
        }
        return bytes
      },
    }
    assert.deepEqual(await badPages({ database, pages: halfway }, storeKey, pause), [])
    assert.equal(torn, 0)
    const file = readFileSync(pages.path)
    const at = 80 * PAGE + 100
    file[at] = (file[at] ?? 0) ^ 1
    writeFileSync(pages.path, file)
    assert.deepEqual(await badPages(store, storeKey, pause), [81])
  }))

test('nothing is called damaged while another thread writes and writes back', () =>
  withStore(async (store) => {
    const writer = new Worker(new URL('./writing-back.ts', import.meta.url), {
      workerData: { folder: store.folder, key: storeKey },
    })
    const written = new Promise<number>((resolve) => writer.once('message', resolve))
    // A thread's last word and its end may come in one turn.
    const ended = new Promise((resolve) => writer.once('exit', resolve))
    await new Promise((resolve) => writer.once('online', resolve))
    let looks = 0
    for (const end = performance.now() + 1500; performance.now() < end; looks += 1) {
      assert.deepEqual(await badPages(store, storeKey, pause), [])
    }
    writer.postMessage('end')
    assert.ok((await written) > 0)
    await ended
    assert.ok(looks > 1)
  }))

test('a reserve that is given up halfway, or whose folder goes meanwhile, fails nobody', async () => {
  const folder = temporaryFolder()
  let asked = 0
  await keepReserve(folder, () => ++asked < 10)
  assert.equal(existsSync(reserveFile(folder)), false)
  assert.equal(existsSync(`${reserveFile(folder)}.new`), false)
  let open = true
  const keeping = keepReserve(folder, () => open)
  removeFolder(folder)
  open = false
  await keeping
})

test('housekeeping says nothing after it is closed', async () => {
  const folder = temporaryFolder()
  const store = emptyStore(folder)
  const timers = handTimers()
  const faults: unknown[] = []
  const house = housekeeping(
    {
      timers: { after: (wait, run) => (wait > 100 ? timers.after(wait, run) : realTimers.after(wait, run)) },
      now: () => new Date(),
      random: (bytes) => new Uint8Array(bytes),
      report: (fault) => faults.push(fault),
      damaged: (bad) => faults.push(bad),
      setting: {
        folder,
        key: storeKey,
        role: 'desk',
        hims: [],
        trust: anyAuthority,
        code: null,
        cardRoots: [],
        identityIssuers: [],
        language: 'en',
      },
    },
    store,
  )
  timers.move(3000)
  house.close()
  store.close()
  removeFolder(folder)
  await after(300)
  assert.deepEqual(faults, [])
})
