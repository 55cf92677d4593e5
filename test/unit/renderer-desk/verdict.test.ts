import assert from 'node:assert/strict'
import { test } from 'node:test'

import { cardStatuses } from '../../../domain/card/card-status.ts'
import type { CardAnswer } from '../../../domain/card/card-answer.ts'
import { languages } from '../../../domain/language.ts'
import { textNamed } from '../../../domain/text/catalogue.ts'
import { verdictOf } from '../../../renderer/desk/scan/verdict.ts'
import { facts } from '../domain-card/fixture.ts'

const verdict = (card: CardAnswer) =>
  verdictOf({ card, person: null, source: 'card', device: 'Scanner', identity: null })

for (const reason of [...cardStatuses.filter((status) => status !== 'active'), 'frozen-by-a-newer-hims', 'active']) {
  test(`a card that was ended as ${reason} says so, and what to do next, in four languages`, () => {
    const { kind, title, next } = verdict({ kind: 'revoked', reason, card: facts })
    assert.equal(kind, 'stop')
    const plain = !cardStatuses.some((status) => status === reason && status !== 'active')
    assert.equal(title, plain ? 'desk.scan.revoked' : `desk.scan.revoked.${reason}`)
    for (const id of [title, next]) {
      for (const language of languages) assert.notEqual(textNamed(language, id), id)
    }
  })
}

test('every other answer has a sentence and a next step too', () => {
  const others = ['altered', 'unknown-issuer', 'newer-format', 'not-a-card'] as const
  const all: readonly CardAnswer[] = [
    ...others.map((kind) => ({ kind })),
    { kind: 'valid', card: facts },
    { kind: 'expired', card: facts },
  ]
  for (const { title, next } of all.map(verdict)) {
    for (const id of [title, next]) {
      for (const language of languages) assert.notEqual(textNamed(language, id, { day: '' }), id)
    }
  }
})
