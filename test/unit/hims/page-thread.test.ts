import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { PackedPage } from '../../../domain/wire/packed.ts'
import { packJson } from '../../../hims/sync/pack-page.ts'
import { packAside, pagePacker } from '../../../hims/sync/page-thread.ts'

const rows = Array.from({ length: 300 }, (_, at) => ({
  cursor: at + 1,
  table: 'department',
  id: `d-${at}`,
  version: 1,
  row: { code: `d-${at}` },
}))
const wanted = { changes: JSON.stringify(rows), encoding: 'zstd', rows: rows.length } as const

const plainOf = async (packed: Promise<PackedPage>) => ({ ...(await packed), page: [...(await packed).page] })

test('a page is the same from the thread, without one, and when the thread breaks', async () => {
  const plain = await plainOf(packJson(wanted.changes, wanted.encoding))
  assert.deepEqual(await plainOf(packAside(wanted)), plain)
  const broken = pagePacker(new URL('./no-such-thread.ts', import.meta.url))
  assert.deepEqual(await Promise.all([broken(wanted), broken(wanted)].map(plainOf)), [plain, plain])
})
