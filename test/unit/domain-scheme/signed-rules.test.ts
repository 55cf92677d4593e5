import assert from 'node:assert/strict'
import { test } from 'node:test'

import { signList } from '../../../domain/card/signed-list.ts'
import { signRules, takeRules } from '../../../domain/scheme/signed-rules.ts'
import type { HeldRules } from '../../../domain/scheme/signed-rules.ts'
import { ed25519Verify } from '../../../main/crypto/ed25519.ts'
import { certificateBy, listKey, root, signerOf, stubRoot } from '../../fake/card-lists-stub.ts'
import { parts, rule, scheme, textOf } from './fixture.ts'

const issuedAt = '2026-11-22T05:00:00.000Z'
const text = textOf({ ...parts, schemes: [scheme('one', rule('r', 'member', { is: true }))] })
const world = { roots: [stubRoot], verify: ed25519Verify, today: '2026-11-22' }

const rulesOf = (seq: number, words = text, signer = listKey) => signRules({ seq, issuedAt, text: words }, signer)
const take = (rules: Uint8Array, held: HeldRules | null = null, certificate = certificateBy(root)) =>
  takeRules(held, { certificate, rules }, world)
const problem = (rules: Uint8Array, held: HeldRules | null = null, certificate = certificateBy(root)) => {
  const taken = take(rules, held, certificate)
  return taken.ok ? 'taken' : taken.problem
}
function heldAt(seq: number): HeldRules {
  const taken = take(rulesOf(seq))
  assert.ok(taken.ok)
  return taken.value
}

test('rules of the list key are taken, to the letter', () => {
  const { signed, file } = heldAt(4)
  assert.deepEqual(signed, { seq: 4, issuedAt, text })
  assert.equal(file.version, 3)
})

test('rules never go back', () => {
  const held = heldAt(4)
  assert.equal(problem(rulesOf(3), held), 'older')
  assert.equal(problem(rulesOf(4), held), 'taken')
  assert.equal(problem(rulesOf(4, `${text} `), held), 'differs')
  assert.equal(problem(rulesOf(5, `${text} `), held), 'taken')
  const next = signerOf(0xcc)
  assert.equal(problem(rulesOf(1, text, next), held, certificateBy(root, 2, next)), 'taken')
})

test('nobody else’s rules are taken', () => {
  assert.equal(problem(rulesOf(1, text, signerOf(0xdd))), 'forged')
  assert.equal(problem(rulesOf(1), null, certificateBy(signerOf(0xdd))), 'forged')
  assert.equal(problem(signList('trust', [1, 1, new TextEncoder().encode(text)], listKey)), 'forged')
  assert.equal(problem(signList('scheme-rules', [1, 1, text], listKey)), 'forged')
  const bytes = rulesOf(1)
  for (let at = 0; at < bytes.length; at += 97) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal(problem(changed), 'forged', `byte ${at}`)
  }
})

test('rules that are signed and not in order are not used', () => {
  assert.equal(problem(rulesOf(1, '{}')), 'not-in-order')
  assert.equal(
    problem(rulesOf(1, text.replaceAll('"member"', '"nobody"').replace('"nobody"', '"member"'))),
    'not-in-order',
  )
})

test('a certificate that is over proves nothing new', () => {
  const late = takeRules(
    null,
    { certificate: certificateBy(root), rules: rulesOf(1) },
    { ...world, today: '2100-01-01' },
  )
  assert.deepEqual(late, { ok: false, problem: 'certificate-over' })
})
