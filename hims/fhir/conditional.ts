import type { Store } from '../database/schema.ts'
import type { HimsWorld } from '../world.ts'
import { readQuery } from './query.ts'
import { FhirRefusal } from './problem.ts'
import { resourcesOf, tableOf } from './read.ts'
import { searchRecords } from './search.ts'
import type { Filter } from './search.ts'
import { createResource } from './write.ts'
import type { Creatable, Gathering } from './write.ts'

export interface Created {
  readonly id: string
  readonly isNew: boolean
}

/** Creates, unless `ifNoneExist` (a search) finds the resource already: a create that may be sent twice. */
export async function createOnce(
  store: Store,
  type: Creatable,
  { body, ifNoneExist }: { readonly body: unknown; readonly ifNoneExist: string | null },
  gathering: Gathering,
  world: HimsWorld,
): Promise<Created> {
  const known = ifNoneExist === null ? [] : await matches(store, type, ifNoneExist)
  const [id] = known
  if (known.length > 1) {
    throw new FhirRefusal({ status: 412, code: 'multiple-matches', diagnostics: 'More than one resource matches' })
  }
  if (id !== undefined) return { id, isNew: false }
  return { id: await createResource(store, type, body, gathering, world), isNew: true }
}

async function matches(store: Store, type: Creatable, search: string): Promise<readonly string[]> {
  const query = await readQuery(store, type, new URLSearchParams(search))
  if (!query.ok) throw new FhirRefusal(query.problem)
  const { filters } = query.value
  if (filters.length === 0) {
    throw new FhirRefusal({ status: 412, code: 'invalid', diagnostics: 'If-None-Exist names nothing' })
  }
  const { records } = await searchRecords(store, tableOf[type], filters, { count: 2, after: null })
  if (type !== 'MedicationRequest') return records.map(({ id }) => id)
  const wanted = itemsIn(filters)
  const ids: string[] = []
  for (const record of records) ids.push(...(await resourcesOf(store, type, record)).map(({ id }) => id))
  return wanted.length === 0 ? ids : ids.filter((id) => wanted.includes(id))
}

/** A search by identifier or id means one item of a prescription, not those beside it. */
export const itemsIn = (filters: readonly Filter[]): readonly string[] =>
  filters.flatMap((filter) => (filter.kind === 'term' && filter.term.field === 'item' ? [filter.term.value] : []))
