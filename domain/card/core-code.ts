import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { CardCore } from './card-core.ts'
import { readHolder, writeHolder } from './core-holder.ts'
import { readLatin, readOwn, writeLatin, writeOwn } from './core-name.ts'
import type { NameProblem } from './core-name.ts'

const LARGEST_FACILITY = 9_999_999_999

/** `[holder, facility, Latin name, own name]`, or why this person's facts cannot stand on a card. */
export function writeCore(core: CardCore): Result<readonly unknown[], NameProblem> {
  const holder = writeHolder(core)
  const latin = writeLatin(core.name.latin)
  const own = core.name.own === null ? ok(null) : writeOwn(core.name.own)
  for (const part of [holder, latin, own]) if (!part.ok) return fail(part.problem)
  if (!holder.ok || !latin.ok || !own.ok) return fail('unwritable')
  return ok([holder.value, core.facility === null ? null : Number(core.facility), latin.value, own.value])
}

/** The facts of a core's array, or null for an array that `writeCore` would not write. */
export function readCore(element: unknown): CardCore | null {
  if (!Array.isArray(element) || element.length !== 4) return null
  const [first, second, third, fourth]: unknown[] = element
  const [holder, facility, latin] = [readHolder(first), facilityOf(second), readLatin(third)]
  const own = fourth === null ? null : readOwn(fourth)
  if (holder === null || facility === undefined || latin === null || (own === null && fourth !== null)) return null
  return { ...holder, name: { latin, own }, facility }
}

/** Ten digits, null for none, undefined for what is neither. */
function facilityOf(value: unknown): string | null | undefined {
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > LARGEST_FACILITY) return undefined
  return String(value).padStart(10, '0')
}
