import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { folderPrinter, writeDurably } from '../../../main/device/printer/folder-printer.ts'

const pdf = Buffer.from('%PDF-1.7 a card')

test('a page appears whole under the name of its attempt', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tray-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const printer = folderPrinter({ device: 'card-1', kind: 'card', folder, write: writeDurably })
  let seenAtOpen: readonly string[] | null = null
  const onOpen = async () => {
    seenAtOpen = readdirSync(folder)
  }
  assert.deepEqual(await printer.print(pdf, { id: 'job-1', onOpen }), { kind: 'printed' })
  assert.deepEqual(seenAtOpen, [])
  assert.deepEqual(readdirSync(folder), ['job-1.pdf'])
  assert.ok(readFileSync(join(folder, 'job-1.pdf')).equals(pdf))
  assert.deepEqual(printer.health(), { device: 'card-1', kind: 'card', state: 'ready' })
})

test('a missing folder is unreachable, and the attempt is never opened', async () => {
  const folder = join(tmpdir(), 'no-such-tray-here')
  const printer = folderPrinter({ device: 'card-1', kind: 'card', folder, write: writeDurably })
  const onOpen = () => Promise.reject(new Error('opened'))
  assert.deepEqual(await printer.print(pdf, { id: 'job-1', onOpen }), { kind: 'not-sent', reason: 'unreachable' })
  assert.equal(printer.health().state, 'absent')
})

test('a full disk leaves nothing behind', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tray-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const write = async (path: string, bytes: Uint8Array) => {
    await writeDurably(path, bytes.subarray(0, 4))
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  const printer = folderPrinter({ device: 'card-1', kind: 'card', folder, write })
  const outcome = await printer.print(pdf, { id: 'job-1', onOpen: async () => {} })
  assert.deepEqual(outcome, { kind: 'not-sent', reason: 'disk-full' })
  assert.deepEqual(readdirSync(folder), [])
})
