import type { PickList } from '../../contract/pharmacy.ts'
import type { PersonId, PrescriptionId } from '../../domain/id.ts'
import type { Allergy } from '../../domain/person/allergy.ts'
import { lastsUntil } from '../../domain/pharmacy/days-supply.ts'
import type { Medicine } from '../../domain/pharmacy/medicine.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import type { Prescription, PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import { warningsOf } from '../../domain/pharmacy/warning.ts'
import type { Warning } from '../../domain/pharmacy/warning.ts'
import type { Bench } from './bench.ts'
import { localDay } from './local-time.ts'

const MOST_PRESCRIPTIONS = 20
const MOST_FILLS = 20

/** A medicine of which something was given, and how long that lasts. */
export interface Running {
  readonly prescription: PrescriptionId
  readonly medicine: Medicine
  readonly until: string
  /** Its hand-overs, day by day. */
  readonly fills: readonly { readonly day: string; readonly quantity: number }[]
}

/** Everything a person was given by orders that are known here. */
export function runningOf({ store }: Bench, person: PersonId): readonly Running[] {
  return store.pharmacy.prescriptions(person, MOST_PRESCRIPTIONS).flatMap(({ id, items }) =>
    items.flatMap((item) => {
      const medicine = store.shared.medicine.get(item.medicine)
      const fills = store.pharmacy
        .dispenses(item.id)
        .map(({ at, quantity }) => ({ day: localDay(new Date(at)), quantity }))
      const until = lastsUntil(item, fills)
      return medicine === null || until === null ? [] : [{ prescription: id, medicine, until, fills }]
    }),
  )
}

export const touching = (allergies: readonly Allergy[], medicine: Medicine): Allergy[] =>
  allergies.filter(({ group }) => medicine.groups.includes(group))

interface Known {
  readonly running: readonly Running[]
  readonly allergies: readonly Allergy[]
  readonly state: Pick<OrderState, 'closed'>
}

/**
 * What speaks against one line beside what runs from other orders and the lines before it on its own; a pair on one list
 * is told of at the second of the two, and not at all once the first was taken back before any of it was given.
 */
export function warningsFor(
  { store, today }: Bench,
  { id, items }: Prescription,
  item: PrescriptionItem,
  { running, allergies, state: { closed } }: Known,
): Warning[] {
  const medicine = store.shared.medicine.get(item.medicine)
  if (medicine === null) return []
  const elsewhere = running.filter(({ prescription }) => prescription !== id)
  const isGiven = (code: string) => running.some((each) => each.prescription === id && each.medicine.code === code)
  const before = items.slice(0, items.indexOf(item)).flatMap(({ id: other, medicine: code }) => {
    const known = store.shared.medicine.get(code)
    if (known === null || touching(allergies, known).length > 0) return []
    return closed.has(other) && !isGiven(code) ? [] : [{ medicine: known, until: null }]
  })
  return warningsOf(medicine, [...elsewhere, ...before], today())
}

/** The last hand-overs, the newest first; those of one medicine on one day are one. */
export function lastFills(running: readonly Running[]): PickList['fills'] {
  const byDay = new Map<string, PickList['fills'][number]>()
  for (const { medicine, fills } of running)
    for (const { day, quantity } of fills) {
      const key = `${day} ${medicine.code}`
      byDay.set(key, { day, medicine, quantity: quantity + (byDay.get(key)?.quantity ?? 0) })
    }
  return [...byDay.values()].toSorted((one, other) => other.day.localeCompare(one.day)).slice(0, MOST_FILLS)
}
