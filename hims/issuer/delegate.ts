import { isSoundKey } from '../../domain/card/sound-key.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { Facility } from '../../domain/hospital/facility.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { findRecord } from '../record/record-store.ts'
import { dayInDelhi, moment } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'
import { publishTrust } from './trust.ts'
import { freeKid } from './trusted-key.ts'

export interface Delegation {
  readonly kid: string
  readonly notBefore: string
  readonly notAfter: string
}

const DAYS = 400
/** A desk that was restored from copies may ask for a few; one that goes on asking would use up the key ids. */
const MOST_KEYS = 8
const DAY = 24 * 3_600_000

/** Lets a desk sign cards of its own hospital with its own key; asking again repeats the answer. */
export async function delegateKey(
  store: Store,
  terminal: TerminalTable,
  publicKey: string,
  world: IssuerWorld,
): Promise<Result<Delegation, 'not-a-desk' | 'unsound-key' | 'key-of-another' | 'too-many-keys' | 'no-list-key'>> {
  if (terminal.role !== 'desk') return fail('not-a-desk')
  if (!isSoundKey(publicKey)) return fail('unsound-key')
  const known = await store.selectFrom('trusted_key').selectAll().where('public_key', '=', publicKey).executeTakeFirst()
  if (known !== undefined) {
    if (known.terminal !== terminal.id) return fail('key-of-another')
    return ok({ kid: known.kid, notBefore: known.not_before, notAfter: known.not_after })
  }
  if ((await liveKeys(store, terminal.id, world)) >= MOST_KEYS) return fail('too-many-keys')
  const [notBefore, notAfter] = [dayInDelhi(world.now()), dayInDelhi(world.now() + DAYS * DAY)]
  const kid = await freeKid(store, publicKey)
  await store
    .insertInto('trusted_key')
    .values({
      kid,
      public_key: publicKey,
      not_before: notBefore,
      not_after: notAfter,
      withdrawn: null,
      kind: 'delegated',
      facilities: JSON.stringify(await scopeOf(store, terminal.facility)),
      terminal: terminal.id,
      seed: null,
      made_at: moment(world.now()),
    })
    .execute()
  if (await publishTrust(store, world)) return ok({ kid, notBefore, notAfter })
  await store.deleteFrom('trusted_key').where('kid', '=', kid).execute()
  return fail('no-list-key')
}

async function liveKeys(store: Store, terminal: string, { now }: IssuerWorld): Promise<number> {
  const rows = await store
    .selectFrom('trusted_key')
    .select('kid')
    .where('terminal', '=', terminal)
    .where('not_after', '>=', dayInDelhi(now()))
    .execute()
  return rows.length
}

/** A card names its hospital by the digits of its registry number; where that is missing the code stands for it. */
async function scopeOf(store: Store, code: string): Promise<readonly string[]> {
  const facility = Facility.safeParse((await findRecord(store, 'facility', code))?.row)
  const hfr = facility.success ? facility.data.hfr : null
  return [hfr === null ? code : hfr.slice(2)]
}

/** A desk that is gone signs nothing from today on. */
export async function withdrawDelegated(store: Store, terminal: string, world: IssuerWorld): Promise<void> {
  const { numUpdatedRows } = await store
    .updateTable('trusted_key')
    .set({ withdrawn: dayInDelhi(world.now()) })
    .where('terminal', '=', terminal)
    .where('withdrawn', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await publishTrust(store, world)
}
