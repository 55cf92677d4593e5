import { unreachable } from '../../domain/result.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'

/** Whose record a row is: a person's, that of a prescription's person, or nobody's. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'prescription'; readonly id: string }
  | { readonly kind: 'visit'; readonly id: string }
  | { readonly kind: 'nobody' }

const nobody: Subject = { kind: 'nobody' }
const person = (id: string): Subject => ({ kind: 'person', id })

export function subjectOf(change: ChangeRow): Subject {
  switch (change.table) {
    case 'person':
      return person(change.row.id)
    case 'allergy':
    case 'card':
    case 'visit':
    case 'prescription':
    case 'dispense':
    case 'emergency_supply':
    case 'scheme_fact':
    case 'person_edit':
    case 'coverage':
      return person(change.row.personId)
    case 'family_link':
      return person(change.row.person)
    case 'right':
    case 'right_wish':
    case 'order_event':
      return { kind: 'prescription', id: change.row.prescriptionId }
    case 'visit_event':
      return { kind: 'visit', id: change.row.visitId }
    case 'review':
      return change.row.kind === 'field' ? person(change.row.personId) : nobody
    // Both persons' hospitals have to hear of it.
    case 'person_link':
    case 'facility':
    case 'department':
    case 'operator':
    case 'card_flag':
    case 'medicine':
    case 'lot':
    case 'stock_event':
    case 'room':
    case 'roster':
    case 'stock_paper':
    case 'lot_mark':
    case 'cold_reading':
    case 'reorder_level':
    case 'supply_request':
    case 'day_statement':
    case 'directory_change':
      return nobody
    default:
      return unreachable(change)
  }
}
