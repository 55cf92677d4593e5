import { uuidV7 } from '../../domain/id.ts'
import type { CardId, OperatorId } from '../../domain/id.ts'
import type { Session } from '../../contract/shell.ts'
import type { CardLists } from '../store/card-lists.ts'
import { trustedIssuers } from '../foreign/issuer.ts'
import type { TrustedIssuer } from '../foreign/issuer.ts'
import type { Save } from '../store/save.ts'
import type { Store } from '../store/store.ts'
import { localDay } from './local-time.ts'
import type { SessionKeeper } from './session.ts'
import { sightingLimit } from './sighting-limit.ts'
import type { TerminalWorld } from './world.ts'

/** What every service works with. */
export interface Bench {
  readonly store: Store
  readonly save: Save
  /** The signed lists about cards. */
  readonly cards: CardLists
  readonly now: () => Date
  /** The hospital's day, `YYYY-MM-DD`. */
  readonly today: () => string
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
  readonly session: () => Session
  /** Whose right a deed for supervisors is done by, if anybody's; another's word is used up by asking. */
  readonly supervisor: () => OperatorId | null
  /** Whose signatures on other systems' identity codes are trusted. */
  readonly issuers: readonly TrustedIssuer[]
  /** Whether HIMS should hear that this card was shown here now. */
  readonly sightings: (card: CardId) => boolean
  readonly report: (fault: unknown, where: string) => void
}

export const benchOf = (
  world: Pick<TerminalWorld, 'now' | 'random' | 'report' | 'setting'>,
  store: Store,
  save: Save,
  cards: CardLists,
  { now: session, supervisor }: Pick<SessionKeeper, 'now' | 'supervisor'>,
): Bench => ({
  store,
  save,
  cards,
  session,
  supervisor,
  now: world.now,
  today: () => localDay(world.now()),
  newId: () => uuidV7(world.now().getTime(), world.random(10)),
  random: world.random,
  issuers: trustedIssuers(world.setting.identityIssuers),
  sightings: sightingLimit(world.now),
  report: world.report,
})

/** Note one deed that changes no row; a full disk must not stop a person from being helped. */
export function note(bench: Bench, deed: string, subject: string): void {
  bench.save((write) => write.audit(deed, subject))
}
