import { linkSet } from '../../domain/person/link-set.ts'
import type { Person } from '../../domain/person/person.ts'
import { likeness, mostLikelyOne } from '../../domain/search/likeness.ts'
import type { Store } from '../database/schema.ts'
import type { Term } from '../record/term.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import { dayInDelhi } from '../world.ts'
import { pairId } from './named-id.ts'
import { linksAround } from './person-links.ts'
import { putReview } from './person-review.ts'

/** A phone that more people use says nothing of anybody. */
const MOST_ALIKE = 60
/** So many pairs at a time are enough for a person to look at. */
const MOST_PROPOSED = 5

/** Proposes, for a person to decide, that somebody new or corrected is somebody who was here already. */
export async function proposeDuplicates(store: Store, person: Person, at: string): Promise<number> {
  let proposed = 0
  for (const [other, why] of await alike(store, person, at)) {
    if (proposed === MOST_PROPOSED) break
    const id = pairId(person.id, other.id)
    // Proposed before, and whatever was decided then holds.
    if ((await findRecord(store, 'review', id)) !== null) continue
    const links = linkSet(await linksAround(store, person.id))
    if (links.canonical(person.id) === links.canonical(other.id)) continue
    // Who was registered first is the one to keep.
    const [one, later] = person.id < other.id ? [person.id, other.id] : [other.id, person.id]
    await putReview(store, { kind: 'duplicate', id, at, decided: null, one, other: later, why }, at)
    proposed++
  }
  return proposed
}

async function alike(
  store: Store,
  person: Person,
  at: string,
): Promise<readonly (readonly [Person, 'abha' | 'name-birth-phone'])[]> {
  const found = new Map<string, readonly [Person, 'abha' | 'name-birth-phone']>()
  const abha = person.abha ?? null
  for (const other of abha === null ? [] : await others(store, person, { field: 'abha', value: abha })) {
    found.set(other.id, [other, 'abha'])
  }
  if (person.phone === null) return [...found.values()]
  const family = await others(store, person, { field: 'phone', value: person.phone })
  const today = family.length === 0 ? '' : dayInDelhi(Date.parse(at))
  for (const other of family) {
    if (!found.has(other.id) && looksLikeOne(person, other, today)) found.set(other.id, [other, 'name-birth-phone'])
  }
  return [...found.values()]
}

async function others(store: Store, { id }: Person, term: Term): Promise<readonly Person[]> {
  const people = await findByTerm(store, 'person', term, id)
  return people.length > MOST_ALIKE ? [] : people.map(({ row }) => row)
}

/** Twins share all but their number. */
const areBornTogether = ({ bornTo: one }: Person, { bornTo: other }: Person): boolean =>
  one !== undefined && one.mother === other?.mother && one.order !== other.order

/** Families share a phone: name and birth must be the same too, and nothing may speak against it. */
function looksLikeOne(person: Person, other: Person, today: string): boolean {
  if (areBornTogether(person, other)) return false
  const { score, reasons } = likeness(person, other, today)
  const match = (field: string) => reasons.find((reason) => reason.field === field)?.match
  if (match('sex') === 'different' || match('abha') === 'different' || match('guardian') === 'different') return false
  return score >= mostLikelyOne || (match('name') === 'same' && match('age') === 'same')
}
