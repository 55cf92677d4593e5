import type { FieldChange } from './directory-change.ts'

type Fields = Readonly<Record<string, unknown>>

/** What proves who somebody is: that it changed is told, never what it is. */
const secret: ReadonlySet<string> = new Set(['pin', 'badge'])

/** The value of a secret where somebody has one. */
const HIDDEN = '"…"'

const fieldsOf = (row: object): Fields => Object.fromEntries(Object.entries(row))

const told = (field: string, value: unknown): string | null => {
  if (value === undefined) return null
  return secret.has(field) ? HIDDEN : JSON.stringify(value)
}

/** The fields in which a row differs from what it was made from; all of them for a new one. */
export function fieldChanges(was: object | null, now: object): readonly FieldChange[] {
  const [before, after] = [fieldsOf(was ?? {}), fieldsOf(now)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, was: told(field, before[field]), now: told(field, after[field]) }))
}

/**
 * A row with a change taken back; null where that cannot be told: a secret is not kept, and what was changed again since
 * is not overwritten.
 */
export function takenBack(row: object, changes: readonly FieldChange[]): Fields | null {
  const now = fieldsOf(row)
  const isAsLeft = ({ field, now: left }: FieldChange): boolean =>
    !secret.has(field) && told(field, now[field]) === left
  if (!changes.every(isAsLeft)) return null
  const back = changes.flatMap(({ field, was }): [string, unknown][] =>
    was === null ? [] : [[field, JSON.parse(was)]],
  )
  const changed = new Set(changes.map(({ field }) => field))
  return {
    ...Object.fromEntries(Object.entries(now).filter(([field]) => !changed.has(field))),
    ...Object.fromEntries(back),
  }
}

/** What somebody changed, put over the row as it now stands: what others did to other fields stays. */
export function overlaid(now: object, was: object | null, mine: object): Fields {
  const touched = new Set(fieldChanges(was, mine).map(({ field }) => field))
  const kept = Object.entries(now).filter(([field]) => !touched.has(field))
  const put = Object.entries(mine).filter(([field]) => touched.has(field))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(put) }
}
