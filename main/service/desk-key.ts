import { hexOf } from '../../domain/card/bytes.ts'
import { ed25519PublicKey, ed25519Sign } from '../crypto/ed25519.ts'
import type { Bench } from './bench.ts'

/** A desk's own key for cards, which every terminal with the newest trust list believes. */
export interface DeskSigner {
  /** Two bytes in lower-case hexadecimal. */
  readonly kid: string
  /** The last day on which it may sign. */
  readonly notAfter: string
  readonly sign: (toBeSigned: Uint8Array) => Uint8Array
}

/** The key this desk signs cards with today, or null: not delegated yet, not in the trust list, over or withdrawn. */
export function deskSigner({ store, cards, today }: Bench): DeskSigner | null {
  for (const { seed, kid } of store.lists.deskKeys()) {
    const key = kid === null ? null : cards.keyFor(kid)
    if (kid === null || key === null) continue
    if (today() < key.notBefore || today() > key.notAfter) continue
    // The trust list could have given this name to another key after HIMS came back from a copy.
    if (key.publicKey !== hexOf(ed25519PublicKey(seed))) continue
    return { kid, notAfter: key.notAfter, sign: (message) => ed25519Sign(seed, message) }
  }
  return null
}
