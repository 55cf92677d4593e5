import { fileURLToPath } from 'node:url'

import { shortCode } from '../../domain/card/short-code.ts'
import type { CardPaper } from '../../domain/print/document.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import { addCard, bookOf } from '../../main/print/pdf/draw-card.ts'
import { notoFiles } from '../../main/print/pdf/noto.ts'
import { facility } from '../demo/seed/department.ts'
import type { Sample } from './sample-card.ts'

const fonts = notoFiles(fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url)))

/** One PDF of all the cards, a page a side. */
export function drawSamples(samples: readonly Sample[]): Promise<Uint8Array> {
  const day = samples[0]?.facts.issued ?? '2026-01-01'
  const book = bookOf.card({ language: 'en', day }, { fonts, text: textNamed })
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    book.pen.paper.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    book.pen.paper.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    book.pen.paper.on('error', reject)
    for (const sample of samples) addCard(book, paperOf(sample))
    book.end()
  })
}

const paperOf = ({ person, facts, text }: Sample): CardPaper => ({
  kind: 'card',
  language: person.language,
  facility,
  name: person.name,
  sex: person.sex,
  born:
    person.birth.kind === 'date' ? person.birth.on : String(Number(person.birth.asOf.slice(0, 4)) - person.birth.years),
  guardian: person.guardian,
  shortCode: shortCode(facts.cardId),
  issued: facts.issued,
  expires: facts.expires,
  term: 'permanent',
  bloodGroup: person.bloodGroup,
  abha: person.abha,
  code: text,
  copy: 1,
})
