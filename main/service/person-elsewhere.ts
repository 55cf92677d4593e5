import type { z } from 'zod'

import type { registerChannels } from '../../contract/register.ts'
import { readShortCode } from '../../domain/card/short-code.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import type { FindBy } from '../../domain/wire/find.ts'
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

/** Looks for somebody at the hub or HIMS by what only they could have said; a name alone is asked of nobody. */
export async function findElsewhere(bench: Bench, finder: PersonFinder, text: string): Promise<Answer> {
  const by = askable(bench, text)
  if (by === null) return { kind: 'not-asked' }
  note(bench, 'person.sought-elsewhere', by.kind)
  const found = await finder.find(by)
  if (found.kind !== 'found') return { kind: found.kind }
  const people = found.people.filter(({ id }) => bench.store.shared.person.get(id) === null)
  return { kind: 'found', people, more: found.more }
}

function askable({ store }: Bench, text: string): FindBy | null {
  const { abha, phone, shortCode } = understand(text, store.people)
  if (abha !== null) return { kind: 'abha', number: abha }
  if (phone !== null) return { kind: 'phone', phone }
  const digits = shortCode === null ? null : readShortCode(shortCode)
  return digits?.ok === true ? { kind: 'card', digits: digits.value } : null
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
