import { unreachable } from '../../domain/result.ts'
import { wordsOf } from '../record/term.ts'
import { fieldsOf, listOf, valuesAt } from '../../domain/fhir/fields.ts'
import { spanOf } from './instant.ts'

/** A search parameter: what kind of value it looks for, and where in the resource. */
export interface Parameter {
  readonly kind: 'token' | 'reference' | 'date' | 'string'
  readonly paths: readonly string[]
}

export interface ResourceTerm {
  readonly field: string
  readonly value: string
}

/** What a resource can be found by, one or more terms for each parameter. */
export function resourceTerms(
  resource: unknown,
  parameters: Readonly<Record<string, Parameter>>,
): readonly ResourceTerm[] {
  const terms = new Map<string, ResourceTerm>()
  for (const [field, { kind, paths }] of Object.entries(parameters)) {
    for (const value of paths.flatMap((path) => valuesAt(resource, path))) {
      for (const term of termsOf(kind, field, value)) terms.set(`${term.field} ${term.value}`, term)
    }
  }
  return [...terms.values()]
}

function termsOf(kind: Parameter['kind'], field: string, value: unknown): readonly ResourceTerm[] {
  switch (kind) {
    case 'token':
      return tokensOf(value).map((token) => ({ field, value: token }))
    case 'reference':
      return targetOf(value).map((target) => ({ field, value: target }))
    case 'string':
      return textsOf(value).flatMap((text) => wordsOf(text).map((word) => ({ field, value: word })))
    case 'date':
      return datesOf(field, value)
    default:
      return unreachable(kind)
  }
}

/** `code|system`, the code first, so that a search for the code alone is a search for what begins with it. */
export const tokenText = (code: string, system: string): string => `${code}|${system}`

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function tokensOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [tokenText(String(value), '')]
  const { coding, code, value: named, system } = fieldsOf(value)
  if (coding !== undefined) return listOf(coding).flatMap((one) => tokensOf(one))
  const token = text(code) === '' ? text(named) : text(code)
  return token === '' ? [] : [tokenText(token, text(system))]
}

/** `Type/id` of a literal reference, without the server's address and the version. */
function targetOf(value: unknown): readonly string[] {
  const reference = typeof value === 'string' ? value : text(fieldsOf(value)['reference'])
  const [, target] =
    /^(?:https?:\S*\/)?([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/\S+)?$/.exec(reference) ?? []
  return target === undefined ? [] : [target]
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(fieldsOf(value)).flatMap(([name, inner]) =>
    ['text', 'family', 'given', 'line', 'city', 'district', 'state', 'postalCode', 'prefix', 'suffix'].includes(name)
      ? listOf(inner).filter((one) => typeof one === 'string')
      : [],
  )
}

/** Later than everything: a period that has not ended. */
const OPEN = '9999'

function datesOf(field: string, value: unknown): readonly ResourceTerm[] {
  const { start, end, event, repeat } = fieldsOf(value)
  const bounds = fieldsOf(fieldsOf(repeat)['boundsPeriod'])
  const from = listOf(value)
    .concat(start ?? [], listOf(event), bounds['start'] ?? [])
    .filter((one) => typeof one === 'string')
  const isPeriod = start !== undefined || end !== undefined
  const spans = from.flatMap((one) => spanOf(one) ?? [])
  const ends = isPeriod ? [end === undefined ? OPEN : (spanOf(text(end))?.to ?? OPEN)] : spans.map(({ to }) => to)
  const begins = spans.length === 0 && isPeriod ? [''] : spans.map((span) => span.from)
  return [
    ...begins.map((begin) => ({ field, value: begin })),
    ...ends.map((last) => ({ field: endField(field), value: last })),
  ]
}

/** Where the end of a date is kept, beside its beginning. */
export const endField = (field: string): string => `${field}>`
