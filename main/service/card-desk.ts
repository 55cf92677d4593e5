import type { z } from 'zod'

import type { CardDesk, CardView, desk, NewCard } from '../../contract/desk.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { JobId, PersonId } from '../../domain/id.ts'
import { askable } from '../../domain/person/check-fact.ts'
import type { PrintDocument } from '../../domain/print/document.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { canCodeAllergies, canSignCore, recordedCodes } from './card-core-text.ts'
import { cardLetter, cardPaper, largeCard, stickerSheet } from './card-paper.ts'
import { makeCard, printPaper, stepCard } from './make-card.ts'
import type { CardOrder } from './make-card.ts'
import { personHere } from './person-view.ts'
import { isSupervisor } from './session.ts'

type NotIssued = 'no-blank' | 'disk-full'
type Asked = z.output<(typeof desk)['channels']['card.permanent']['input']>

/** Makes a temporary card and queues its printing. */
export function issueCard(bench: Bench, order: CardOrder): Result<NewCard, NotIssued> {
  const { facility } = bench.store.device.read()
  if (facility === null) return fail('no-blank')
  const saved = bench.save((write) => {
    const blank = bench.store.leased.takeCard(bench.today(), 'temporary')
    return blank === null ? null : makeCard(bench, write, blank, order, facility, cardPaper).made
  })
  if (!saved.ok) return saved
  return saved.value === null ? fail('no-blank') : ok(saved.value)
}

export interface PermanentSet {
  readonly cards: [NewCard, NewCard]
  readonly jobs: JobId[]
}

/**
 * Two cards of their own, for the purse and for home, so that losing one leaves the other good; stickers carry the code
 * of the one that stays at home. What is handed over now takes the place of the temporary card, what is posted does not.
 */
export function issuePermanent(
  bench: Bench,
  order: CardOrder,
  { stickers, letter }: Pick<Asked, 'stickers' | 'letter'>,
): Result<PermanentSet, NotIssued> {
  const { store } = bench
  const { facility } = store.device.read()
  if (facility === null) return fail('no-blank')
  const saved = bench.save((write) => {
    const blanks = takeTwo(bench)
    if (blanks === null) return null
    const [forPurse, forHome] = blanks
    const before = store.people.cards(order.person.id)
    const allergies = order.wishes.face ? store.pharmacy.allergies(order.person.id).map(({ group }) => group) : null
    const purse = makeCard(bench, write, forPurse, order, facility, cardPaper)
    const home = makeCard(bench, write, forHome, order, facility, (card) => largeCard(card, allergies))
    const job = (title: string) => (paper: PrintDocument) => printPaper(bench, write, paper, title)
    const more = [
      // Others see a sticker: its code is the plain one of the same card, whatever the card itself tells.
      ...(stickers ? [job(home.made.shortCode)(stickerSheet({ ...home.toPrint, code: forHome.text }))] : []),
      ...(letter ? [job(purse.made.shortCode)(cardLetter(purse.toPrint))] : []),
    ]
    const handedOver = letter ? [] : before.filter(({ term, status }) => term === 'temporary' && status === 'active')
    for (const card of handedOver) stepCard(bench, write, card, 'superseded', '')
    const set: PermanentSet = { cards: [purse.made, home.made], jobs: [purse.made.job, home.made.job, ...more] }
    return set
  })
  if (!saved.ok) return saved
  return saved.value === null ? fail('no-blank') : ok(saved.value)
}

/** Two permanent blanks, or none used up. */
function takeTwo({ store, today }: Bench): readonly [CardBlank, CardBlank] | null {
  const one = store.leased.takeCard(today(), 'permanent')
  const other = one === null ? null : store.leased.takeCard(today(), 'permanent')
  if (one !== null && other !== null) return [one, other]
  if (one !== null) store.leased.returnCard(one.cardId)
  return null
}

/** What still serves, then the newest: the first of a list is what a clerk takes in hand. */
const usefulFirst = (one: CardView, other: CardView): number =>
  Number(other.status === 'active') - Number(one.status === 'active') || other.issued.localeCompare(one.issued)

/** A person's cards and what this desk can do about them; null for nobody. */
export function cardsOf(bench: Bench, id: PersonId): CardDesk | null {
  const { store } = bench
  const person = personHere(store, id)
  if (person === null) return null
  const cards: CardView[] = store.people.cards(id).map((card) => ({
    ...card,
    shortCode: shortCode(card.cardId),
    seenFarApart: store.people.cardFlags(card.cardId) > 0,
  }))
  return {
    cards: cards.toSorted(usefulFirst),
    askable: [...askable(person)],
    left: { temporary: store.leased.cardsLeft('temporary'), permanent: store.leased.cardsLeft('permanent') },
    canSign: canSignCore(bench),
    canCodeAllergies: canCodeAllergies(bench, person),
    recorded: [...(recordedCodes(bench, person) ?? [])],
    supervisor: isSupervisor(bench),
  }
}
