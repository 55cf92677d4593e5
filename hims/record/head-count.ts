import type { Store } from '../database/schema.ts'

interface Counted {
  readonly until: number
  readonly people: Promise<number>
}

/** Counting a million takes a tenth of a second: one count serves everybody for a while, in milliseconds. */
const KEPT = 10 * 60_000
const counts = new WeakMap<Store, Map<string, Counted>>()

/** How many people a hospital holds, or held a few minutes ago. */
export async function peopleOf(store: Store, facility: string, now: number): Promise<number> {
  const known = counts.get(store) ?? new Map<string, Counted>()
  counts.set(store, known)
  const last = known.get(facility)
  if (last !== undefined && last.until > now && last.until <= now + KEPT) return last.people
  const people = count(store, facility)
  known.set(facility, { until: now + KEPT, people })
  try {
    return await people
  } catch (fault) {
    known.delete(facility)
    throw fault
  }
}

async function count(store: Store, facility: string): Promise<number> {
  const row = await store
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number | string>().as('people'))
    .where('facility', '=', facility)
    .executeTakeFirstOrThrow()
  return Number(row.people)
}
