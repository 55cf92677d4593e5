import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import type { EmergencyKey } from '../../domain/wire/card-lists.ts'
import type { Store } from '../database/schema.ts'
import { dayInDelhi, yearsLater } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'

/** The next key is there so many days before the last one ends. */
const AHEAD = 30
const DAY = 24 * 3_600_000
const IDS = 256

const lastDayAhead = (now: number): string => dayInDelhi(now + AHEAD * DAY)

/** Whether the next key is due: HIMS may run for longer than a key does. */
export const isKeyDue = (keys: readonly EmergencyKey[], { now }: IssuerWorld): boolean =>
  keys.length > 0 && keys.every(({ until }) => until <= lastDayAhead(now()))

const nameOf = (id: number): string => `emergency ${id}`

/** Sees that a key seals new cards today and for the next weeks. */
export async function keepEmergencyKey(store: Store, { now, random, secrets }: IssuerWorld): Promise<void> {
  const rows = await store.selectFrom('emergency_key').select(['id', 'until']).orderBy('until', 'desc').execute()
  const last = rows[0]
  if (last !== undefined && last.until > lastDayAhead(now())) return
  const taken = new Set(rows.map(({ id }) => id))
  const id = Array.from({ length: IDS }, (_, at) => ((last?.id ?? 0) + 1 + at) % IDS).find((free) => !taken.has(free))
  // After 256 years the first key would have to be given up; nobody is asked to plan for that.
  if (id === undefined) return
  const row = { id, key: secrets.wrap(random(32), nameOf(id)), until: yearsLater(dayInDelhi(now()), 1) }
  await store.insertInto('emergency_key').values(row).execute()
}

/** Every key that some card may be sealed with; those whose wrapping does not open are left out. */
export async function emergencyKeys(store: Store, { secrets }: IssuerWorld): Promise<readonly EmergencyKey[]> {
  const rows = await store.selectFrom('emergency_key').selectAll().orderBy('until').execute()
  return rows.flatMap(({ id, key, until }) => {
    const plain = secrets.unwrap(key, nameOf(id))
    return plain === null ? [] : [{ id, key: hexOf(plain), until }]
  })
}

/** Seeds from before there was a key file are wrapped at the next start. */
export async function wrapPlainSeeds(store: Store, { secrets }: IssuerWorld): Promise<void> {
  const plain = await store
    .selectFrom('trusted_key')
    .select(['kid', 'public_key', 'seed'])
    .where('seed', 'is not', null)
    .where('seed', 'not like', 'gcm1:%')
    .execute()
  for (const { kid, public_key: name, seed } of plain) {
    if (seed === null) continue
    await store
      .updateTable('trusted_key')
      .set({ seed: secrets.wrap(bytesOf(seed), name) })
      .where('kid', '=', kid)
      .execute()
  }
}
