import type { RunBy } from '../hospital/facility.ts'
import type { Person } from '../person/person.ts'
import { isBirth } from './known.ts'
import type { Known, PersonFacts } from './known.ts'
import { factsOfRecord } from './person-facts.ts'
import type { TreatedIn } from './person-facts.ts'
import { factsOfRows } from './scheme-fact.ts'
import type { SchemeFact } from './scheme-fact.ts'

type Recorded = Pick<Person, 'birth' | 'sex' | 'address' | 'evidence'>

/** These follow from where somebody is treated: nobody has to be asked, and nobody's word counts against it. */
const ofHospital: ReadonlySet<string> = new Set(['government-hospital', 'delhi-hospital'])

/** What follows from who runs a hospital; one that does not say is taken for the Delhi government's. */
export const treatedAt = (runBy: RunBy | undefined): TreatedIn => ({
  government: runBy !== 'private',
  delhiGovernment: runBy === undefined || runBy === 'delhi',
})

/**
 * Everything that is known of a person for schemes, the same on a desk and at HIMS: the record, and over it what was told
 * or shown, of all records that are this person.
 */
export function factsTogether(
  person: Recorded,
  rows: readonly SchemeFact[],
  treatedIn: TreatedIn = treatedAt(undefined),
): PersonFacts {
  const recorded = factsOfRecord(person, treatedIn)
  const told = Object.entries(factsOfRows(rows)).filter(
    ([fact, known]) => !ofHospital.has(fact) && !isOutdated(known, recorded[fact]),
  )
  return { ...recorded, ...Object.fromEntries(told) }
}

/** A paper that was looked at for a birthday proves that birthday, and not one that the record was corrected to since. */
const isOutdated = (told: Known, recorded: Known | undefined): boolean =>
  recorded !== undefined &&
  isBirth(recorded.value) &&
  recorded.value.kind === 'date' &&
  JSON.stringify(told.value) !== JSON.stringify(recorded.value)
