import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import type { CardPaper } from '../../../domain/print/document.ts'
import { drawCard } from '../../../main/print/pdf/draw-card.ts'
import { fonts, paper, text } from './fixture.ts'

const draw = (changed: Partial<CardPaper> = {}) => drawCard({ ...paper, ...changed }, { fonts, text })

/** Poppler, which is nobody's but its own judge of what a PDF says. */
const poppler = (tool: string, args: readonly string[], pdf: Uint8Array): string | null => {
  try {
    return execFileSync(tool, args, { input: pdf, encoding: 'utf8' }).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const own = [
  { script: 'Deva', text: 'श्रीमती क्षितिजा त्रिपाठी' },
  { script: 'Guru', text: 'ਕਸ਼ਿਤਿਜਾ ਤ੍ਰਿਪਾਠੀ' },
  { script: 'Arab', text: 'عبدالرحمٰن قریشی' },
] as const

for (const name of own) {
  test(`${name.text} can be copied out of the PDF`, async (t) => {
    const said = poppler('pdftotext', ['-', '-'], await draw({ name: { latin: 'A B', own: name } }))
    if (said === null) return t.skip('pdftotext is not installed')
    // Noto's clusters are read back in NFC, which spells some letters with a nukta apart.
    assert.ok(said.normalize('NFC').includes(name.text.normalize('NFC')), said)
  })
}

test('both sides are exactly CR80, tagged and in their language', async (t) => {
  const said = poppler('pdfinfo', ['-f', '1', '-l', '2', '-'], await draw({ language: 'ur' }))
  if (said === null) return t.skip('pdfinfo is not installed')
  assert.match(said, /Pages: +2\n/)
  assert.match(said, /Tagged: +yes/)
  assert.equal(said.match(/size: +242\.646 x 153\.014 pts/g)?.length, 2)
})

for (const language of languages) {
  test(`a card in ${language} says all it must`, async (t) => {
    const said = poppler('pdftotext', ['-', '-'], await draw({ language }))
    if (said === null) return t.skip('pdftotext is not installed')
    for (const words of [
      'Gurpreet Kaur',
      'गुरप्रीत कौर',
      '6 Apr 1991',
      'Female',
      'Harjinder Singh',
      'R3ZY-W093-N',
      'Issued 22 Nov 2026',
      'Valid to 21 Nov 2031',
      text(language, 'card.sex.female'),
      text(language, 'card.show'),
      ...languages.map((each) => text(each, 'card.accepted')),
    ]) {
      assert.ok(said.includes(words), `${words} in ${said}`)
    }
    assert.doesNotMatch(said, /DUPLICATE/)
    // Once a side: the rows of tiny words are drawn, not written.
    assert.equal(said.split(text('en', 'card.issuer')).length, 3)
  })
}

test('every copy after the first is marked in two languages', async (t) => {
  const said = poppler('pdftotext', ['-', '-'], await draw({ copy: 2, language: 'pa' }))
  if (said === null) return t.skip('pdftotext is not installed')
  assert.match(said, /DUPLICATE/)
  assert.ok(said.includes(text('pa', 'card.duplicate')))
})

test('the same card gives the same bytes, and its title names nobody', async () => {
  const [one, other] = [await draw(), await draw()]
  assert.ok(Buffer.compare(one, other) === 0)
  assert.ok(one.length < 60_000, `${one.length} bytes`)
  assert.doesNotMatch(Buffer.from(one).toString('latin1'), /Gurpreet/)
})

test('a relation that a newer HIMS knows is still a guardian', async (t) => {
  const said = poppler('pdftotext', ['-', '-'], await draw({ guardian: { relation: 'aunt', name: 'Simran' } }))
  if (said === null) return t.skip('pdftotext is not installed')
  assert.match(said, /Guardian[^]*Simran/)
})
