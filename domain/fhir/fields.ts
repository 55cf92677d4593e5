/** A JSON object whose elements nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>

/** The elements of a value; none of what is no object. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

/** The entries of a list; a value alone is a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/**
 * The values at a path such as `participant.actor`, through every list on the way; `effective[x]` is whichever of
 * `effectiveDateTime`, `effectivePeriod`… is there.
 */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const steps = path.split('.')
  return steps
    .reduce<readonly unknown[]>(
      (found, step) => found.flatMap((one) => listOf(one)).flatMap((one) => stepInto(fieldsOf(one), step)),
      [value],
    )
    .flatMap((one) => listOf(one))
}

function stepInto(fields: Fields, step: string): readonly unknown[] {
  if (!step.endsWith('[x]')) return [fields[step]]
  const start = step.slice(0, -3)
  return Object.entries(fields)
    .filter(([name]) => name.startsWith(start) && /^[A-Z]/.test(name.slice(start.length)))
    .map(([, value]) => value)
}
