import { unreachable } from '../../../domain/result.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'

import type { RecordTable, Schema, Store } from '../../database/schema.ts'
import { wordsOf } from '../../record/term.ts'
import type { Term } from '../../record/term.ts'
import { idsByIdentifier } from '../identifier.ts'
import { phoneOf } from '../../../domain/fhir/patient-input.ts'
import { FhirRefusal } from '../problem.ts'
import { nativesOf, recordIdOf, tablesOf } from '../read.ts'
import type { NativeType } from '../read.ts'
import { targetText } from './condition.ts'
import type { Check, Condition } from './condition.ts'
import { holds } from './holds.ts'
import type { Found, Source } from './source.ts'
import { keyOf, pageOf } from './source.ts'
import type { Search } from './read-search.ts'

/** What the rows of a table can be narrowed to by an index. */
type Filter =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'term'; readonly field: Term['field']; readonly values: readonly string[] }
  | { readonly kind: 'word'; readonly start: string }
  /** Rows of these people. */
  | { readonly kind: 'owner'; readonly people: readonly string[] }
  | { readonly kind: 'changed'; readonly checks: readonly Check[] }

/** A filter; `isRest` when its rows may hold resources that the condition does not mean. */
interface Plan {
  readonly filters: readonly Filter[]
  readonly isRest: boolean
}

/** Tables with so few rows that all of them may be read. */
const small: ReadonlySet<NativeType> = new Set<NativeType>([
  'Organization',
  'Location',
  'HealthcareService',
  'Practitioner',
  'PractitionerRole',
  'Medication',
  'SupplyRequest',
  'SupplyDelivery',
  'Task',
])
/** Hours of a roster are few in a day and many in a year: an index narrows them where it can. */
const isHours = (type: NativeType): boolean => type === 'Schedule' || type === 'Slot'
const MOST = 5000
/** So many people of a name are looked through, one by one. */
const MOST_NAMED = 1000
const END = '\u{10ffff}'

/** Finds resources among the rows that terminals hold too. */
export async function nativeSource(store: Store, type: NativeType, search: Search): Promise<Source> {
  const plans = await Promise.all(search.conditions.map((condition) => planOf(store, type, condition)))
  const filters = plans.flatMap((plan) => plan?.filters ?? [])
  const rest = search.conditions.filter((_, at) => plans[at]?.isRest ?? true)
  const isNarrow = small.has(type) || isHours(type) || filters.some(({ kind }) => kind === 'ids' || kind === 'term')
  // Names leave few enough people to look at the rest of what was asked, such as a sex and a date of birth.
  const isNamed = rest.length > 0 && search.order.by !== 'happened' && filters.some(({ kind }) => kind === 'word')
  if (isNarrow || isNamed) return allOf(store, type, search, { filters, rest, most: isNarrow ? MOST : MOST_NAMED })
  if (rest.length > 0 || search.order.by === 'happened') {
    const diagnostics = 'This would read every row: search by patient, identifier, _id, name or phone as well'
    throw new FhirRefusal({ status: 422, code: 'too-costly', diagnostics })
  }
  return byPages(store, type, search, filters)
}

async function planOf(store: Store, type: NativeType, condition: Condition): Promise<Plan | null> {
  const exact = (...filters: readonly Filter[]): Plan => ({ filters, isRest: false })
  switch (condition.kind) {
    case 'ids':
      if (type === 'MedicationRequest') {
        return { filters: [{ kind: 'term', field: 'item', values: condition.ids }], isRest: true }
      }
      if (type === 'Slot') {
        const ids = condition.ids.map((id) => recordIdOf(type, id))
        return { filters: [{ kind: 'ids', ids }], isRest: true }
      }
      return exact({ kind: 'ids', ids: condition.ids })
    case 'person':
      // What is found by a person's name in it may be somebody else's: a relative is no patient of theirs.
      if (type === 'Task' || type === 'RelatedPerson') return exact({ kind: 'owner', people: condition.ids })
      return exact({ kind: 'term', field: 'person', values: condition.ids })
    case 'changed':
      return exact({ kind: 'changed', checks: condition.checks })
    case 'terms':
      return small.has(type) ? null : termPlan(store, type, condition.name, condition.values)
    default:
      return unreachable(condition)
  }
}

