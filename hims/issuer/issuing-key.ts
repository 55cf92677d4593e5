import { hexOf } from '../../domain/card/bytes.ts'
import { provingKey } from '../../domain/card/trust-list.ts'
import { ed25519PublicKey, ed25519Signer } from '../crypto/ed25519.ts'
import type { Store, TrustedKeyTable } from '../database/schema.ts'
import { dayInDelhi, moment, yearsLater } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'
import { publishTrust, signedList } from './trust.ts'
import { freeKid, trustedKeys } from './trusted-key.ts'

export interface IssuingKey {
  readonly kid: string
  readonly sign: (toBeSigned: Uint8Array) => Uint8Array
}

/** How long one key signs new cards. */
const YEARS = 1
/** The next key is made so long before, in days, that every terminal knows it before its first card. */
export const OVERLAP = 30
const DAY = 24 * 3_600_000
/** A key that terminals may not have heard of yet signs nothing while an older one can: an outage may last for days. */
const HEARD_AFTER = 7 * DAY

/** The key that signs today's cards, or null while no trust list can say so. The next one is made in time. */
export async function issuingKey(store: Store, world: IssuerWorld): Promise<IssuingKey | null> {
  const [last] = (await usableKeys(store, world)).toSorted((one, other) => byEnd(other, one))
  const soon = dayInDelhi(world.now() + OVERLAP * DAY)
  if (last === undefined || last.not_after < soon) await makeIssuingKey(store, world)
  if ((await signedList(store, 'trust')) === null) return null
  const usable = await usableKeys(store, world)
  const heard = usable.filter(({ made_at: madeAt }) => world.now() - Date.parse(madeAt) >= HEARD_AFTER)
  // Of those that everybody has heard of the newest; with none, the one that was made first.
  const key = heard.toSorted(byMaking).at(-1) ?? usable.toSorted(byMaking).at(0)
  const seed = key?.seed == null ? null : world.secrets.unwrap(key.seed, key.public_key)
  return key === undefined || seed === null ? null : { kid: key.kid, sign: ed25519Signer(seed) }
}

const byEnd = (one: TrustedKeyTable, other: TrustedKeyTable): number => one.not_after.localeCompare(other.not_after)
const byMaking = (one: TrustedKeyTable, other: TrustedKeyTable): number =>
  one.made_at.localeCompare(other.made_at) || one.kid.localeCompare(other.kid)

/** HIMS's own keys that may sign a card today. */
async function usableKeys(store: Store, { now, secrets }: IssuerWorld): Promise<readonly TrustedKeyTable[]> {
  const today = dayInDelhi(now())
  const proving = (await trustedKeys(store))
    .map(provingKey)
    .filter(({ notBefore, notAfter }) => today >= notBefore && today <= notAfter)
  const kids = new Set(proving.map(({ kid }) => kid))
  const rows = await store.selectFrom('trusted_key').selectAll().where('kind', '=', 'hims').execute()
  return rows.filter(({ kid, seed, public_key: name }) => {
    return kids.has(kid) && seed !== null && secrets.unwrap(seed, name) !== null
  })
}

/** Makes a key for the next year's cards and publishes it; null while no list can be signed, and nothing is kept. */
export async function makeIssuingKey(store: Store, world: IssuerWorld): Promise<string | null> {
  const { now, random, secrets } = world
  const [seed, today] = [random(32), dayInDelhi(now())]
  const publicKey = hexOf(ed25519PublicKey(seed))
  const kid = await freeKid(store, publicKey)
  await store
    .insertInto('trusted_key')
    .values({
      kid,
      public_key: publicKey,
      not_before: today,
      not_after: yearsLater(today, YEARS),
      withdrawn: null,
      kind: 'hims',
      facilities: null,
      terminal: null,
      seed: secrets.wrap(seed, publicKey),
      made_at: moment(now()),
    })
    .execute()
  if (await publishTrust(store, world)) return kid
  await store.deleteFrom('trusted_key').where('kid', '=', kid).execute()
  return null
}
