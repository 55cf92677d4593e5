import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { judgePack, judgePacks } from '../../../domain/pharmacy/pack-verdict.ts'
import type { LineToPick } from '../../../domain/pharmacy/pack-verdict.ts'
import type { PackSeen } from '../../../domain/pharmacy/pack.ts'

const medicine = (code: string, name: string): Medicine => ({
  code,
  name,
  strength: '40 mg',
  form: 'tablet',
  groups: [],
  shelf: 'B 1',
})
const telmisartan = medicine('telmisartan-40', 'Telmisartan')
const metformin = medicine('metformin-500', 'Metformin')

const line = (what: Medicine, more: Partial<LineToPick> = {}): LineToPick => ({
  itemId: what.code,
  medicine: what,
  stopped: false,
  takes: [{ lotId: `${what.code}-soon`, quantity: 20 }],
  lots: [
    { lotId: `${what.code}-soon`, here: 20 },
    { lotId: `${what.code}-late`, here: 90 },
  ],
  ...more,
})
type Read = Extract<PackSeen, { readonly kind: 'read' }>
const pack = (what: Medicine | null, lot: string | null, more: Partial<Read> = {}): PackSeen => ({
  kind: 'read',
  gtin: '09501101530003',
  lotNumber: lot,
  expiry: null,
  medicine: what,
  units: 10,
  lot:
    lot === null || what === null
      ? null
      : { id: `${what.code}-${lot}`, medicine: what.code, lot, expiry: '2027-01-31' },
  held: null,
  reason: '',
  ...more,
})
const lines = [line(metformin), line(telmisartan)]

test('each pack counts its units until the line is whole', () => {
  const one = pack(telmisartan, 'soon')
  const { verdicts, ticked } = judgePacks([one, one, one], lines)
  assert.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['right', 'right', 'enough'],
  )
  assert.deepEqual(ticked, { 'telmisartan-40': 20 })
  assert.deepEqual(judgePacks([pack(telmisartan, 'soon', { units: null })], lines).ticked, { 'telmisartan-40': 20 })
})

test('what is held is a stop before anything else is asked', () => {
  for (const held of ['recalled', 'quarantined', 'expired'] as const) {
    assert.deepEqual(judgePack(pack(telmisartan, 'soon', { held }), lines, {}), { kind: held })
    assert.deepEqual(judgePack(pack(null, null, { held }), lines, {}), { kind: held })
  }
})

test('wrong packs tick nothing', () => {
  const other = { ...telmisartan, code: 'telmisartan-80', strength: '80 mg' }
  const seen = [
    pack(other, 'soon'),
    pack(medicine('warfarin-5', 'Warfarin'), 'soon'),
    pack(null, null),
    pack(telmisartan, 'unheard-of'),
    pack(telmisartan, 'late'),
    { kind: 'broken', fault: 'cut-off' } as const,
  ]
  const { verdicts, ticked } = judgePacks(seen, lines)
  assert.deepEqual(verdicts, [
    { kind: 'wrong-strength', itemId: 'telmisartan-40' },
    { kind: 'wrong-medicine' },
    { kind: 'unknown-code' },
    { kind: 'not-on-books', itemId: 'telmisartan-40' },
    { kind: 'other-lot', itemId: 'telmisartan-40', lotId: 'telmisartan-40-late' },
    { kind: 'broken' },
  ])
  assert.deepEqual(ticked, {})
})

test('a lot that the books have no more of is no lot to give', () => {
  const empty = [line(telmisartan, { lots: [{ lotId: 'telmisartan-40-soon', here: 0 }] })]
  assert.equal(judgePack(pack(telmisartan, 'soon'), empty, {}).kind, 'not-on-books')
})

test('a stopped line takes no pack, and a code without a lot leaves the lot to the eye', () => {
  assert.equal(judgePack(pack(metformin, 'soon'), [line(metformin, { stopped: true })], {}).kind, 'line-stopped')
  assert.equal(judgePack(pack(metformin, null), lines, {}).kind, 'lot-unsaid')
  assert.equal(judgePack(pack(metformin, null), lines, { 'metformin-500': 20 }).kind, 'enough')
})

test('two lines of one medicine are filled one after the other', () => {
  const twice = [line(metformin, { itemId: 'first' }), line(metformin, { itemId: 'second' })]
  const one = pack(metformin, 'soon', { units: 20 })
  const { ticked } = judgePacks([one, one], twice)
  assert.deepEqual(ticked, { first: 20, second: 20 })
})