async function termPlan(store: Store, type: NativeType, name: string, values: readonly string[]): Promise<Plan | null> {
  const [only] = values
  if (name === 'identifier') return identifierPlan(store, type, values)
  if (type === 'Patient' && name === 'name' && values.length === 1) {
    const filters = wordsOf(only ?? '').map((start): Filter => ({ kind: 'word', start }))
    return { filters, isRest: false }
  }
  if (type === 'Patient' && (name === 'phone' || name === 'telecom')) {
    const phones = values.map((value) => phoneOf(value.replace(/^phone\|/, '')) ?? '')
    return { filters: [{ kind: 'term', field: 'phone', values: phones }], isRest: false }
  }
  if (isHours(type)) return hoursPlan(name, values)
  if (type === 'MedicationDispense' && name === 'prescription') {
    const items = values.map((value) => targetText(value).replace(/^MedicationRequest\//, ''))
    return { filters: [{ kind: 'term', field: 'item', values: items }], isRest: false }
  }
  return null
}

const DAY = /^(?:eq)?(\d{4}-\d{2}-\d{2})/

/** Hours by their day, by whom they are of, or by their own id; the rest of what was asked is looked at in the rows. */
function hoursPlan(name: string, values: readonly string[]): Plan | null {
  const targets = values.map((value) => targetText(value).replace(/^[A-Z][A-Za-z]+\//, ''))
  if (name === 'schedule') return { filters: [{ kind: 'ids', ids: targets }], isRest: true }
  const isStaff = values.every((value) => targetText(value).startsWith('Practitioner/'))
  if (name === 'actor' && isStaff) return { filters: [{ kind: 'term', field: 'staff', values: targets }], isRest: true }
  const days = values.map((value) => DAY.exec(value)?.[1] ?? null).filter((day) => day !== null)
  const isDay = (name === 'date' || name === 'start') && days.length === values.length
  return isDay ? { filters: [{ kind: 'term', field: 'day', values: days }], isRest: true } : null
}

async function identifierPlan(store: Store, type: NativeType, values: readonly string[]): Promise<Plan | null> {
  if (type !== 'Patient' && type !== 'MedicationRequest' && type !== 'AllergyIntolerance') {
    return { filters: [{ kind: 'ids', ids: [] }], isRest: false }
  }
  const ids: string[] = []
  for (const value of values) ids.push(...(await idsByIdentifier(store, type, value)))
  return type === 'MedicationRequest'
    ? { filters: [{ kind: 'term', field: 'item', values: ids }], isRest: true }
    : { filters: [{ kind: 'ids', ids }], isRest: false }
}

/** Everything that the indexes leave, read at once, since it is little. */
async function allOf(
  store: Store,
  type: NativeType,
  search: Search,
  {
    filters,
    rest,
    most,
  }: { readonly filters: readonly Filter[]; readonly rest: readonly Condition[]; readonly most: number },
): Promise<Source> {
  const records = await store
    .selectFrom('record')
    .selectAll()
    .where((eb) =>
      passing(
        eb,
        type,
        filters.filter(({ kind }) => kind !== 'changed'),
      ),
    )
    .orderBy('record.id')
    .limit(most + 1)
    .execute()
  if (records.length > most) {
    throw new FhirRefusal({ status: 422, code: 'too-costly', diagnostics: `More than ${most} rows: ask for less` })
  }
  const changed = search.conditions.filter(({ kind }) => kind === 'changed')
  const found = (await nativesOf(store, type, records)).filter((resource) =>
    [...rest, ...changed].every((condition) => holds(type, resource, condition)),
  )
  return {
    total: async () => found.length,
    page: async () =>
      pageOf(
        found.map((resource) => ({ resource, ...keyOf(search.order, type, resource) })),
        search,
      ),
  }
}

/** Page by page from the database, in the order of ids or of changes. */
function byPages(store: Store, type: NativeType, search: Search, filters: readonly Filter[]): Source {
  const { order, after, count } = search
  const column = order.by === 'updated' ? 'changed_at' : 'id'
  return {
    total: async () => {
      // Records of orders are whole prescriptions, and nobody has counted what is in them.
      if (type === 'MedicationRequest') return null
      const { total } = await store
        .selectFrom('record')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where((eb) => passing(eb, type, filters))
        .executeTakeFirstOrThrow()
      return total
    },
    page: async () => {
      const direction = order.isDown ? 'desc' : 'asc'
      const beyond = order.isDown ? '<' : '>'
      const records = await store
        .selectFrom('record')
        .selectAll()
        .where((eb) => passing(eb, type, filters))
        .$if(after !== null, (query) =>
          query.where((eb) =>
            eb.or([
              eb(column, beyond, after?.key ?? ''),
              eb.and([eb(column, '=', after?.key ?? ''), eb('id', beyond, after?.id ?? '')]),
            ]),
          ),
        )
        .orderBy(column, direction)
        .orderBy('id', direction)
        .limit(count + 1)
        .execute()
      const found: Found[] = []
      for (const record of records) {
        for (const resource of await nativesOf(store, type, [record])) {
          found.push({ resource, key: column === 'id' ? record.id : record.changed_at, id: record.id })
        }
      }
      return found
    },
  }
}

function passing(
  eb: ExpressionBuilder<Schema, 'record'>,
  type: NativeType,
  filters: readonly Filter[],
): Expression<SqlBool> {
  const names = [...tablesOf[type]]
  const own = filters.map((filter) => conditionOf(eb, names, filter))
  return eb.and([eb('record.name', 'in', names), ...ofType(eb, type, names), ...own])
}

/** Of tables whose rows are not all resources of a type, those that are. */
function ofType(
  eb: ExpressionBuilder<Schema, 'record'>,
  type: NativeType,
  names: RecordTable['name'][],
): readonly Expression<SqlBool>[] {
  if (type === 'Task') return [conditionOf(eb, names, { kind: 'term', field: 'task', values: ['asked'] })]
  if (type !== 'SupplyDelivery') return []
  // Within a text of JSON quotes are escaped: nothing that a person wrote looks like this.
  return ['counted', 'destroyed'].map((kind) => eb('record.row', 'not like', `%"kind":"${kind}"%`))
}

function conditionOf(
  eb: ExpressionBuilder<Schema, 'record'>,
  names: RecordTable['name'][],
  filter: Filter,
): Expression<SqlBool> {
  const terms = eb.selectFrom('term').select('term.id').where('term.name', 'in', names)
  switch (filter.kind) {
    case 'ids':
      return filter.ids.length === 0 ? eb.lit(false) : eb('record.id', 'in', filter.ids)
    case 'changed':
      return eb.and(filter.checks.map(({ compare, value }) => eb('record.changed_at', compare, value)))
    case 'term': {
      const { field, values } = filter
      if (values.length === 0) return eb.lit(false)
      return eb('record.id', 'in', terms.where('term.field', '=', field).where('term.value', 'in', values))
    }
    case 'owner':
      return filter.people.length === 0 ? eb.lit(false) : eb('record.person', 'in', filter.people)
    case 'word': {
      const { start } = filter
      const words = terms.where('term.field', '=', 'word').where('term.value', '>=', start)
      return eb('record.id', 'in', words.where('term.value', '<', start + END))
    }
    default:
      return unreachable(filter)
  }
}
