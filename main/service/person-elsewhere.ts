import type { z } from 'zod'

import type { registerChannels } from '../../contract/register.ts'
import { readShortCode } from '../../domain/card/short-code.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { FindBy } from '../../domain/wire/find.ts'
import { nameQuestion } from '../../domain/search/name-question.ts'
import { ranking } from '../../domain/search/person-rank.ts'
import type { Sought } from '../../domain/search/person-rank.ts'
import type { Reason } from '../../domain/search/reason.ts'
import type { Found } from '../../sync/find.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'
import { understand } from './understand.ts'

type Channels = typeof registerChannels
type Answer = z.input<Channels['person.elsewhere']['output']>
type Fetched = z.input<Channels['person.fetch']['output']>

/** How a desk asks the server for people who are not here, and takes one in. */
export interface PersonFinder {
  find(by: FindBy): Promise<Found>
  /** Keeps somebody who was found for as long as a guest stays; false when the disk is full. */
  keep(person: Person): boolean
}

interface Asked {
  readonly text: string
  readonly pressed: boolean
}

/** Looks for somebody at the hub or HIMS by what they told: a whole number, or a name with an age and something more. */
export async function findElsewhere(bench: Bench, finder: PersonFinder, { text, pressed }: Asked): Promise<Answer> {
  const { shared, people } = bench.store
  const today = bench.today()
  const sought = understand(text, people, today)
  const by = askable(sought, pressed)
  if (by === null) return { kind: 'not-asked' }
  note(bench, 'person.sought-elsewhere', by.kind === 'name' && pressed ? 'name, pressed' : by.kind)
  const found = await finder.find(by)
  if (found.kind !== 'found') return { kind: found.kind }
  // Who was found by name comes without a phone; its end fits, or the server would not have told.
  const rank = ranking(by.kind === 'name' ? { ...sought, phoneEnd: null } : sought, today)
  const told: readonly Reason[] = by.kind === 'name' && by.phoneEnd !== null ? [{ field: 'phone', match: 'same' }] : []
  const hospitals = new Map(found.held.map(({ person, by: codes }) => [person, codes]))
  const away = found.people
    .filter(({ id }) => shared.person.get(id) === null)
    .map((person) => ({
      person,
      reasons: [...told, ...rank(person).reasons],
      hospitals: (hospitals.get(person.id) ?? []).flatMap((code) => shared.facility.get(code)?.name ?? []),
    }))
  return { kind: 'found', people: away, more: found.more, fromHub: found.fromHub, preparing: found.preparing }
}

function askable(sought: Sought, pressed: boolean): FindBy | null {
  const { abha, phone, shortCode, words, age, place, phoneEnd } = sought
  if (abha !== null) return { kind: 'abha', number: abha }
  if (phone !== null) return { kind: 'phone', phone }
  const digits = shortCode === null ? null : readShortCode(shortCode)
  if (digits !== null) return digits.ok ? { kind: 'card', digits: digits.value } : null
  const may = nameQuestion(sought)
  if (age === null || may === 'no' || (may === 'press' && !pressed)) return null
  return { kind: 'name', words: words.map((word) => word.slice(0, 40)), age, place, phoneEnd, pressed: may === 'press' }
}

/** Takes somebody in who was found elsewhere, so that they can be given a number here. */
export async function fetchPerson(bench: Bench, finder: PersonFinder, id: PersonId): Promise<Fetched> {
  if (bench.store.shared.person.get(id) !== null) return { kind: 'here' }
  const found = await finder.find({ kind: 'person', id })
  if (found.kind !== 'found') return { kind: 'away' }
  const [person] = found.people
  if (person === undefined) return { kind: 'gone' }
  note(bench, 'person.fetched', person.id)
  return finder.keep(person) ? { kind: 'here' } : { kind: 'away' }
}
