import { linkedPeople } from '../../clinical/linked-people.ts'
import type { Store } from '../../database/schema.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { FhirProblem } from '../../../domain/fhir/problem.ts'
import { typeTable } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import { momentChecks, targetText, wantedOf } from './condition.ts'
import type { Condition } from './condition.ts'

export interface Order {
  readonly by: 'id' | 'updated' | 'happened'
  readonly isDown: boolean
}

/** Where a page ended: the value that pages are ordered by, and the id. */
export interface Place {
  readonly key: string
  readonly id: string
}

export interface Search {
  readonly conditions: readonly Condition[]
  readonly count: number
  readonly after: Place | null
  readonly order: Order
  readonly include: readonly { readonly type: ResourceType; readonly name: string }[]
  readonly total: 'none' | 'accurate' | 'usual'
  /** Answer with the number alone. */
  readonly isCount: boolean
  /** Parameters that were passed over because the client asked for leniency. */
  readonly ignored: readonly string[]
}

/** Words and values of one search; a statement for many more would be beyond a database. */
const MOST_VALUES = 500
const USUAL_PAGE = 50
const LARGEST_PAGE = 500

const empty: Search = {
  conditions: [],
  count: USUAL_PAGE,
  after: null,
  order: { by: 'id', isDown: false },
  include: [],
  total: 'usual',
  isCount: false,
  ignored: [],
}

/**
 * Reads a search. A parameter that isn't known is refused unless the client says `Prefer: handling=lenient`: to ignore it
 * in silence would answer with everybody.
 */
export async function readSearch(
  store: Store,
  type: ResourceType,
  parameters: URLSearchParams,
  isLenient = false,
): Promise<Result<Search, FhirProblem>> {
  let search = empty
  for (const [name, value] of parameters) {
    if (name === '_format' || name === '_pretty' || value === '') continue
    // No text of FHIR holds this character, and PostgreSQL takes none that does.
    if (value.includes('\0')) return unreadable(name)
    const read = name.startsWith('_') ? controlled(type, search, name, value) : null
    const next = read ?? (await conditioned(store, type, search, name, value))
    if (next.ok) search = next.value
    else if (isLenient && next.problem.code === 'not-supported') {
      search = { ...search, ignored: [...search.ignored, name] }
    } else return next
    if (sizeOf(search) > MOST_VALUES) return tooMany
  }
  return ok(search)
}

const sizeOf = ({ conditions }: Search): number => conditions.reduce((sum, condition) => sum + valuesIn(condition), 0)

function valuesIn(condition: Condition): number {
  if (condition.kind === 'changed') return 1
  return condition.kind === 'terms' ? condition.any.flat().length : condition.ids.length
}

const tooMany: Result<never, FhirProblem> = fail({
  status: 422,
  code: 'too-costly',
  diagnostics: `More than ${MOST_VALUES} values: ask in parts`,
})

/** The values of a parameter, parted by commas; a comma that belongs to one has a backslash before it in FHIR. */
const valuesOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\\.|[^,\\]|\\$)+/gs)].map(([value]) => value.replace(/\\([,|$\\])/g, '$1'))

const refused = (code: 'not-supported' | 'value', diagnostics: string): Result<never, FhirProblem> =>
  fail({ status: 400, code, diagnostics })

const unreadable = (name: string): Result<never, FhirProblem> =>
  refused('value', `Search parameter ${name} cannot be read`)

/** Parameters that say how to answer, and the two that every resource has; null for any other. */
function controlled(
  type: ResourceType,
  search: Search,
  name: string,
  value: string,
): Result<Search, FhirProblem> | null {
  switch (name) {
    case '_count': {
      const count = Number(value)
      if (!Number.isInteger(count) || count < 0) return unreadable(name)
      return ok(count === 0 ? { ...search, isCount: true } : { ...search, count: Math.min(LARGEST_PAGE, count) })
    }
    case '_after': {
      const after = placeOf(value)
      return after === null ? unreadable(name) : ok({ ...search, after })
    }
    case '_id':
      return ok(withCondition(search, { kind: 'ids', ids: value.split(',') }))
    case '_lastUpdated': {
      const checks = momentChecks(value)
      return checks === null ? unreadable(name) : ok(withCondition(search, { kind: 'changed', checks }))
    }
    case '_sort':
      return sorted(type, search, value)
    case '_include':
      return included(type, search, value)
    case '_summary':
      if (value === 'count') return ok({ ...search, isCount: true })
      return value === 'false' ? ok(search) : refused('not-supported', '_summary is count or false')
    case '_total':
      if (value === 'none' || value === 'accurate') return ok({ ...search, total: value })
      return value === 'estimate' ? ok(search) : unreadable(name)
    default:
      return null
  }
}

const withCondition = (search: Search, condition: Condition): Search => ({
  ...search,
  conditions: [...search.conditions, condition],
})

function sorted(type: ResourceType, search: Search, value: string): Result<Search, FhirProblem> {
  const isDown = value.startsWith('-')
  const name = isDown ? value.slice(1) : value
  const { happened, search: parameters } = typeTable[type]
  if (name === '_lastUpdated') return ok({ ...search, order: { by: 'updated', isDown } })
  if (name === '_id') return ok({ ...search, order: { by: 'id', isDown } })
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  const starts = happened.map((path) => path.replace('[x]', ''))
  const isWhen = parameter?.kind === 'date' && parameter.paths.some((path) => path.startsWith(starts[0] ?? '-'))
  if (isWhen) return ok({ ...search, order: { by: 'happened', isDown } })
  return refused('not-supported', `_sort by ${name}`)
}

function included(type: ResourceType, search: Search, value: string): Result<Search, FhirProblem> {
  const [of = '', name = ''] = value.split(':')
  const { search: parameters, personSearch } = typeTable[type]
  const isKnown =
    of === type &&
    (personSearch.includes(name) || (Object.hasOwn(parameters, name) && parameters[name]?.kind === 'reference'))
  if (!isKnown) return refused('not-supported', `_include=${value}`)
  return ok({ ...search, include: [...search.include, { type, name }] })
}

async function conditioned(
  store: Store,
  type: ResourceType,
  search: Search,
  name: string,
  value: string,
): Promise<Result<Search, FhirProblem>> {
  const { search: parameters, personSearch } = typeTable[type]
  const values = valuesOf(value)
  if (values.length > MOST_VALUES) return tooMany
  if (personSearch.includes(name)) {
    const named = values.map((one) => targetText(one).replace(/^Patient\//, ''))
    const ids: string[] = []
    for (const id of named) ids.push(...(await linkedPeople(store, id)))
    return ok(withCondition(search, { kind: 'person', ids: [...new Set(ids)] }))
  }
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (parameter === undefined) return refused('not-supported', `Search parameter ${name} is not known here`)
  const any = values.map((one) => wantedOf(parameter, name, one))
  if (any.length === 0 || any.some((wanted) => wanted === null)) return unreadable(name)
  return ok(
    withCondition(search, {
      kind: 'terms',
      name,
      values,
      any: any.flatMap((wanted) => (wanted === null ? [] : [wanted])),
    }),
  )
}

export const placeText = ({ key, id }: Place): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

function placeOf(text: string): Place | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(read)) return null
    const [key, id]: readonly unknown[] = read
    const isText = (one: unknown): one is string => typeof one === 'string' && !one.includes('\0')
    return isText(key) && isText(id) ? { key, id } : null
  } catch {
    return null
  }
}
