import assert from 'node:assert/strict'
import { test } from 'node:test'

import { takeDeferred, takeRows } from '../../../hims/hub/take-row.ts'
import { lastNumber } from '../../../hims/database/counter.ts'
import { hospital, person } from './hospital.ts'

const at = '2026-11-22T05:00:00.000Z'

test('what a hub has not sent yet is not overwritten, and comes once it has', async (t) => {
  const { hims } = await hospital(t)
  const { store, commit } = hims.inside
  const [who, old] = [person({ phone: '9810000001' }), person({ phone: '9810000003' })]
  const phone = async ({ id }: { readonly id: string }): Promise<unknown> => {
    const found = await store.selectFrom('record').select('row').where('id', '=', id).executeTakeFirst()
    return Object(JSON.parse(found?.row ?? 'null')).phone
  }
  const come = (id: string, row: object) =>
    commit(1, (write) => takeRows(write, [{ table: 'person', id, row: { ...row } }], at))
  await hims.load([{ table: 'person', row: old }])
  // From here on the HIMS above knows nothing.
  const since = await lastNumber(store, 'cursor')
  await hims.load([{ table: 'person', row: who }])
  const queued = { seq: 1, kind: 'envelope', terminal: 'desk', body: Buffer.from('{}'), since } as const
  await store.insertInto('forward').values(queued).execute()
  await come(who.id, { ...who, phone: '9810000002' })
  await come(old.id, { ...old, phone: '9810000004' })
  assert.deepEqual([await phone(who), await phone(old)], ['9810000001', '9810000004'])
  await commit(1, (write) => takeDeferred(write, at))
  assert.equal(await phone(who), '9810000001', 'it is still on its way')
  await store.deleteFrom('forward').execute()
  await commit(1, (write) => takeDeferred(write, at))
  assert.equal(await phone(who), '9810000002')
})
