import type { CardWishes, NewCard } from '../../contract/desk.ts'
import type { CardBlank, CardRecord } from '../../domain/card/card-record.ts'
import type { CardStatus } from '../../domain/card/card-status.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { Facility } from '../../domain/hospital/facility.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import type { PrintDocument } from '../../domain/print/document.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { coreText } from './card-core-text.ts'
import type { CoreText } from './card-core-text.ts'
import type { CardToPrint } from './card-paper.ts'

export interface CardOrder {
  readonly person: Person
  readonly language: Language
  readonly wishes: CardWishes
}

/** What is to be printed, and what was wished for and its code does not hold. */
export interface GivenCard extends CardToPrint {
  readonly missing: NewCard['missing']
}

export interface MadeCard {
  readonly made: NewCard
  readonly toPrint: CardToPrint
}

/** Makes a leased card this person's and queues its paper; all of it belongs to the write it is given. */
export function makeCard(
  bench: Bench,
  write: Write,
  blank: CardBlank,
  order: CardOrder,
  facility: Facility,
  paper: (card: CardToPrint) => PrintDocument,
): MadeCard {
  const toPrint = giveCard(bench, write, blank, order, facility)
  const { card, code, missing } = toPrint
  const short = shortCode(card.cardId)
  const job = printPaper(bench, write, paper(toPrint), short)
  return { made: { card, shortCode: short, code, job, missing }, toPrint }
}

/** The same without its paper. */
export function giveCard(
  bench: Bench,
  write: Write,
  blank: CardBlank,
  { person, language, wishes }: CardOrder,
  facility: Facility,
): GivenCard {
  const details = wishes.details ? coreText(bench, person, blank, wishes) : null
  const code = details?.text ?? blank.text
  const { cardId, statusIndex, expires, term } = blank
  // A card that this desk signs itself is of today: the blank may be older than the desk's key.
  const issued = details === null ? blank.issued : bench.today()
  const profile = details === null ? 'P-ID' : 'P-CORE'
  const card: CardRecord = {
    cardId,
    personId: person.id,
    statusIndex,
    issued,
    expires,
    term,
    profile,
    status: 'active',
  }
  write.put('card', card)
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'card.issued', card }, shortCode(cardId))
  write.audit('card.issued', cardId)
  // What somebody agreed to have on it is theirs to take back: with a new card.
  if (details !== null) write.audit(details.emergency ? 'consent.emergency' : 'consent.details', cardId)
  return { person, card, code, missing: missingOf(wishes, details), facility, language, face: wishes.face }
}

function missingOf(wishes: CardWishes, held: CoreText | null): NewCard['missing'] {
  if (wishes.details && held === null) return 'name'
  return wishes.emergency && held !== null && !held.emergency ? 'emergency' : null
}

/** Queues one paper and gives its job. */
export function printPaper(bench: Bench, write: Write, document: PrintDocument, title: string): JobId {
  const job = JobId.parse(bench.newId())
  write.print(job, document, title)
  return job
}

/** Takes a card one step through its life, here and at HIMS. */
export function stepCard(bench: Bench, write: Write, card: CardRecord, to: CardStatus, reason: string): CardRecord {
  const changed = { ...card, status: to }
  write.put('card', changed)
  write.tellHims(
    MutationId.parse(bench.newId()),
    { kind: 'card.changed', cardId: card.cardId, to, reason, at: write.at },
    shortCode(card.cardId),
  )
  write.audit(`card.${to}`, card.cardId)
  return changed
}
