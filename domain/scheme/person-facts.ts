import type { Evidence, Person } from '../person/person.ts'
import type { How, Known, PersonFacts } from './known.ts'

/** What the hospital itself answers of whoever is treated in it. */
export interface TreatedIn {
  readonly government: boolean
  readonly delhiGovernment: boolean
}

/** A scanned Aadhaar was in the clerk's hands; only its signature makes it more than that. */
function byEvidence(evidence: Evidence | null): { readonly how: How; readonly by: string[] } {
  if (evidence?.kind !== 'aadhaar') return { how: evidence?.signedBy == null ? 'spoken' : 'verified', by: [] }
  return { how: evidence.signedBy === null ? 'seen' : 'verified', by: ['aadhaar'] }
}

const spoken = (value: Known['value']): Known => ({ value, how: 'spoken', by: [] })
const sure = (value: Known['value']): Known => ({ value, how: 'verified', by: [] })

/** The facts that stand in a person's record, or follow from where they are treated; the rest is asked. */
export function factsOfRecord(
  { birth, sex, address, evidence }: Pick<Person, 'birth' | 'sex' | 'address' | 'evidence'>,
  treatedIn: TreatedIn,
): PersonFacts {
  return {
    age: { value: birth, ...byEvidence(evidence) },
    ...(sex === 'unknown' ? {} : { sex: spoken(sex) }),
    // No district is an address that nobody placed, not one outside Delhi.
    ...(address.district === null ? {} : { 'delhi-home': spoken(true) }),
    'government-hospital': sure(treatedIn.government),
    'delhi-hospital': sure(treatedIn.delhiGovernment),
  }
}
