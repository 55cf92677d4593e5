import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { exactShape } from '../../domain/wire/exact-shape.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'

export interface KnownRow {
  readonly change: ChangeRow
  /** The row left out fields that this version does not know. */
  readonly partial: boolean
}

/** A newer HIMS may nest new fields this deep in one another. */
const DEEPEST = 4

const isExact = exactShape(ChangeRow)
const asChange = (known: { readonly table: string; readonly row: unknown }): known is ChangeRow => isExact(known)

/** Reads what this version knows of a row; the problem says where the row is wrong, without its value. */
export function knownRow(table: string, row: unknown): Result<KnownRow, string> {
  const whole = { table, row }
  if (asChange(whole)) return ok({ change: whole, partial: false })
  let known: unknown = whole
  for (let depth = 0; depth < DEEPEST; depth++) {
    const read = ChangeRow.safeParse(known)
    if (read.success) return ok({ change: read.data, partial: depth > 0 })
    const strange = read.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
    if (strange.length < read.error.issues.length) return fail(whereOf(read.error.issues))
    for (const { path, keys } of strange) known = without(known, path, keys)
  }
  return fail('row: nested too deep')
}

const whereOf = (issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[]): string => {
  const wrong = issues.find(({ code }) => code !== 'unrecognized_keys')
  return `${wrong?.path.map(String).join('.') ?? 'row'}: ${wrong?.code ?? 'unreadable'}`.slice(0, 200)
}

function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [step, ...rest] = path
  if (Array.isArray(value)) {
    return value.map((entry: unknown, at) => (at === step ? without(entry, rest, keys) : entry))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  if (step === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)))
  return Object.fromEntries(entries.map(([key, entry]) => [key, key === step ? without(entry, rest, keys) : entry]))
}
