import assert from 'node:assert/strict'
import { test } from 'node:test'

import { newVisit, reduce } from '../../../renderer/kiosk/state.ts'
import type { Action, Token, Visit } from '../../../renderer/kiosk/state.ts'

const guest = '0123456789abcdef0123456789abcdef'
const other = 'fedcba9876543210fedcba9876543210'

const token: Token = {
  label: 'M 148',
  department: {
    code: 'medicine',
    name: { en: 'Medicine', hi: 'मेडिसिन', pa: 'ਮੈਡੀਸਨ', ur: 'میڈیسن' },
    prefix: 'M',
    room: '14',
    floor: 1,
    line: 'blue',
    sign: 'medicine',
  },
  expected: null,
}

const after = (...actions: readonly Action[]): Visit => actions.reduce(reduce, newVisit)
const toToken: readonly Action[] = [
  { kind: 'speak', language: 'hi' },
  { kind: 'check-in' },
  { kind: 'scanned', scan: { kind: 'welcome', guest } },
  { kind: 'choose', department: 'medicine' },
  { kind: 'issued', token },
]

test('a visit goes from language to a number', () => {
  assert.deepEqual(after(...toToken), {
    language: 'hi',
    step: { kind: 'token', token, paper: { kind: 'printing' } },
    call: 'none',
  })
})

test('a card shown before a language was chosen is not lost', () => {
  const held = after({ kind: 'scanned', scan: { kind: 'welcome', guest } })
  assert.deepEqual(held.step, { kind: 'language', guest })
  assert.deepEqual(reduce(held, { kind: 'speak', language: 'ur' }).step, { kind: 'department', guest })
})

test('each refusal keeps its own reason', () => {
  const scanning = after({ kind: 'speak', language: 'en' }, { kind: 'check-in' })
  const why = (scan: Extract<Action, { kind: 'scanned' }>['scan']) => reduce(scanning, { kind: 'scanned', scan }).step
  assert.deepEqual(why({ kind: 'not-here-yet' }), { kind: 'refused', why: 'not-here-yet' })
  assert.deepEqual(why({ kind: 'not-a-card' }), { kind: 'refused', why: 'not-a-card' })
  for (const reason of ['expired', 'revoked', 'altered', 'unknown-issuer', 'newer-format'] as const) {
    assert.deepEqual(why({ kind: 'go-to-desk', why: reason }), { kind: 'refused', why: reason })
  }
})

test('a stray scan wipes no number, and the next person’s card begins their own turn', () => {
  const shown = after(...toToken)
  assert.equal(reduce(shown, { kind: 'scanned', scan: { kind: 'not-a-card' } }), shown)
  const next = reduce(shown, { kind: 'scanned', scan: { kind: 'welcome', guest: other } })
  assert.deepEqual(next.step, { kind: 'department', guest: other })
  assert.ok(!JSON.stringify(next).includes('M 148'))
})

test('nothing changes while a number is on its way', () => {
  const issuing = after(...toToken.slice(0, 4))
  assert.equal(reduce(issuing, { kind: 'scanned', scan: { kind: 'welcome', guest: other } }), issuing)
  assert.equal(reduce(issuing, { kind: 'choose', department: 'eye' }), issuing)
  assert.equal(reduce(issuing, { kind: 'back' }), issuing)
})

test('an answer that comes too late gives nobody a number', () => {
  const gone = after({ kind: 'speak', language: 'en' })
  assert.equal(reduce(gone, { kind: 'issued', token }), gone)
  assert.equal(reduce(gone, { kind: 'paper', paper: { kind: 'printed' } }), gone)
})

test('Back leaves a call first, then goes one screen back', () => {
  const called = reduce(after({ kind: 'speak', language: 'pa' }, { kind: 'check-in' }), {
    kind: 'call',
    state: 'coming',
  })
  const scan = reduce(called, { kind: 'back' })
  assert.deepEqual([scan.call, scan.step.kind], ['none', 'scan'])
  const home = reduce(scan, { kind: 'back' })
  assert.deepEqual(home.step, { kind: 'home' })
  assert.deepEqual(reduce(home, { kind: 'back' }), newVisit)
})

test('the language changes without losing the place', () => {
  const shown = reduce(after(...toToken), { kind: 'change-language' })
  assert.equal(shown.language, null)
  assert.equal(reduce(shown, { kind: 'speak', language: 'en' }).step.kind, 'token')
})
