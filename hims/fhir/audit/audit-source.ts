import { unreachable } from '../../../domain/result.ts'
import type { Store } from '../../database/schema.ts'
import { FhirRefusal } from '../problem.ts'
import { passes, satisfied } from '../search/condition.ts'
import type { Condition } from '../search/condition.ts'
import type { Search } from '../search/read-search.ts'
import { keyOf, pageOf } from '../search/source.ts'
import type { Source } from '../search/source.ts'
import { termsOfResource } from '../stored-resource.ts'
import type { Resource } from '../resource.ts'
import { auditEventsOf, provenancesOf } from './read-audit.ts'

const MOST = 5000

type AuditType = 'AuditEvent' | 'Provenance'

/** Finds what HIMS itself noted of who read and who wrote. */
export function auditSource(store: Store, type: AuditType, search: Search): Source {
  const found = type === 'AuditEvent' ? accesses(store, search) : origins(store, search)
  const all = async () =>
    (await found)
      .filter((resource) => search.conditions.every((condition) => holds(type, resource, condition)))
      .map((resource) => ({ resource, ...keyOf(search.order, type, resource) }))
  return { total: async () => (await all()).length, page: async () => pageOf(await all(), search) }
}

function holds(type: AuditType, resource: Resource, condition: Condition): boolean {
  switch (condition.kind) {
    case 'ids':
      return condition.ids.includes(resource.id)
    case 'changed':
      return passes(resource.meta.lastUpdated, condition.checks)
    case 'terms': {
      const terms = termsOfResource(type, resource)
      return satisfied(terms, condition.any)
    }
    case 'person':
      return true
    default:
      return unreachable(condition)
  }
}

const idsIn = ({ conditions }: Search): readonly string[] | null =>
  conditions.find((condition) => condition.kind === 'ids')?.ids ?? null
const peopleIn = ({ conditions }: Search): readonly string[] | null =>
  conditions.find((condition) => condition.kind === 'person')?.ids ?? null

async function accesses(store: Store, search: Search): Promise<readonly Resource[]> {
  const [ids, people] = [idsIn(search), peopleIn(search)]
  if (ids === null && people === null) tooMuch('patient or _id')
  if (ids?.length === 0 || people?.length === 0) return []
  const rows = await store
    .selectFrom('access')
    .selectAll()
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .$if(people !== null, (query) => query.where('person', 'in', people ?? []))
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return auditEventsOf(store, rows)
}

async function origins(store: Store, search: Search): Promise<readonly Resource[]> {
  const [ids, people] = [idsIn(search), peopleIn(search)]
  const targets = search.conditions.flatMap((one) => (one.kind === 'terms' && one.name === 'target' ? one.values : []))
  if (ids === null && people === null && targets.length === 0) tooMuch('target, patient or _id')
  if (ids?.length === 0 || people?.length === 0) return []
  const rows = await store
    .selectFrom('origin')
    .selectAll()
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .$if(people !== null, (query) => query.where('person', 'in', people ?? []))
    .$if(targets.length > 0, (query) =>
      query.where((eb) =>
        eb.or(
          targets.map((target) => {
            const [type = '', id = ''] = target.split('/').slice(-2)
            return eb.and([eb('type', '=', type), eb('target', '=', id)])
          }),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return provenancesOf(store, rows)
}

function tooMuch(what: string): never {
  const diagnostics = `This would read every row: search by ${what} as well`
  throw new FhirRefusal({ status: 422, code: 'too-costly', diagnostics })
}
