import type { z } from 'zod'

import type { DayLine, dayChannels, ListedNumber } from '../../contract/day.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import { dayNumbers } from '../../domain/hospital/day-count.ts'
import { dayLists } from '../../domain/hospital/day-ledger.ts'
import type { DayEntry } from '../../domain/hospital/day-ledger.ts'
import { tokenLabel } from '../../domain/hospital/token.ts'
import { OperatorId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Bench } from './bench.ts'
import { ledgerOf, wholeDay } from './day-ledger.ts'
import { personHere } from './person-view.ts'
import { nameOf } from './visit-desk.ts'

type Channel = (typeof dayChannels)['day.list']
type Listed = z.input<Channel['output']>
type Line = z.input<typeof DayLine>

const MOST = 500

/** The list behind one number of a day. */
export function listDay(bench: Bench, query: DayQuery, { day, number }: z.output<Channel['input']>): Listed {
  const all = linesOf(bench, query, day, number)
  return { lines: all.slice(0, MOST), more: all.length > MOST }
}

function linesOf(bench: Bench, query: DayQuery, day: string, number: ListedNumber): readonly Line[] {
  const { store } = bench
  const span = wholeDay(day)
  if (number === 'waiting' || number === 'refused') {
    return store.outbox
      .unfinished(MOST * 2)
      .filter(({ state }) => state === number)
      .map(({ title, at }) => ({ label: title, at, by: null, person: null }))
  }
  if (number === 'emergency') {
    return query.supplies(span.from, span.to).map(({ personId, medicine, quantity, at, operator }) => {
      const name = store.shared.medicine.get(medicine)?.name ?? medicine
      return { label: `${name} × ${quantity}`, at, by: nameOf(bench, operator), person: whoIs(bench, personId) }
    })
  }
  const known = dayNumbers.find((each) => each === number)
  return known === undefined ? [] : dayLists(ledgerOf(bench, query, span))[known].map((entry) => lineOf(bench, entry))
}

/** What a deed was done to, as a person calls it. */
function lineOf(bench: Bench, { subject, label, at, by }: DayEntry): Line {
  const { shared } = bench.store
  const operator = OperatorId.safeParse(by)
  const done = { at, by: operator.success ? nameOf(bench, operator.data) : null }
  const person = shared.person.get(subject)
  if (person !== null) return { label: '', ...done, person: { id: person.id, name: person.name.latin } }
  const card = shared.card.get(subject)
  if (card !== null) return { label: shortCode(card.cardId), ...done, person: whoIs(bench, card.personId) }
  const visit = shared.visit.get(subject)
  if (visit !== null) return { label: tokenLabel(visit.token), ...done, person: whoIs(bench, visit.personId) }
  return { label, ...done, person: null }
}

function whoIs({ store }: Bench, id: PersonId): Line['person'] {
  const person = personHere(store, id)
  return person === null ? null : { id: person.id, name: person.name.latin }
}
