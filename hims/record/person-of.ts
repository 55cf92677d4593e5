import { unreachable } from '../../domain/result.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'

/** Whose record a row is: a person's, that of a prescription's person, a hospital's, or nobody's. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'hospital'; readonly code: string }
  | { readonly kind: 'prescription'; readonly id: string }
  | { readonly kind: 'visit'; readonly id: string }
  | { readonly kind: 'nobody' }

const nobody: Subject = { kind: 'nobody' }
const person = (id: string): Subject => ({ kind: 'person', id })
const ofHospital = (code: string | undefined): Subject => (code === undefined ? nobody : { kind: 'hospital', code })

/** What stands for a hospital where a record says whose it is; no person's id begins so. */
export const markOf = (hospital: string): string => `@${hospital}`

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
    case 'operator':
    case 'room':
    case 'roster':
    case 'directory_change':
    case 'day_statement':
    case 'reorder_level':
    case 'supply_request':
      return ofHospital(change.row.facility)
    // Both persons' hospitals have to hear of it.
    case 'person_link':
    case 'facility':
    case 'department':
    case 'card_flag':
    case 'medicine':
    case 'lot':
    case 'stock_event':
    case 'stock_paper':
    case 'lot_mark':
    case 'cold_reading':
      return nobody
    default:
      return unreachable(change)
  }
}
