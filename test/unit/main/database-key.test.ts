import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import type { Keystore } from '../../../main/key/database-key.ts'
import { databaseKey } from '../../../main/key/database-key.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'key-'))
  folders.push(made)
  return made
}
after(() => folders.forEach((each) => rmSync(each, { recursive: true })))

const random = (bytes: number) => randomBytes(bytes)
const keystore: Keystore = {
  wrap: async (text) => Buffer.from(text).map((byte) => byte ^ 0x5a),
  unwrap: async (wrapped) => Buffer.from(wrapped.map((byte) => byte ^ 0x5a)).toString('utf8'),
}
const credential = Buffer.from('given at boot')

test('a credential opens again what it closed, and no other credential does', async () => {
  const world = { folder: folder(), keystore: null, credential, random }
  const key = await databaseKey(world)
  assert.equal(key?.length, 32)
  assert.deepEqual(await databaseKey(world), key)
  assert.equal(await databaseKey({ ...world, credential: Buffer.from('another') }), null)
  assert.equal(await databaseKey({ ...world, credential: null }), null)
})

test('a keystore is used before a credential, and its failure is no crash', async () => {
  const world = { folder: folder(), keystore, credential, random }
  const key = await databaseKey(world)
  assert.deepEqual(await databaseKey({ ...world, credential: null }), key)
  const broken = { ...keystore, unwrap: () => Promise.reject(new Error('the keyring was reset')) }
  assert.equal(await databaseKey({ ...world, keystore: broken }), null)
})

test('the key itself is nowhere on the disk, and the file is for its owner alone', async () => {
  const here = folder()
  const key = await databaseKey({ folder: here, keystore: null, credential, random })
  const file = readFileSync(join(here, 'key.json'), 'utf8')
  assert.ok(key !== null && !file.includes(Buffer.from(key).toString('hex')))
  assert.equal(statSync(join(here, 'key.json')).mode & 0o077, 0)
})

test('a database that lost its key file is not given a new key', async () => {
  const here = folder()
  writeFileSync(join(here, 'terminal.db'), 'data')
  assert.equal(await databaseKey({ folder: here, keystore: null, credential, random }), null)
})

test('a changed key file opens nothing', async () => {
  const here = folder()
  const world = { folder: here, keystore: null, credential, random }
  await databaseKey(world)
  const path = join(here, 'key.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  const flipped = createHash('sha256').update(file.sealed).digest('hex')
  writeFileSync(path, JSON.stringify({ ...file, sealed: flipped }))
  assert.equal(await databaseKey(world), null)
  writeFileSync(path, 'not even JSON')
  assert.equal(await databaseKey(world), null)
})
