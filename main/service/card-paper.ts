import type { CardRecord } from '../../domain/card/card-record.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { Facility } from '../../domain/hospital/facility.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import type { CardLetter, CardPaper, LargeCard, StickerSheet } from '../../domain/print/document.ts'
import { initialsOf } from './initials.ts'

/** All that the papers of one card draw on. */
export interface CardToPrint {
  readonly person: Person
  readonly card: CardRecord
  /** The text of its QR symbol. */
  readonly code: string
  readonly facility: Facility
  readonly language: Language
  /** Blood group and ABHA number may stand where others see them. */
  readonly face: boolean
}

/** The day, or the year alone when only an age was told. */
const bornOf = ({ birth }: Person): string =>
  birth.kind === 'date' ? birth.on : String(Number(birth.asOf.slice(0, 4)) - birth.years)

const common = ({ person, card, code, facility, language, face }: CardToPrint) => ({
  language,
  facility,
  name: person.name,
  sex: person.sex,
  born: bornOf(person),
  guardian: person.guardian,
  shortCode: shortCode(card.cardId),
  issued: card.issued,
  expires: card.expires,
  term: card.term,
  bloodGroup: face ? person.bloodGroup : null,
  abha: face ? person.abha : null,
  code,
  copy: 1,
})

export const cardPaper = (card: CardToPrint): CardPaper => ({ kind: 'card', ...common(card) })

/** The card for home; `allergies` in the person's words, or null to leave them off. */
export const largeCard = (card: CardToPrint, allergies: readonly string[] | null): LargeCard => ({
  kind: 'large-card',
  ...common(card),
  address: card.face ? card.person.address : null,
  allergies: allergies === null ? null : [...allergies],
})

export const stickerSheet = ({ person, card, code, language }: CardToPrint): StickerSheet => ({
  kind: 'sticker-sheet',
  language,
  initials: initialsOf(person),
  shortCode: shortCode(card.cardId),
  issued: card.issued,
  code,
  copy: 1,
})

export const cardLetter = ({ person, card, facility, language }: CardToPrint): CardLetter => ({
  kind: 'card-letter',
  language,
  facility,
  name: person.name,
  guardian: person.guardian,
  address: person.address,
  shortCode: shortCode(card.cardId),
  issued: card.issued,
  expires: card.expires,
  term: card.term,
  copy: 1,
})
