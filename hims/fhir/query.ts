import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Store } from '../database/schema.ts'
import { wordsOf } from '../record/term.ts'
import { moment } from '../world.ts'
import { phoneOf } from './patient-input.ts'
import { idsByIdentifier } from './identifier.ts'
import type { FhirProblem } from './problem.ts'
import type { Filter, Paging } from './search.ts'
import type { ResourceType } from './vocabulary.ts'

/** The search parameters that each resource answers to; the CapabilityStatement says the same. */
export const searchParameters: Readonly<Record<ResourceType, readonly string[]>> = {
  Patient: ['_id', '_lastUpdated', 'identifier', 'name', 'phone', 'telecom'],
  MedicationRequest: ['_id', '_lastUpdated', 'identifier', 'patient', 'subject'],
  MedicationDispense: ['_id', '_lastUpdated', 'patient', 'subject', 'prescription'],
  AllergyIntolerance: ['_id', '_lastUpdated', 'identifier', 'patient'],
}

export interface Query {
  readonly filters: readonly Filter[]
  readonly paging: Paging
}

const USUAL_PAGE = 50
const LARGEST_PAGE = 500

/** Reads a search. A parameter that isn't known is refused: ignoring it would answer with everybody. */
export async function readQuery(
  store: Store,
  type: ResourceType,
  parameters: URLSearchParams,
): Promise<Result<Query, FhirProblem>> {
  const filters: Filter[] = []
  let paging: Paging = { count: USUAL_PAGE, after: null }
  for (const [name, value] of parameters) {
    if (name === '_format' || name === '_pretty') continue
    if (name === '_count') paging = { ...paging, count: Math.min(LARGEST_PAGE, Math.max(1, Number(value) || 1)) }
    else if (name === '_after') paging = { ...paging, after: value }
    else if (!searchParameters[type].includes(name)) return refused('not-supported', `Search parameter ${name}`)
    else {
      const filter = await filterOf(store, type, name, value)
      if (filter === null) return refused('value', `Search parameter ${name} cannot be read`)
      filters.push(...filter)
    }
  }
  return ok({ filters, paging })
}

const refused = (code: 'not-supported' | 'value', diagnostics: string): Result<never, FhirProblem> =>
  fail({ status: 400, code, diagnostics })

async function filterOf(
  store: Store,
  type: ResourceType,
  name: string,
  value: string,
): Promise<readonly Filter[] | null> {
  switch (name) {
    case '_id':
      return type === 'MedicationRequest'
        ? [{ kind: 'term', term: { field: 'item', value } }]
        : [{ kind: 'ids', ids: value.split(',') }]
    case '_lastUpdated':
      return changedFilter(value)
    case 'identifier':
      return identifierFilter(store, type, value)
    case 'name':
      return wordsOf(value).map((start) => ({ kind: 'word', start }))
    case 'phone':
    case 'telecom':
      return [{ kind: 'term', term: { field: 'phone', value: phoneOf(value.replace(/^phone\|/, '')) ?? '' } }]
    case 'patient':
    case 'subject':
      return [{ kind: 'term', term: { field: 'person', value: value.replace(/^.*Patient\//, '') } }]
    case 'prescription':
      return [{ kind: 'term', term: { field: 'item', value: value.replace(/^.*MedicationRequest\//, '') } }]
    default:
      return null
  }
}

async function identifierFilter(store: Store, type: ResourceType, value: string): Promise<readonly Filter[] | null> {
  if (type === 'MedicationDispense') return null
  const ids = await idsByIdentifier(store, type, value)
  if (type !== 'MedicationRequest') return [{ kind: 'ids', ids }]
  // An identifier names one item, and records are whole prescriptions.
  const [item = ''] = ids
  return [{ kind: 'term', term: { field: 'item', value: item } }]
}

const comparisons = { ge: '>=', gt: '>', le: '<=', lt: '<' } as const
const isComparison = (text: string): text is keyof typeof comparisons => text in comparisons

function changedFilter(value: string): readonly Filter[] | null {
  const [prefix, at] = [value.slice(0, 2), Date.parse(value.slice(2))]
  if (!isComparison(prefix) || Number.isNaN(at)) return null
  return [{ kind: 'changed', compare: comparisons[prefix], at: moment(at) }]
}
