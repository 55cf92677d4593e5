import type { OpenEmergency, SealEmergency } from '../../domain/card/emergency-code.ts'
import { keyRing } from '../crypto/aes-gcm.ts'
import type { KeyRing } from '../crypto/aes-gcm.ts'
import type { Bench } from './bench.ts'

const ringOf = ({ store }: Bench): KeyRing =>
  keyRing(new Map(store.lists.emergencyKeys().map(({ id, key }) => [id, key])))

/** Opens the block for emergencies with the keys that HIMS gave this terminal. */
export const openEmergency =
  (bench: Bench): OpenEmergency =>
  (...sealed) =>
    ringOf(bench).open(...sealed)

/** How new cards are sealed today: the id of the newest key and what it does; null while no key is here. */
export function emergencySealer(bench: Bench): { readonly keyId: number; readonly seal: SealEmergency } | null {
  const newest = bench.store.lists.emergencyKeys().at(-1)
  if (newest === undefined || newest.until < bench.today()) return null
  return { keyId: newest.id, seal: ringOf(bench).seal }
}
