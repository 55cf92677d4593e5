import { hexOf } from '../../domain/card/bytes.ts'
import type { DelegateReply } from '../../domain/wire/card-lists.ts'
import { ed25519PublicKey } from '../crypto/ed25519.ts'
import type { CardLists } from './card-lists.ts'
import type { Store } from './store.ts'

/** The next key is asked for when the last has fewer days left than this. */
const RENEW_BEFORE = 120
const DAY = 24 * 3_600_000

interface DeskKeyWorld {
  readonly today: string
  readonly random: (bytes: number) => Uint8Array
  readonly cards: CardLists
}

/** The public key that HIMS should let this desk sign cards with; made, and kept, before anybody hears of it. */
export function keyToDelegate({ device, lists }: Store, { today, random, cards }: DeskKeyWorld): string | null {
  if (device.read().role !== 'desk') return null
  const [newest] = lists.deskKeys()
  const publicKey = newest === undefined ? null : hexOf(ed25519PublicKey(newest.seed))
  if (newest?.kid === null) return publicKey
  const trusted = newest === undefined ? null : cards.keyFor(newest.kid)
  // HIMS came back from a copy that had never heard of it.
  if (publicKey !== null && cards.held().trust > 0 && trusted?.publicKey !== publicKey) return publicKey
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + RENEW_BEFORE * DAY).toISOString().slice(0, 10)
  const end = trusted?.notAfter ?? newest?.notAfter ?? ''
  if (end >= soon) return null
  const seed = random(32)
  lists.addDeskKey(seed)
  return hexOf(ed25519PublicKey(seed))
}

/** Notes under which name HIMS delegated a key. */
export function keyDelegated({ lists }: Store, publicKey: string, reply: DelegateReply): void {
  const key = lists.deskKeys().find(({ seed }) => hexOf(ed25519PublicKey(seed)) === publicKey)
  if (key !== undefined) lists.delegated(key.seed, reply)
}
