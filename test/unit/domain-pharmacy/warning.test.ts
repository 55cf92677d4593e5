import assert from 'node:assert/strict'
import { test } from 'node:test'

import { formulary } from '../../../build/demo/seed/formulary.ts'
import { lastsUntil, stillRuns } from '../../../domain/pharmacy/days-supply.ts'
import { isSameToTake } from '../../../domain/pharmacy/ingredient.ts'
import { interactionTable } from '../../../domain/pharmacy/interaction-table.ts'
import { lotHold } from '../../../domain/pharmacy/lot-rule.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { needsReason, warningsOf } from '../../../domain/pharmacy/warning.ts'

const today = '2026-11-22'
const medicine = (name: string, more: Partial<Medicine> = {}): Medicine => ({
  code: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  name,
  strength: '5 mg',
  form: 'tablet',
  groups: [],
  shelf: 'A 1',
  ...more,
})
const against = (one: Medicine, other: Medicine, until: string | null = '2026-12-20') =>
  warningsOf(one, [{ medicine: other, until }], today).map((warning) =>
    warning.kind === 'duplicate'
      ? ['duplicate', warning.group]
      : [warning.id, warning.severity, warning.effect, warning.victim],
  )

test('drops for the eyes are not the tablets of the same name, and no ointment', () => {
  const [tablet, drops] = [medicine('Ciprofloxacin'), medicine('Ciprofloxacin', { form: 'drops' })]
  const ointment = medicine('Ciprofloxacin', { form: 'ointment' })
  assert.ok(isSameToTake(tablet, medicine('Ciprofloxacin', { form: 'injection', strength: '2 mg/ml' })))
  assert.ok(isSameToTake(drops, medicine('Ciprofloxacin', { form: 'drops', strength: '1 %' })))
  for (const [one, other] of [
    [tablet, drops],
    [tablet, ointment],
    [drops, ointment],
    [tablet, medicine('Levofloxacin')],
  ] as const)
    assert.ok(!isSameToTake(one, other) && !isSameToTake(other, one))
})

test('what was given lasts as the order says, and what is fetched early is added to it', () => {
  const order = { days: 30, quantity: 60 }
  assert.equal(lastsUntil(order, []), null)
  assert.equal(lastsUntil(order, [{ day: '2026-11-01', quantity: 60 }]), '2026-11-30')
  assert.equal(lastsUntil(order, [{ day: '2026-11-01', quantity: 20 }]), '2026-11-10')
  const parts = [
    { day: '2026-11-08', quantity: 40 },
    { day: '2026-11-01', quantity: 20 },
  ]
  assert.equal(lastsUntil(order, parts), '2026-11-30', 'in whatever order they are read')
  const late = [
    { day: '2026-11-01', quantity: 20 },
    { day: '2026-11-20', quantity: 2 },
  ]
  assert.equal(lastsUntil(order, late), '2026-11-20', 'days without medicine are not made up')
  assert.equal(lastsUntil({ days: 30, quantity: 1 }, [{ day: '2026-11-01', quantity: 1 }]), '2026-11-30', 'an inhaler')
})

test('people who come a few days early are let be', () => {
  assert.equal(stillRuns('2026-11-26', today), false)
  assert.equal(stillRuns('2026-11-27', today), true)
})

test('the same medicine, in any strength or mixture, is one too many while it runs', () => {
  const ibuprofen = medicine('Ibuprofen', { groups: ['nsaid'] })
  assert.deepEqual(against(ibuprofen, { ...ibuprofen, code: 'ibuprofen-200', strength: '200 mg' }), [
    ['duplicate', null],
  ])
  assert.deepEqual(against(ibuprofen, ibuprofen, '2026-11-25'), [], 'almost used up')
  assert.deepEqual(against(ibuprofen, ibuprofen, null), [], 'the doctor wrote both on one list')
  assert.deepEqual(against(medicine('Amoxicillin'), medicine('Amoxicillin + Clavulanic acid')), [['duplicate', null]])
  assert.deepEqual(against(medicine('Folic acid'), medicine('Ferrous salt + Folic acid')), [])
  assert.deepEqual(against(medicine('Ciprofloxacin', { code: 'drops', form: 'drops' }), medicine('Ciprofloxacin')), [])
})

