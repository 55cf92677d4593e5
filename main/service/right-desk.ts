import type { z } from 'zod'

import type { pharmacy, RightPlace } from '../../contract/pharmacy.ts'
import { MutationId } from '../../domain/id.ts'
import type { PersonId, PrescriptionId, TerminalId } from '../../domain/id.ts'
import type { Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { emptied, mayDispense, mayGive } from '../../domain/pharmacy/right-rule.ts'
import type { RightWish } from '../../domain/pharmacy/right-wish.ts'
import type { RightReply, RightRequest } from '../../domain/wire/right.ts'
import type { LinkState } from '../../sync/client.ts'
import { lockRights } from '../store/run-mark.ts'
import type { Bench } from './bench.ts'

type Claimed = z.output<(typeof pharmacy.channels)['right.claim']['output']>

/** The dispensing rights of a pharmacy: what is asked for, what is let go, and where everything is. */
export interface RightDesk {
  /** Whose list is open; while it is, nothing of it is let go unasked. */
  opened(person: PersonId | null): void
  place(prescription: Prescription): RightPlace
  claim(prescription: PrescriptionId): Promise<Claimed>
  yieldTo(prescription: PrescriptionId): boolean
  /** Lets go what belongs to prescriptions and items that ended, and what others wait for and nobody here is using. */
  tidy(): void
  linkChanged(link: LinkState): void
  close(): void
}

interface RightWorld {
  readonly ask: (request: RightRequest) => Promise<RightReply | null>
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly report: (fault: unknown, where: string) => void
}

/** A wish that is older is somebody's who has long gone; clocks may differ by less. */
const FORGOTTEN = 15 * 60_000
/** How long the page says that something came, or that nobody answered. */
const FRESH = 5 * 60_000
/** A list that nobody has touched for so long is in nobody's hands. */
const LAID_DOWN = 10 * 60_000
const LOOK_AGAIN = 20_000
const NAMES_EVERY = 30_000

export function rightDesk(bench: Bench, { ask, after, report }: RightWorld): RightDesk {
  const { store } = bench
  const claims = new Map<PrescriptionId, string>()
  /** When a wish ends by this computer's clock, which may differ from HIMS's. */
  const ends = new Map<string, number>()
  let stop = () => {}
  let named = false
  let namesAsked = Number.NEGATIVE_INFINITY
  let hands: { readonly person: PersonId; readonly at: number } | null = null

  const now = () => bench.now().getTime()
  const isHeld = ({ personId }: Prescription): boolean =>
    hands !== null &&
    bench.store.people.records(personId).includes(hands.person) &&
    bench.session().kind === 'unlocked' &&
    Math.abs(now() - hands.at) < LAID_DOWN
  const endOf = (wish: RightWish): number => ends.get(wish.id) ?? Date.parse(wish.until)
  const foreign = (wish: RightWish, me: string): boolean =>
    wish.wantedBy !== me && Math.abs(now() - Date.parse(wish.at)) < FORGOTTEN
  const wishFor = (id: PrescriptionId): RightWish | null => {
    const { terminal } = store.pharmacy.giver()
    return store.pharmacy.openWishes().find((wish) => wish.prescriptionId === id && foreign(wish, terminal)) ?? null
  }
  const mine = (id: PrescriptionId): readonly Right[] => {
    const me = store.pharmacy.giver()
    return store.pharmacy.rightsOf(id).filter((right) => mayGive(right, me) > 0)
  }
  /** `only`: the items whose rights go, when not all do. */
  const letGo = (
    id: PrescriptionId,
    to: TerminalId | null,
    only: ReadonlyMap<string, unknown> | null = null,
  ): boolean => {
    const rights = mine(id).filter(({ itemId }) => only === null || only.has(itemId))
    if (rights.length === 0) return false
    return bench.save((write) => {
      for (const right of rights) {
        write.put('right', emptied(right))
        const { id: rightId, left } = right
        const body = { kind: 'right.returned', rightId, left, to, at: write.at } as const
        write.tellHims(MutationId.parse(bench.newId()), body, titleOf(bench, right))
      }
      write.audit('right.returned', id)
    }).ok
  }

  const askNames = () => {
    if (Math.abs(now() - namesAsked) < NAMES_EVERY) return
    namesAsked = now()
    ask({ kind: 'counters' }).catch((fault: unknown) => report(fault, 'rights'))
  }
  const tidy = () => {
    try {
      const me = store.pharmacy.giver()
      for (const id of store.pharmacy.endedHere(me)) letGo(id, null)
      for (const id of store.orders.closedHere(me)) letGo(id, null, store.orders.state(id).closed)
      stop()
      for (const wish of store.pharmacy.openWishes().filter((each) => foreign(each, me.terminal))) {
        const prescription = store.shared.prescription.get(wish.prescriptionId)
        if (prescription === null) continue
        if (!isHeld(prescription)) letGo(prescription.id, wish.wantedBy)
        else stop = after(LOOK_AGAIN, tidy)
      }
    } catch (fault) {
      report(fault, 'rights')
    }
  }

  return {
    opened(person) {
      if (hands?.person !== person) hands = person === null ? null : { person, at: now() }
    },
    place(prescription) {
      const holders = store.pharmacy.rightsOf(prescription.id).map(({ holder }) => holder)
      if (holders.some((holder) => store.counters.label(holder) === null)) askNames()
      return placeOf(bench, prescription, { mine, wishFor, endOf, now })
    },
    async claim(id) {
      const claim = claims.get(id) ?? bench.newId()
      claims.set(id, claim)
      const reply = await ask({ kind: 'claim', id: claim, prescriptionId: id })
      if (reply?.answer == null) return { kind: 'offline' }
      claims.delete(id)
      const { answer } = reply
      if (answer.kind === 'none') return answer
      if (answer.kind === 'given') return { kind: 'given' }
      const end = now() + Date.parse(answer.wish.until) - Date.parse(reply.serverTime)
      ends.set(answer.wish.id, end)
      return { kind: 'asked', until: new Date(end).toISOString() }
    },
    yieldTo(id) {
      const wish = wishFor(id)
      return wish !== null && letGo(id, wish.wantedBy)
    },
    tidy,
    linkChanged(link) {
      // Its twin, or what it was before it was put back, may have given by the same rights.
      if (link.kind === 'refused' && link.cause === 'fenced') lockRights(store.database)
      if (link.kind !== 'online') named = false
      if (link.kind !== 'online' || named) return
      named = true
      askNames()
      tidy()
    },
    close: () => stop(),
  }
}

const titleOf = ({ store }: Bench, { itemId, prescriptionId }: Right): string => {
  const item = store.shared.prescription.get(prescriptionId)?.items.find(({ id }) => id === itemId)
  return item === undefined ? '' : (store.shared.medicine.get(item.medicine)?.name ?? item.medicine)
}

interface Known {
  readonly mine: (id: PrescriptionId) => readonly Right[]
  readonly wishFor: (id: PrescriptionId) => RightWish | null
  readonly endOf: (wish: RightWish) => number
  readonly now: () => number
}

function placeOf(bench: Bench, prescription: Prescription, known: Known): RightPlace {
  const { pharmacy: records, counters, shared } = bench.store
  const { id, items } = prescription
  const me = records.giver()
  const elsewhere = records.rightsOf(id).filter((right) => right.left > 0 && right.holder !== me.terminal)
  const names = new Set(elsewhere.flatMap(({ holder }) => counters.label(holder) ?? []))
  const wish = known.mine(id).length === 0 ? null : known.wishFor(id)
  const wantedBy = wish === null ? null : (counters.label(wish.wantedBy) ?? '')
  const says = (state: RightPlace['state']): RightPlace => ({ state, counters: [...names], wantedBy })
  const { closed } = bench.store.orders.state(id)
  const open = items.filter(
    (item) =>
      shared.medicine.get(item.medicine) !== null && records.given(item.id) < item.quantity && !closed.has(item.id),
  )
  if (open.length === 0) return says({ kind: 'here' })
  if (!mayDispense(prescription)) return says({ kind: 'stopped' })
  if (me.locked) return says({ kind: 'locked' })
  const own = records.lastWish(id, me.terminal)
  const isAllHere = open.every((item) => records.rights(item.id).some((right) => mayGive(right, me) > 0))
  const fresh = own !== null && known.now() - known.endOf(own) < FRESH
  if (isAllHere) return says({ kind: own?.state === 'met' && fresh ? 'came' : 'here' })
  if (own?.state === 'open' && known.now() < known.endOf(own)) {
    return says({ kind: 'asked', until: new Date(known.endOf(own)).toISOString() })
  }
  return says({ kind: own !== null && own.state !== 'met' && fresh ? 'silent' : 'there' })
}
