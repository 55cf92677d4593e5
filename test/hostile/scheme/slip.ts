import { Scheme } from '../../../domain/scheme/rule-file.ts'
import type { RuleFile } from '../../../domain/scheme/rule-file.ts'

/** A rule file with one slip of the pen in one scheme. */
export interface Slip {
  readonly scheme: string
  readonly what: string
  readonly slipped: RuleFile
}

const days = new Set(['from', 'until', 'onOrAfter', 'onOrBefore'])
const limits = new Set(['years', 'months', 'days', 'atLeast', 'atMost', 'above', 'below', 'is'])

/** Every limit and every day in the schemes, one too high and one too low; rules without a source decide nothing. */
export const rulesWithSlips = (file: RuleFile): readonly Slip[] =>
  file.schemes.flatMap((scheme, at) =>
    variants(scheme, '').map(({ what, value }) => ({
      scheme: scheme.id,
      what: `${scheme.id}${what}`,
      slipped: { ...file, schemes: file.schemes.with(at, Scheme.parse(value)) },
    })),
  )

interface Variant {
  readonly what: string
  readonly value: unknown
}

function variants(value: unknown, path: string): readonly Variant[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    return list.flatMap((each, at) =>
      variants(each, `${path}.${at}`).map((one) => ({ ...one, value: list.with(at, one.value) })),
    )
  }
  if (typeof value !== 'object' || value === null || ('source' in value && value.source === null)) return []
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const here = `${path}.${name}`
    return [
      ...moved(name, each).map((other) => ({ what: `${here} is ${other}`, value: { ...value, [name]: other } })),
      ...variants(each, here).map((one) => ({ ...one, value: { ...value, [name]: one.value } })),
    ]
  })
}

function moved(name: string, value: unknown): readonly (string | number)[] {
  if (typeof value === 'number' && limits.has(name)) return [value - 1, value + 1]
  return typeof value === 'string' && days.has(name) && value !== 'today'
    ? [dayMoved(value, -1), dayMoved(value, 1)]
    : []
}

const dayMoved = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
