import assert from 'node:assert/strict'
import { test } from 'node:test'

import { allowanceOf, idleAfter } from '../../../renderer/kiosk/idle.ts'
import { newVisit } from '../../../renderer/kiosk/state.ts'
import type { Step, Visit } from '../../../renderer/kiosk/state.ts'

const guest = '0123456789abcdef0123456789abcdef'
const on = (step: Step, call: Visit['call'] = 'none') => allowanceOf({ step, call })

test('the start waits for ever', () => {
  assert.equal(allowanceOf(newVisit), null)
  assert.deepEqual(idleAfter(null, 9999), { kind: 'calm' })
})

test('a screen with a person in it warns 20 seconds ahead and is wiped at 30', () => {
  const allowance = on({ kind: 'department', guest })
  assert.deepEqual(idleAfter(allowance, 9.9), { kind: 'calm' })
  assert.deepEqual(idleAfter(allowance, 10), { kind: 'warning', left: 20 })
  assert.deepEqual(idleAfter(allowance, 29.5), { kind: 'warning', left: 1 })
  assert.deepEqual(idleAfter(allowance, 30), { kind: 'over' })
})

test('a screen with nobody in it goes back without a word', () => {
  assert.deepEqual(idleAfter(on({ kind: 'home' }), 29.9), { kind: 'calm' })
  assert.deepEqual(idleAfter(on({ kind: 'home' }), 30), { kind: 'over' })
})

test('every warning gives at least the 20 seconds of WCAG 2.2.1', () => {
  const steps: readonly Step[] = [
    { kind: 'language', guest },
    { kind: 'scan', reading: false },
    { kind: 'department', guest },
    { kind: 'issuing', guest, department: 'eye' },
    { kind: 'refused', why: 'expired' },
  ]
  for (const step of steps) assert.ok((on(step)?.warnFor ?? 0) >= 20, step.kind)
  assert.ok((on({ kind: 'home' }, 'coming')?.leaveAfter ?? 0) >= 120)
})
