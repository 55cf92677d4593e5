import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'

import { databaseFile } from '../../../main/store/database.ts'
import { openStore } from '../../../main/store/store.ts'
import { pageSource } from '../../../main/store/salvage/page-source.ts'
import { PAGE } from '../../../main/store/page-cipher.ts'
import { closeTerminals, fakeTerminal, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

test('damage that shows while the terminal runs is set aside, and the question is answered', async () => {
  const store = openStore({ folder, key: storeKey, role: 'kiosk', seed: new Uint8Array(32).fill(3) })
  assert.ok(store.ok)
  store.value.database.exec(`INSERT INTO department (id, version, body) VALUES ('canary', 1, '{"canary":1}')`)
  store.value.close()
  const source = pageSource(databaseFile(folder), storeKey)
  const page = source?.versions.find(({ open }) => open().includes('canary'))?.number ?? 0
  assert.ok(page > 0)
  const bytes = readFileSync(databaseFile(folder))
  bytes.writeUInt8(bytes.readUInt8((page - 1) * PAGE + 900) ^ 4, (page - 1) * PAGE + 900)
  writeFileSync(databaseFile(folder), bytes)

  const terminal = await fakeTerminal(folder, 'kiosk', { report: () => {} })
  assert.deepEqual(await terminal.want('kiosk.departments'), [], 'HIMS will send them anew')
  const status = JSON.stringify(await terminal.want('terminal.status'))
  assert.match(status, /"rescue":\{"at":"[^"]+","carried":0,"lost":\[\],"tail":false\}/)
  assert.equal(readdirSync(folder).filter((name) => name.startsWith('damaged-')).length, 1)
})
