import assert from 'node:assert/strict'
import { test } from 'node:test'

import { BURST, hearKey, letterOf, quietWedge } from '../../../renderer/ui/wedge.ts'
import type { Heard } from '../../../renderer/ui/wedge.ts'

const prefixes = ['DLH1:', 'DLV1:']

const codeOf = (letter: string): { code: string; shift: boolean } => {
  if (/[A-Z]/.test(letter)) return { code: `Key${letter}`, shift: true }
  if (/[0-9]/.test(letter)) return { code: `Digit${letter}`, shift: false }
  const special = { ':': 'Semicolon', $: 'Digit4', '%': 'Digit5', '*': 'Digit8', '+': 'Equal' }[letter]
  if (special !== undefined) return { code: special, shift: true }
  return { code: { ' ': 'Space', '-': 'Minus', '.': 'Period', '/': 'Slash' }[letter] ?? 'Unknown', shift: false }
}

/** Types a text with a pause between keys and returns what was heard of each. */
function heardOf(text: string, gap: number): readonly Heard[] {
  let wedge = quietWedge
  return Array.from(text, (letter, at) => {
    const heard = hearKey(wedge, { ...codeOf(letter), at: 1000 + at * gap }, prefixes)
    wedge = heard.wedge
    return heard
  })
}

test('every letter of QR alphanumeric text is read back from its key', () => {
  const all = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
  const read = Array.from(all, (letter) => letterOf(codeOf(letter).code, codeOf(letter).shift))
  assert.equal(read.join(''), all)
})

test('a scanner is caught at its prefix and held until Enter', () => {
  const heard = heardOf('DLH1:6BF+70%$', 8)
  assert.deepEqual(
    heard.map(({ kind }) => kind),
    ['maybe', 'maybe', 'maybe', 'maybe', 'caught', ...Array.from('6BF+70%$', () => 'hold')],
  )
  const last = heard.at(-1)?.wedge ?? quietWedge
  assert.equal(last.text, 'DLH1:6BF+70%$')
  assert.equal(hearKey(last, { code: 'Enter', shift: false, at: 1200 }, prefixes).kind, 'scan')
})

test('a person who types the same letters slowly is never caught', () => {
  const kinds = heardOf('DLH1:', BURST + 1).map(({ kind }) => kind)
  assert.equal(kinds.includes('caught'), false)
})

test('a name that begins like a prefix passes', () => {
  const kinds = heardOf('DILIP', 8).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['maybe', 'pass', 'pass', 'pass', 'pass'])
})

test('a scan right after typing is still found', () => {
  assert.equal(heardOf('RAMDLV1:', 8).at(-1)?.kind, 'caught')
})

test('shift between letters neither breaks nor lengthens a scan', () => {
  const start = heardOf('DLH1:A', 8).at(-1)?.wedge ?? quietWedge
  const heard = hearKey(start, { code: 'ShiftLeft', shift: true, at: 1100 }, prefixes)
  assert.equal(heard.kind, 'hold')
  assert.equal(heard.wedge.text, 'DLH1:A')
})
