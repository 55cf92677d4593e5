import type { z } from 'zod'

import type { desk } from '../../contract/desk.ts'
import { mayBecome } from '../../domain/card/card-status.ts'
import type { CardRecord } from '../../domain/card/card-record.ts'
import { FACTS_NEEDED, factFits } from '../../domain/person/check-fact.ts'
import type { Fact, FactAnswer } from '../../domain/person/check-fact.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'
import { cardPaper } from './card-paper.ts'
import { makeCard, stepCard } from './make-card.ts'
import { personHere } from './person-view.ts'

type Channels = (typeof desk)['channels']
type Change = z.output<Channels['card.change']['input']>
type Changed = z.input<Channels['card.change']['output']>
type Reissue = z.output<Channels['card.reissue']['input']>
type Reissued = z.input<Channels['card.reissue']['output']>

export interface CardLife {
  change(asked: Change): Changed
  reissue(asked: Reissue): Reissued
}

const MOST_TRIES = 3
/** After this long somebody may be asked anew; in milliseconds. */
const FORGOTTEN = 15 * 60_000

/** What happens to cards that are out: lost, found, stopped, replaced. */
export function cardLife(bench: Bench): CardLife {
  const { store } = bench
  const tries = triesOf(bench)
  return {
    change({ cardId, to, reason }) {
      const card = store.shared.card.get(cardId)
      if (card === null || to === 'superseded' || !mayBecome(card.status, to)) {
        return { kind: 'not-allowed', from: card?.status ?? 'unknown' }
      }
      const grave = to === 'revoked' || (card.status === 'suspended' && to === 'active')
      if (grave && bench.supervisor() === null) return { kind: 'ask-supervisor' }
      const saved = bench.save((write) => stepCard(bench, write, card, to, reason))
      return saved.ok ? { kind: 'changed', card: saved.value } : { kind: 'not-saved', cause: saved.problem }
    },
    reissue(asked) {
      const card = store.shared.card.get(asked.cardId)
      const person = card === null ? null : personHere(store, card.personId)
      if (card === null || person === null) return { kind: 'not-allowed', from: 'unknown' }
      if (!replaceable(card, asked.cause)) return { kind: 'not-allowed', from: card.status }
      const doubt = asked.bySupervisor ? null : doubtOf(bench, tries, person, asked.answers)
      if (asked.bySupervisor && bench.supervisor() === null) return { kind: 'ask-supervisor' }
      return doubt ?? replace(bench, card, person, asked)
    },
  }
}

/** Lost cards become `lost`, so that whoever finds one is told; others `superseded`. */
const endOf = (cause: Reissue['cause']) => (cause === 'lost' ? 'lost' : 'superseded')

/** A card already reported lost may be replaced as it is. */
const replaceable = ({ status }: CardRecord, cause: Reissue['cause']): boolean =>
  status === endOf(cause) || mayBecome(status, endOf(cause))

/** Why this person may not have a new card yet, or null. */
function doubtOf(bench: Bench, tries: Tries, person: Person, answers: readonly FactAnswer[]): Reissued | null {
  if (new Set(answers.map(({ fact }) => fact)).size < FACTS_NEEDED) return { kind: 'too-few-facts' }
  if (tries.left(person.id) === 0) return { kind: 'ask-supervisor' }
  const wrong: Fact[] = answers.flatMap((said) => (factFits(person, said, bench.today()) ? [] : [said.fact]))
  note(bench, wrong.length === 0 ? 'person.facts-fitted' : 'person.facts-differed', person.id)
  if (wrong.length === 0) return null
  tries.failed(person.id)
  return { kind: 'facts-differ', wrong, triesLeft: tries.left(person.id) }
}

function replace(bench: Bench, card: CardRecord, person: Person, asked: Reissue): Reissued {
  const { store } = bench
  const { facility } = store.device.read()
  if (facility === null) return { kind: 'no-blank' }
  const saved = bench.save((write) => {
    const blank = store.leased.takeCard(bench.today(), card.term) ?? store.leased.takeCard(bench.today(), 'temporary')
    if (blank === null) return null
    const end = endOf(asked.cause)
    if (card.status !== end) stepCard(bench, write, card, end, asked.cause)
    write.audit(asked.bySupervisor ? 'supervisor.replaced-card' : 'clerk.replaced-card', card.cardId)
    return makeCard(bench, write, blank, { person, ...asked }, facility, cardPaper).made
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  return saved.value === null ? { kind: 'no-blank' } : { kind: 'issued', ...saved.value }
}

interface Tries {
  left(person: PersonId): number
  failed(person: PersonId): void
}

/** Guessing is slow: after three wrong answers a supervisor has to come. */
function triesOf({ now }: Bench): Tries {
  const failures = new Map<PersonId, readonly number[]>()
  const recent = (person: PersonId): readonly number[] =>
    (failures.get(person) ?? []).filter((at) => Math.abs(now().getTime() - at) < FORGOTTEN)
  return {
    left: (person) => Math.max(0, MOST_TRIES - recent(person).length),
    failed: (person) => void failures.set(person, [...recent(person), now().getTime()]),
  }
}
