import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'

import { chunkFile } from '../../../hims/sync/chunk-file.ts'
import { removeFolder, temporaryFolder } from '../../fake/world.ts'

test('pieces come back as they were, in any order, and leave no file behind', async (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const file = await chunkFile(folder, randomBytes)
  const pieces = [0, 1, 70_000, 5].map((length) => Uint8Array.from(randomBytes(length)))
  for (const piece of pieces) await file.add(piece)
  assert.deepEqual(readdirSync(folder), [])
  for (const number of [3, 0, 2, 1]) assert.deepEqual(Uint8Array.from((await file.read(number)) ?? []), pieces[number])
  assert.equal(await file.read(4), null)
  await file.close()
  assert.equal(await file.read(0), null)
})
