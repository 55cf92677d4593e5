import type { z } from 'zod'

import type { doctor, WrittenItem } from '../../contract/doctor.ts'
import type { PersonId } from '../../domain/id.ts'
import { lastsUntil } from '../../domain/pharmacy/days-supply.ts'
import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import { OWN_SHELF } from '../../domain/pharmacy/stock-ledger.ts'
import { warningsOf } from '../../domain/pharmacy/warning.ts'
import type { Beside } from '../../domain/pharmacy/warning.ts'
import type { Bench } from './bench.ts'
import { runningOf } from './beside.ts'
import { localDay } from './local-time.ts'
import { storesHere } from './stock-view.ts'

type Look = z.output<(typeof doctor.channels)['write.look']['output']>[number]

const MOST_PRESCRIPTIONS = 20

/** What speaks against each item while it is written, and how much of it the pharmacy has. */
export function lookAt(bench: Bench, person: PersonId, items: readonly Pick<WrittenItem, 'medicine'>[]): Look[] {
  const { store, today } = bench
  const beside = besideOf(bench, person, [])
  const medicines = items.map(({ medicine }) => store.shared.medicine.get(medicine))
  return medicines.map((medicine, at) => {
    if (medicine === null) return { warnings: [], stock: null }
    const before = medicines.slice(0, at).flatMap((other) => (other === null ? [] : [{ medicine: other, until: null }]))
    const warnings = warningsOf(medicine, [...beside, ...before], today())
    // The same medicine is said by its own stop, with the key that goes past it.
    return { warnings: warnings.filter((each) => !isSame(each, medicine.name)), stock: stockOf(bench, medicine.code) }
  })
}

const isSame = (warning: Look['warnings'][number], name: string): boolean =>
  warning.kind === 'duplicate' && warning.other.name === name

/** What a person has: given and not used up, or ordered and still to be fetched; without items that are being replaced. */
export function besideOf(bench: Bench, person: PersonId, without: readonly string[]): Beside[] {
  const { store, today } = bench
  const given = runningOf(bench, person).map(({ medicine, until }) => ({ medicine, until }))
  const ordered = store.pharmacy
    .prescriptions(person, MOST_PRESCRIPTIONS)
    .filter(({ status }) => status === 'active')
    .flatMap(({ id, items, writtenAt }) => {
      const { closed } = store.orders.state(id)
      return items.flatMap((item) => {
        const medicine = store.shared.medicine.get(item.medicine)
        const isGone = closed.has(item.id) || without.includes(item.id)
        if (medicine === null || isGone || given.some((each) => each.medicine.code === medicine.code)) return []
        const until = lastsUntil(item, [{ day: localDay(new Date(writtenAt)), quantity: item.quantity }]) ?? ''
        return until < today() ? [] : [{ medicine, until }]
      })
    })
  return [...given, ...ordered]
}

/** Units that may be given: at the pharmacy and in other stores. Null while no lot of it is known here. */
function stockOf(bench: Bench, code: string): Look['stock'] {
  const { store, today } = bench
  const lots = store.pharmacy.lots(code)
  if (lots.length === 0) return null
  const free = lots.filter((lot) => lotHold(lot, store.shared.lot_mark.get(lot.id), today()) === null)
  const unitsIn = (place: string) => free.reduce((sum, { id }) => sum + Math.max(0, store.stock.units(id, place)), 0)
  const others = storesHere(bench).filter((each) => each.code !== OWN_SHELF && each.code !== QUARANTINE)
  return { pharmacy: unitsIn(OWN_SHELF), elsewhere: others.reduce((sum, each) => sum + unitsIn(each.code), 0) }
}
