import assert from 'node:assert/strict'
import { test } from 'node:test'

import { OperatorId } from '../../../domain/id.ts'
import { lockedState, readyToTry, typedPin, unlocking } from '../../../renderer/ui/unlock-state.ts'
import type { UnlockAction, UnlockState } from '../../../renderer/ui/unlock-state.ts'

const sunita = { id: OperatorId.parse('sunita-devi'), name: 'Sunita Devi' }
const imran = { id: OperatorId.parse('imran-qureshi'), name: 'Imran Qureshi' }
const after = (...actions: readonly UnlockAction[]): UnlockState => actions.reduce(unlocking, lockedState)
const listed: UnlockAction = { kind: 'operators', operators: [sunita, imran], first: null }

test('the first operator is chosen, and keypad and keyboard fill the same PIN', () => {
  const state = after(
    listed,
    { kind: 'digit', digit: '1' },
    { kind: 'typed', pin: '1a2' },
    { kind: 'digit', digit: '3' },
  )
  assert.equal(state.operator, sunita.id)
  assert.equal(state.pin, '123')
  assert.equal(after(listed, { kind: 'typed', pin: '1234567890' }).pin, '12345678')
})

test('a PIN of fewer than four digits is not tried, nor one while another is checked', () => {
  assert.equal(readyToTry(after(listed, { kind: 'typed', pin: '123' })), null)
  const whole = after(listed, { kind: 'typed', pin: '1234' })
  assert.deepEqual(readyToTry(whole), { operator: sunita.id, pin: '1234' })
  assert.equal(readyToTry(unlocking(whole, { kind: 'told', told: { kind: 'checking' } })), null)
})

test('a wrong PIN is wiped and said until the next digit', () => {
  const wrong = after(listed, { kind: 'typed', pin: '1234' }, { kind: 'told', told: { kind: 'wrong', triesLeft: 2 } })
  assert.equal(wrong.pin, '')
  assert.deepEqual(wrong.told, { kind: 'wrong', triesLeft: 2 })
  assert.deepEqual(unlocking(wrong, { kind: 'digit', digit: '1' }).told, { kind: 'nothing' })
})

test('a waiting time outlives typing, and it is the terminal that ends it, not the clock of the page', () => {
  const until = '2026-11-22T04:12:00.000Z'
  const state = after(listed, { kind: 'told', told: { kind: 'wait', until } }, { kind: 'typed', pin: '1234' })
  assert.deepEqual(state.told, { kind: 'wait', until })
  assert.deepEqual(readyToTry(state), { operator: sunita.id, pin: '1234' })
})

test('another person starts with an empty PIN', () => {
  const state = after(listed, { kind: 'typed', pin: '12' }, { kind: 'chose', operator: imran.id })
  assert.equal(state.pin, '')
})

test('whoever was here last is chosen first, if they still work here', () => {
  const back: UnlockAction = { kind: 'operators', operators: [sunita, imran], first: imran.id }
  assert.equal(after(back).operator, imran.id)
  assert.equal(after({ ...back, first: OperatorId.parse('gone') }).operator, sunita.id)
})

test('a badge chooses its holder and asks for the PIN; one that opens nothing chooses nobody', () => {
  const badge = { operator: imran.id, name: imran.name, kind: 'named' } as const
  const shown = after(listed, { kind: 'typed', pin: '12' }, { kind: 'badge', badge })
  assert.deepEqual(
    [shown.operator, shown.pin, shown.told],
    [imran.id, '', { kind: 'badge-read', name: 'Imran Qureshi' }],
  )
  assert.deepEqual(unlocking(shown, { kind: 'typed', pin: '2468' }).told, shown.told)
  const refused = unlocking(shown, { kind: 'badge', badge: { kind: 'refused' } })
  assert.deepEqual([refused.operator, refused.told], [imran.id, { kind: 'badge-refused' }])
})

test('a PIN typed on a keyboard of another script is the same PIN', () => {
  for (const pin of ['२४६८', '੨੪੬੮', '۲۴۶۸', '٢٤٦٨']) {
    assert.equal(after(listed, { kind: 'typed', pin }).pin, '2468')
    assert.equal(typedPin(pin), '2468')
  }
})
