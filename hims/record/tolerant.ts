import type { z } from 'zod'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** A newer terminal may nest new fields this deep in one another. */
const DEEPEST = 4

/**
 * Reads what this version knows of a value and passes over fields it doesn't know: the value itself is kept whole by
 * whoever stores it. The problem says in one line where the value is wrong.
 */
export function readKnown<Value>(shape: z.ZodType<Value>, value: unknown): Result<Value, string> {
  let known = value
  for (let depth = 0; depth < DEEPEST; depth++) {
    const read = shape.safeParse(known)
    if (read.success) return ok(read.data)
    const strange = read.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
    if (strange.length < read.error.issues.length) return fail(problemOf(read.error))
    known = strange.reduce((rest: unknown, { path, keys }) => without(rest, path, keys), known)
  }
  return fail('unknown fields nested too deep')
}

/** Where and what, without the value: it may name a person. */
export function problemOf(error: z.ZodError): string {
  const [first] = error.issues.filter((issue) => issue.code !== 'unrecognized_keys')
  if (first === undefined) return 'unreadable'
  return `${first.path.map(String).join('.') || 'value'}: ${first.code}`.slice(0, 200)
}

function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [step, ...rest] = path
  if (Array.isArray(value)) {
    return value.map((entry: unknown, at) => (at === step ? without(entry, rest, keys) : entry))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (step === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)))
  return Object.fromEntries(
    entries.map(([key, entry]: [string, unknown]) => [key, key === step ? without(entry, rest, keys) : entry]),
  )
}