test('two of one group are one too many, but not aspirin beside a painkiller', () => {
  const nsaid = { groups: ['nsaid'] }
  assert.deepEqual(against(medicine('Diclofenac', nsaid), medicine('Ibuprofen', nsaid)), [['duplicate', 'nsaid']])
  assert.deepEqual(against(medicine('Diclofenac', nsaid), medicine('Acetylsalicylic acid', nsaid)), [])
  const shown = warningsOf(
    medicine('Ramipril', { groups: ['emergency-supply'] }),
    [{ medicine: medicine('Metformin', { groups: ['emergency-supply'] }), until: '2026-12-31' }],
    today,
  )
  assert.deepEqual(shown, [], 'a group that says nothing of what a medicine does')
})

test('a pair is found whichever comes second, on one list or while the other lasts', () => {
  const warfarin = medicine('Warfarin')
  const mixture = medicine('Sulfamethoxazole + Trimethoprim')
  const found = [['warfarin-level-up', 'severe', 'bleeding', 'Warfarin']]
  assert.deepEqual(against(warfarin, mixture), found)
  assert.deepEqual(against(mixture, warfarin), found)
  assert.deepEqual(against(mixture, warfarin, null), found)
  assert.deepEqual(against(mixture, warfarin, '2026-11-22'), found)
  assert.deepEqual(against(mixture, warfarin, '2026-11-21'), [], 'used up yesterday')
  assert.deepEqual(against(medicine('Diclofenac', { form: 'gel' }), warfarin), [], 'on the skin')
  assert.deepEqual(
    against(medicine('Timolol', { form: 'drops' }), medicine('Salbutamol', { form: 'inhaler' })).map(([id]) => id),
    ['beta-breath'],
  )
})

test('severe ones and doubles want a reason, the others are shown', () => {
  const reasons = (one: string, other: string) =>
    warningsOf(medicine(one), [{ medicine: medicine(other), until: '2026-12-20' }], today).map(needsReason)
  assert.deepEqual(reasons('Morphine', 'Diazepam'), [true])
  assert.deepEqual(reasons('Digoxin', 'Furosemide'), [false])
  assert.deepEqual(reasons('Metformin', 'Metformin'), [true])
})

test('the table is sound: one id each, a source each, nobody against themselves', () => {
  const ids = interactionTable.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const { id, one, others, source } of interactionTable) {
    assert.ok(source.length > 5, id)
    assert.ok(one.length > 0 && others.length > 0, id)
    for (const name of [...one, ...others]) assert.equal(name, name.toLowerCase(), id)
    assert.deepEqual(
      one.filter((name) => others.includes(name)),
      [],
      id,
    )
  }
  const known = new Set(formulary.flatMap(({ name }) => name.toLowerCase().split(' + ')))
  const here = interactionTable.filter(
    ({ one, others }) => one.some((name) => known.has(name)) && others.some((name) => known.has(name)),
  )
  assert.ok(here.length >= 50, `${here.length} speak of medicines of the demonstration`)
})

test('the gravest word about a lot counts', () => {
  const mark = (state: 'free' | 'quarantined' | 'recalled') => ({ state })
  assert.equal(lotHold({ expiry: '2026-11-22' }, null, today), null, 'its last day')
  assert.equal(lotHold({ expiry: '2026-11-21' }, null, today), 'expired')
  assert.equal(lotHold({ expiry: '2026-11-21' }, mark('recalled'), today), 'recalled')
  assert.equal(lotHold({ expiry: '2027-11-21' }, mark('quarantined'), today), 'quarantined')
  assert.equal(lotHold({ expiry: '2027-11-21' }, mark('free'), today), null)
})
