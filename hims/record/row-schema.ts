import type { z } from 'zod'

import { CardFlag } from '../../domain/card/card-flag.ts'
import { CardRecord } from '../../domain/card/card-record.ts'
import { DirectoryChange } from '../../domain/hospital/directory-change.ts'
import { DayStatement } from '../../domain/hospital/day-statement.ts'
import { Department, Facility } from '../../domain/hospital/facility.ts'
import { Operator } from '../../domain/hospital/operator.ts'
import { Room } from '../../domain/hospital/room.ts'
import { Roster } from '../../domain/hospital/roster.ts'
import { Visit } from '../../domain/hospital/token.ts'
import { VisitEvent } from '../../domain/hospital/visit-event.ts'
import { Allergy } from '../../domain/person/allergy.ts'
import { FamilyLink } from '../../domain/person/family-link.ts'
import { PersonEdit } from '../../domain/person/person-edit.ts'
import { PersonLink } from '../../domain/person/person-link.ts'
import { Person } from '../../domain/person/person.ts'
import { Review } from '../../domain/person/review.ts'
import { EmergencySupply } from '../../domain/pharmacy/emergency-supply.ts'
import { Lot, Medicine, StockEvent } from '../../domain/pharmacy/medicine.ts'
import { OrderEvent } from '../../domain/pharmacy/order-event.ts'
import { Dispense, Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { RightWish } from '../../domain/pharmacy/right-wish.ts'
import { ColdReading, LotMark, ReorderLevel, StockPaper, SupplyRequest } from '../../domain/pharmacy/stock-paper.ts'
import { Coverage } from '../../domain/scheme/coverage.ts'
import { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import { unreachable } from '../../domain/result.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'

export type RowOf<Name extends TableName> = Extract<ChangeRow, { readonly table: Name }>['row']

/** What a row of each table is. */
export const rowSchema: { readonly [Name in TableName]: z.ZodType<RowOf<Name>> } = {
  facility: Facility,
  department: Department,
  operator: Operator,
  person: Person,
  allergy: Allergy,
  card: CardRecord,
  card_flag: CardFlag,
  visit: Visit,
  medicine: Medicine,
  lot: Lot,
  stock_event: StockEvent,
  prescription: Prescription,
  right: Right,
  dispense: Dispense,
  person_link: PersonLink,
  review: Review,
  right_wish: RightWish,
  emergency_supply: EmergencySupply,
  room: Room,
  roster: Roster,
  visit_event: VisitEvent,
  stock_paper: StockPaper,
  lot_mark: LotMark,
  cold_reading: ColdReading,
  reorder_level: ReorderLevel,
  supply_request: SupplyRequest,
  day_statement: DayStatement,
  family_link: FamilyLink,
  person_edit: PersonEdit,
  scheme_fact: SchemeFact,
  coverage: Coverage,
  order_event: OrderEvent,
  directory_change: DirectoryChange,
}

/** What names a row within its table. */
export function rowId(change: ChangeRow): string {
  switch (change.table) {
    case 'facility':
    case 'department':
    case 'medicine':
    case 'room':
      return change.row.code
    case 'card':
      return change.row.cardId
    case 'operator':
    case 'person':
    case 'allergy':
    case 'card_flag':
    case 'visit':
    case 'lot':
    case 'stock_event':
    case 'prescription':
    case 'right':
    case 'dispense':
    case 'person_link':
    case 'review':
    case 'right_wish':
    case 'emergency_supply':
    case 'roster':
    case 'visit_event':
    case 'stock_paper':
    case 'lot_mark':
    case 'cold_reading':
    case 'reorder_level':
    case 'supply_request':
    case 'day_statement':
    case 'family_link':
    case 'person_edit':
    case 'scheme_fact':
    case 'coverage':
    case 'order_event':
    case 'directory_change':
      return change.row.id
    default:
      return unreachable(change)
  }
}
