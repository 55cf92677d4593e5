import { linkedPeople } from '../../clinical/linked-people.ts'
import type { Store } from '../../database/schema.ts'
import { readNative } from '../read.ts'
import type { NativeType } from '../read.ts'
import { nativeSource } from '../search/native-source.ts'
import type { Search } from '../search/read-search.ts'
import type { Resource } from '../resource.ts'

/** All records that are one person, and the person in each of them: the kept one first. Null for an unknown id. */
export async function personRecords(
  store: Store,
  id: string,
): Promise<{ readonly people: readonly string[]; readonly patients: readonly Resource[] } | null> {
  const people = await linkedPeople(store, id)
  const patients: Resource[] = []
  for (const person of people) {
    const patient = await readNative(store, 'Patient', person)
    if (patient !== null) patients.push(patient)
  }
  return patients.length === 0 ? null : { people, patients }
}

const LARGE = 5000

/** What the rows that terminals hold say of these people, in the order of time. */
export async function nativePapers(
  store: Store,
  type: NativeType,
  people: readonly string[],
): Promise<readonly Resource[]> {
  const search: Search = {
    conditions: [{ kind: 'person', ids: people }],
    count: LARGE,
    after: null,
    order: { by: 'id', isDown: false },
    include: [],
    total: 'none',
    isCount: false,
    ignored: [],
  }
  const source = await nativeSource(store, type, search)
  return (await source.page()).map(({ resource }) => resource)
}
