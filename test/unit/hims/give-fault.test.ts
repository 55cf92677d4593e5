import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Right } from '../../../domain/pharmacy/prescription.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { hospital, lot, mutation, person, prescription } from './hospital.ts'

test('a held lot, and a listed medicine that one person gave, are kept and a supervisor hears of them', async (t) => {
  const { hims, enrol } = await hospital(t)
  const pharmacy = await enrol('pharmacy')
  const who = person()
  const order = prescription(who.id, 10)
  const morphine = {
    code: lot.medicine,
    name: 'Morphine',
    strength: '10 mg',
    form: 'tablet',
    groups: ['opioid'],
    shelf: 'A 1',
  }
  const at = '2026-11-22T04:00:00.000Z'
  const marked = (id: string, since: string) => ({
    id,
    state: 'recalled',
    reason: 'Alert',
    at: since,
    by: 'supervisor-1',
  })
  const lots = [
    { ...lot, id: 'old', lot: 'OLD', expiry: '2026-10-31' },
    { ...lot, id: 'recalled', lot: 'REC', expiry: '2028-10-31' },
    { ...lot, id: 'later', lot: 'LAT', expiry: '2028-10-31' },
  ]
  await hims.load([
    { table: 'person', row: who },
    { table: 'medicine', row: morphine },
    ...lots.map((row) => ({ table: 'lot', row })),
    { table: 'lot_mark', row: marked('recalled', '2026-11-20T04:00:00.000Z') },
    { table: 'lot_mark', row: marked('later', '2026-11-22T05:00:00.000Z') },
    { table: 'prescription', row: order },
  ] as Parameters<typeof hims.load>[0])
  const { changes } = PullReply.parse((await pharmacy.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  const right = Right.parse(changes.find(({ table }) => table === 'right')?.row)
  const give = (n: number, lotId: string, more: object = {}) => {
    const entry = mutation(n, {})
    const { itemId, prescriptionId } = right
    const base = { id: entry.id, rightId: right.id, itemId, prescriptionId, personId: who.id, quantity: 1, at }
    const dispense = { ...base, lotId, operator: 'one', witness: 'two', terminal: pharmacy.id, ...more }
    return { ...entry, body: { kind: 'dispense.recorded', dispense } }
  }
  const { body } = await pharmacy.push([
    give(1, 'old'),
    give(2, 'recalled'),
    give(3, 'later'),
    give(4, 'later', { witness: undefined }),
    give(5, 'later', { witness: 'one' }),
  ])
  const results = Array.isArray(body['results']) ? body['results'] : []
  assert.deepEqual(
    results.map((result: { readonly note?: string; readonly kind: string }) => result.note ?? result.kind),
    ['review', 'review', 'applied', 'review', 'review'],
  )
  const notices = await hims.inside.store.selectFrom('notice').select(['kind', 'detail']).execute()
  assert.deepEqual(notices.map(({ kind, detail }) => `${kind} ${detail.split(',')[0] ?? ''}`).toSorted(), [
    `contradicts expired: 1 × ${lot.medicine}`,
    `contradicts one-person: 1 × ${lot.medicine}`,
    `contradicts one-person: 1 × ${lot.medicine}`,
    `contradicts recalled: 1 × ${lot.medicine}`,
  ])
  const left = (await hims.inside.store.selectFrom('notice').selectAll().execute()).every(
    ({ terminal }) => terminal === pharmacy.id,
  )
  assert.ok(left)
})
