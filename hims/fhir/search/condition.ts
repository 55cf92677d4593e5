import { unreachable } from '../../../domain/result.ts'
import { endField, tokenText } from '../../clinical/parameter.ts'
import type { Parameter, ResourceTerm } from '../../clinical/parameter.ts'
import { spanOf } from '../../clinical/instant.ts'
import type { Span } from '../../clinical/instant.ts'
import { wordsOf } from '../../record/term.ts'

export interface Check {
  readonly compare: '=' | '<' | '<=' | '>' | '>='
  readonly value: string
}

/** A term of that field which passes every check. */
export interface Wanted {
  readonly field: string
  readonly checks: readonly Check[]
}

/** One condition of a search; all of them must hold. Of `any`, one row of terms is enough. */
export type Condition =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'person'; readonly ids: readonly string[] }
  | { readonly kind: 'changed'; readonly checks: readonly Check[] }
  | {
      readonly kind: 'terms'
      readonly name: string
      readonly values: readonly string[]
      readonly any: readonly (readonly Wanted[])[]
    }

/** The last of all characters: every text that begins with another sorts before the two together. */
const END = '\u{10ffff}'

const startsWith = (start: string): readonly Check[] => [
  { compare: '>=', value: start },
  { compare: '<', value: start + END },
]

/** Reads one value of a search parameter; null when it says nothing that could be looked for. */
export function wantedOf({ kind }: Parameter, field: string, value: string): readonly Wanted[] | null {
  switch (kind) {
    case 'token':
      return tokenWanted(field, value)
    case 'reference':
      return value === '' ? null : [{ field, checks: [{ compare: '=', value: targetText(value) }] }]
    case 'string': {
      const words = wordsOf(value)
      return words.length === 0 ? null : words.map((word) => ({ field, checks: startsWith(word) }))
    }
    case 'date':
      return dateWanted(field, value)
    default:
      return unreachable(kind)
  }
}

function tokenWanted(field: string, value: string): readonly Wanted[] | null {
  const cut = value.indexOf('|')
  const code = value.slice(cut + 1)
  if (code === '') return null
  if (cut === -1) return [{ field, checks: startsWith(`${code}|`) }]
  return [{ field, checks: [{ compare: '=', value: tokenText(code, value.slice(0, cut)) }] }]
}

export const targetText = (value: string): string => value.replace(/^https?:\S*\/(?=[A-Z][A-Za-z]+\/)/, '')

const prefix = /^(eq|ge|gt|le|lt|sa|eb)?(\d.*)$/

/** A date as FHIR compares it: what is said less exactly is a span, and spans overlap or do not. */
function dateWanted(field: string, text: string): readonly Wanted[] | null {
  const [, compare = 'eq', date = ''] = prefix.exec(text) ?? []
  const span = spanOf(date)
  if (span === null) return null
  const begins = (checks: readonly Check[]): Wanted => ({ field, checks })
  const ends = (checks: readonly Check[]): Wanted => ({ field: endField(field), checks })
  switch (compare) {
    case 'ge':
      return [ends([{ compare: '>=', value: span.from }])]
    case 'gt':
      return [ends([{ compare: '>', value: span.to }])]
    case 'le':
      return [begins([{ compare: '<=', value: span.to }])]
    case 'lt':
      return [begins([{ compare: '<', value: span.from }])]
    case 'sa':
      return [begins([{ compare: '>', value: span.to }])]
    case 'eb':
      return [ends([{ compare: '<', value: span.from }])]
    default:
      return [begins([{ compare: '>=', value: span.from }]), ends([{ compare: '<=', value: span.to }])]
  }
}

/** The same for a moment that is known exactly, such as `_lastUpdated`. */
export function momentChecks(text: string): readonly Check[] | null {
  const [, compare = 'eq', date = ''] = prefix.exec(text) ?? []
  const span = spanOf(date)
  return span === null ? null : checksAt(compare, span)
}

function checksAt(compare: string, { from, to }: Span): readonly Check[] {
  switch (compare) {
    case 'ge':
      return [{ compare: '>=', value: from }]
    case 'gt':
    case 'sa':
      return [{ compare: '>', value: to }]
    case 'le':
      return [{ compare: '<=', value: to }]
    case 'lt':
    case 'eb':
      return [{ compare: '<', value: from }]
    default:
      return [
        { compare: '>=', value: from },
        { compare: '<=', value: to },
      ]
  }
}

export const passes = (value: string, checks: readonly Check[]): boolean =>
  checks.every(({ compare, value: limit }) => {
    if (compare === '=') return value === limit
    if (compare === '<') return value < limit
    if (compare === '<=') return value <= limit
    return compare === '>' ? value > limit : value >= limit
  })

/** Whether the terms of a resource satisfy a condition on terms. */
export const satisfied = (terms: readonly ResourceTerm[], any: readonly (readonly Wanted[])[]): boolean =>
  any.some((wanted) =>
    wanted.every(({ field, checks }) => terms.some((term) => term.field === field && passes(term.value, checks))),
  )
