import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { CardPaper, MedicineLabel, TokenSlip } from '../../../domain/print/document.ts'
import { papersAhead } from '../../../main/process/papers-ahead.ts'
import { samplePapers } from '../../../main/print/sample-paper.ts'
import { handTimers } from '../../fake/world.ts'

test('the papers that are drawn ahead are such as may be printed, and name nobody', () => {
  for (const language of languages) {
    const { slip, label, card } = samplePapers(language)
    assert.deepEqual(TokenSlip.parse(slip), slip)
    assert.deepEqual(MedicineLabel.parse(label), label)
    assert.deepEqual(CardPaper.parse(card), card)
  }
})

test('nothing is drawn for a printer that is not there', () => {
  const timers = handTimers()
  const never = (): never => assert.fail('drawn')
  const world = { ticketDeps: never, cardDeps: never, ticket: null, label: null, card: false }
  papersAhead({ ...world, after: (ms, run) => timers.after(ms, run), report: (fault) => assert.fail(String(fault)) })
  timers.move(60_000)
})
