import type { PersonId, PrescriptionId, PrescriptionItemId, TerminalId } from '../../domain/id.ts'
import type { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import type { Allergy } from '../../domain/person/allergy.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Lot } from '../../domain/pharmacy/medicine.ts'
import type { OrderEventOf } from '../../domain/pharmacy/order-event.ts'
import { unitsBack } from '../../domain/pharmacy/order-state.ts'
import type { Dispense, Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import type { Giver } from '../../domain/pharmacy/right-rule.ts'
import type { RightWish } from '../../domain/pharmacy/right-wish.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Database } from './database.ts'
import { linkedRecords, pharmacyPapers } from './linked-query.ts'
import type { OrderQuery } from './order-query.ts'
import { OWN_SHELF } from '../../domain/pharmacy/stock-ledger.ts'
import { unitsOnShelf } from './stock-query.ts'
import type { RowOf } from './shared-shape.ts'
import { readRow } from './shared-table.ts'

export interface PharmacyQuery {
  allergies(person: PersonId): readonly Allergy[]
  prescriptions(person: PersonId, limit: number): readonly Prescription[]
  prescriptionOf(item: PrescriptionItemId): PrescriptionId | null
  rights(item: PrescriptionItemId): readonly Right[]
  /** This terminal as rights know it; before enrolment it holds none. */
  giver(): Giver
  /** A person has to say which of two copies of this terminal goes on. */
  isFenced(): boolean
  /** Every right to a prescription, wherever it is. */
  rightsOf(prescription: PrescriptionId): readonly Right[]
  /** Wishes that are open as far as is known here, the oldest first. */
  openWishes(): readonly RightWish[]
  /** The newest wish of one terminal for a prescription. */
  lastWish(prescription: PrescriptionId, wantedBy: string): RightWish | null
  /** Prescriptions that are not active any more and that this terminal holds rights to. */
  endedHere(me: Giver): readonly PrescriptionId[]
  /** What a person was given in an emergency, the newest first. */
  supplies(person: PersonId, limit: number): readonly EmergencySupply[]
  recentSupplies(limit: number): readonly EmergencySupply[]
  /** What was given here and waits at HIMS for the right that it speaks of. */
  parked(limit: number): readonly { readonly title: string; readonly at: string }[]
  /** Units of one item that have been handed over anywhere, as far as is known here. */
  given(item: PrescriptionItemId): number
  /** Every hand-over of one item, less what came back of it, as far as is known here. */
  dispenses(item: PrescriptionItemId): readonly Dispense[]
  /** First expiry first. */
  lots(medicine: string): readonly Lot[]
  /** What stands on the shelf that patients are given from: what came and went since it was counted. */
  here(lotId: string): number
  /** Items of a person's prescriptions that this terminal may still give. */
  openFor(person: PersonId, holder: TerminalId, epoch: number): number
  /** People with something to collect here, the newest prescription first. */
  waitingPeople(holder: TerminalId, epoch: number, limit: number): readonly Person[]
}

type Body = { readonly body: string }

interface DeviceRow {
  readonly terminal: string | null
  readonly epoch: number
  readonly fenced: number | null
}

const rowsOf = <Name extends TableName>(table: Name, rows: readonly Body[]): readonly RowOf<Name>[] =>
  rows.map(({ body }) => readRow(table, body))

/** Written out so that a test can ask SQLite for the plan of each. */
export const pharmacySql = {
  allergies: 'SELECT body FROM allergy WHERE person_id = ?',
  prescriptions: 'SELECT body FROM prescription WHERE person_id = ? ORDER BY written_at DESC LIMIT ?',
  prescriptionOf: 'SELECT prescription_id FROM "right" WHERE item_id = ? LIMIT 1',
  rights: 'SELECT body FROM "right" WHERE item_id = ?',
  rightsOf: 'SELECT body FROM "right" WHERE prescription_id = ?',
  openWishes: `SELECT body FROM right_wish WHERE open = 1 AND prescription_id > ''`,
  wishesFor: 'SELECT body FROM right_wish WHERE prescription_id = ?',
  endedHere: `SELECT DISTINCT r.prescription_id FROM "right" r JOIN prescription p ON p.id = r.prescription_id
              WHERE r.holder = ? AND r.epoch = ? AND r.units_left > 0 AND p.status <> 'active'`,
  supplies: 'SELECT body FROM emergency_supply WHERE person_id = ? ORDER BY at DESC LIMIT ?',
  recentSupplies: `SELECT body FROM emergency_supply WHERE at > '' ORDER BY at DESC LIMIT ?`,
  // HIMS gives a row its version when it takes it.
  parked: `SELECT o.title, o.at FROM outbox o JOIN dispense d ON d.id = o.mid
           WHERE o.note = 'parked' AND d.version = 0 ORDER BY o.seq DESC LIMIT ?`,
  // What was given by mistake and is at the counter again was not given.
  given: `SELECT coalesce(sum(quantity), 0) - (
            SELECT coalesce(sum(body ->> '$.quantity'), 0) FROM order_event
            WHERE kind = 'given-back' AND item = ? AND body ->> '$.cause' = 'by-mistake'
          ) FROM dispense WHERE item_id = ?`,
  dispenses: 'SELECT body FROM dispense WHERE item_id = ?',
  lots: 'SELECT body FROM lot WHERE medicine = ? ORDER BY expiry',
  openFor: `SELECT count(*) FROM prescription p JOIN "right" r ON r.prescription_id = p.id
            WHERE p.person_id = ? AND r.holder = ? AND r.epoch = ? AND r.units_left > 0
              AND p.status = 'active'`,
  waitingPeople: `SELECT q.body FROM "right" r JOIN prescription p ON p.id = r.prescription_id
                  JOIN person q ON q.id = p.person_id
                  WHERE r.holder = ? AND r.epoch = ? AND r.units_left > 0 AND p.status = 'active'
                  GROUP BY p.person_id ORDER BY max(p.written_at) DESC LIMIT ?`,
} as const

/** Hand-overs with the units of each that did not come back. */
function kept(given: readonly Dispense[], back: readonly OrderEventOf<'given-back'>[]): readonly Dispense[] {
  if (back.length === 0) return given
  return given
    .map((row) => ({ ...row, quantity: row.quantity - unitsBack({ givenBack: back }, row.id) }))
    .filter(({ quantity }) => quantity > 0)
}

export function pharmacyQuery(database: Database, orders: Pick<OrderQuery, 'givenBack'>): PharmacyQuery {
  const allergies = database.prepare<[string], Body>(pharmacySql.allergies)
  const prescriptions = database.prepare<[string, number], Body>(pharmacySql.prescriptions)
  const prescriptionOf = database.prepare<[string], PrescriptionId>(pharmacySql.prescriptionOf).pluck()
  const rights = database.prepare<[string], Body>(pharmacySql.rights)
  const giver = database.prepare<[], DeviceRow>('SELECT terminal, epoch, fenced FROM device')
  const rightsOf = database.prepare<[string], Body>(pharmacySql.rightsOf)
  const openWishes = database.prepare<[], Body>(pharmacySql.openWishes)
  const wishesFor = database.prepare<[string], Body>(pharmacySql.wishesFor)
  const endedHere = database.prepare<[string, number], PrescriptionId>(pharmacySql.endedHere).pluck()
  const supplies = database.prepare<[string, number], Body>(pharmacySql.supplies)
  const recentSupplies = database.prepare<[number], Body>(pharmacySql.recentSupplies)
  const parked = database.prepare<[number], { readonly title: string; readonly at: string }>(pharmacySql.parked)
  const given = database.prepare<[string, string], number>(pharmacySql.given).pluck()
  const dispenses = database.prepare<[string], Body>(pharmacySql.dispenses)
  const lots = database.prepare<[string], Body>(pharmacySql.lots)
  const units = unitsOnShelf(database)
  const openFor = database.prepare<[string, string, number], number>(pharmacySql.openFor).pluck()
  const waiting = database.prepare<[string, number, number], Body>(pharmacySql.waitingPeople)

  const ofEachRecord: PharmacyQuery = {
    allergies: (person) => rowsOf('allergy', allergies.all(person)),
    prescriptions: (person, limit) => rowsOf('prescription', prescriptions.all(person, limit)),
    prescriptionOf: (item) => prescriptionOf.get(item) ?? null,
    rights: (item) => rowsOf('right', rights.all(item)),
    giver() {
      const { terminal = null, epoch = 0, fenced = null } = giver.get() ?? {}
      return { terminal: terminal ?? '', epoch, locked: terminal === null || fenced !== null }
    },
    isFenced: () => (giver.get()?.fenced ?? null) !== null,
    rightsOf: (prescription) => rowsOf('right', rightsOf.all(prescription)),
    openWishes: () => rowsOf('right_wish', openWishes.all()).toSorted((one, other) => one.at.localeCompare(other.at)),
    lastWish(prescription, wantedBy) {
      const own = rowsOf('right_wish', wishesFor.all(prescription)).filter((wish) => wish.wantedBy === wantedBy)
      return own.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null
    },
    endedHere: ({ terminal, epoch, locked }) => (locked ? [] : endedHere.all(terminal, epoch)),
    supplies: (person, limit) => rowsOf('emergency_supply', supplies.all(person, limit)),
    recentSupplies: (limit) => rowsOf('emergency_supply', recentSupplies.all(limit)),
    parked: (limit) => parked.all(limit),
    given: (item) => given.get(item, item) ?? 0,
    dispenses: (item) => kept(rowsOf('dispense', dispenses.all(item)), orders.givenBack(item)),
    lots: (medicine) => rowsOf('lot', lots.all(medicine)),
    here: (lotId) => units(lotId, OWN_SHELF),
    openFor: (person, holder, epoch) => openFor.get(person, holder, epoch) ?? 0,
    waitingPeople: (holder, epoch, limit) => rowsOf('person', waiting.all(holder, epoch, limit)),
  }
  return pharmacyPapers(ofEachRecord, linkedRecords(database))
}
