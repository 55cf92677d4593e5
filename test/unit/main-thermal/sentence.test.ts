import assert from 'node:assert/strict'
import { test } from 'node:test'

import { countText } from '../../../domain/pharmacy/measure.ts'
import type { Language } from '../../../domain/language.ts'
import {
  dateText,
  doseText,
  foodText,
  momentText,
  monthText,
  personText,
  placeText,
  quantityText,
} from '../../../main/print/thermal/sentence.ts'
import { medicineDepartment } from './papers.ts'
import { paperText } from './texts.ts'

/** Without the invisible marks that keep pieces together. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')
const speaker = (language: Language) => (id: string, values?: Readonly<Record<string, string | number>>) =>
  paperText(language, id, values)
const dose = { morning: 1, noon: 0, evening: 1, night: 0, food: 'with' } as const

test('doses are said by time, equal ones together', () => {
  assert.equal(plain(doseText(speaker('en'), 'tablet', dose)), 'Morning, evening: 1 tablet')
  assert.equal(plain(doseText(speaker('hi'), 'tablet', dose)), 'सुबह, शाम: 1 गोली')
  assert.equal(plain(doseText(speaker('pa'), 'tablet', { ...dose, night: 2 })), 'ਸਵੇਰੇ, ਸ਼ਾਮ: 1 ਗੋਲੀ; ਰਾਤ: 2 ਗੋਲੀਆਂ')
  assert.equal(plain(doseText(speaker('ur'), 'capsule', dose)), 'صبح، شام: 1 کیپسول')
  assert.equal(plain(doseText(speaker('en'), 'syrup', { ...dose, evening: 2.5 })), 'Morning: 1 ml; evening: 2½ ml')
  assert.equal(plain(doseText(speaker('hi'), 'ointment', dose)), 'सुबह, शाम: लगाएँ')
})

test('what is handed over is counted in packs where doses are not', () => {
  assert.equal(plain(quantityText(speaker('en'), 'tablet', 1)), '1 tablet')
  assert.equal(plain(quantityText(speaker('en'), 'drops', 2)), '2 bottles')
  assert.equal(plain(quantityText(speaker('en'), 'ointment', 1)), '1 tube')
})

test('quarters and halves are written as pharmacists write them', () => {
  assert.deepEqual([0.25, 0.5, 0.75, 1, 1.5, 2.25, 0.3].map(countText), ['¼', '½', '¾', '1', '1½', '2¼', '0.3'])
})

test('dates, rooms and people', () => {
  assert.equal(momentText(speaker('en'), '2026-11-22T09:43'), '22 Nov 2026, 09:43')
  assert.equal(dateText(speaker('hi'), '2026-03-05'), '5 मार्च 2026')
  assert.equal(monthText(speaker('ur'), '2027-01-31'), 'جنوری 2027')
  assert.equal(plain(placeText(speaker('en'), medicineDepartment)), 'Room 14, first floor')
  assert.equal(plain(placeText(speaker('en'), { ...medicineDepartment, floor: 0 })), 'Room 14, ground floor')
  assert.equal(plain(placeText(speaker('en'), { ...medicineDepartment, floor: 7 })), 'Room 14, 7th floor')
  assert.equal(plain(placeText(speaker('en'), { ...medicineDepartment, floor: -2 })), 'Room 14, basement 2')
  assert.equal(plain(placeText(speaker('hi'), { ...medicineDepartment, floor: 6 })), 'कमरा 14, छठी मंज़िल')
  const person = { initials: 'G. K.', age: 35, sex: 'female' } as const
  assert.equal(plain(personText(speaker('pa'), person)), 'G. K., 35, ਔਰਤ')
  assert.equal(plain(personText(speaker('en'), { ...person, age: 0, sex: 'unknown' })), 'G. K., under 1')
})

test('food is said only when it matters', () => {
  assert.equal(foodText(speaker('ur'), 'before'), 'کھانے سے پہلے')
  assert.equal(foodText(speaker('ur'), 'any'), null)
})
