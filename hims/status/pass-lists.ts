import { lastNumber } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { passTrust } from '../issuer/trust.ts'
import { signRulesAgain } from '../scheme/rules.ts'
import { passStatus } from './status-list.ts'

/** More than a backup is ever behind. */
const AHEAD = 10_000

/**
 * A HIMS that came back from a copy would give numbers again that its terminals know with other contents; it goes on
 * above them.
 */
export async function passLists(store: Store, issuer: IssuerWorld): Promise<void> {
  await passTrust(store, (await lastNumber(store, 'trust-list')) + AHEAD, issuer)
  await signRulesAgain(store, (await lastNumber(store, 'scheme-rules')) + AHEAD, issuer)
  await passStatus(store, (await lastNumber(store, 'status-list')) + AHEAD)
}
