import { PersonId, PrescriptionId, PrescriptionItemId, RightId, TerminalId } from '../../domain/id.ts'
import type { Right } from '../../domain/pharmacy/prescription.ts'
import type { Page } from '../../sync/sync-store.ts'
import { person } from '../unit/main-service/person.ts'

/** What the writer does under which the power is cut; `normal` is the control, on a setting that loses work. */
export type PowerSession = 'work' | 'migrate' | 'backup' | 'rekey' | 'rescue' | 'normal' | 'disk'

/** One line for each answer a person or HIMS got. */
export type Acknowledged =
  | { readonly kind: 'opened' }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'dispense'; readonly id: string }
  | { readonly kind: 'cursor'; readonly cursor: number }
  | { readonly kind: 'settled'; readonly n: number }
  /** A save was refused: whether a person saved before could still be looked up. */
  | { readonly kind: 'refused'; readonly looked: boolean }
  /** What was refused went through a moment later. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'closed'; readonly cause: string }
  | { readonly kind: 'backup'; readonly folder: string; readonly seq: number }

export const oldKey = new Uint8Array(32).fill(0x11)
export const writerKey = new Uint8Array(32).fill(0x22)

const id = (last: number): string => `0193a000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`

/** More than any session gives out. */
export const UNITS = 1_000_000

export const powerRight: Right = {
  id: RightId.parse(id(1)),
  itemId: PrescriptionItemId.parse(id(2)),
  prescriptionId: PrescriptionId.parse(id(3)),
  left: UNITS,
  holder: TerminalId.parse(id(4)),
  epoch: 1,
}

export const PAGE_ROWS = 20

/** HIMS's next page: as many people as the cursor moves. */
export function pageOf(cursor: number): Page {
  const changes = Array.from({ length: PAGE_ROWS }, (_, at) => {
    const place = cursor + at + 1
    const row = { ...person({ latin: `Himsperson ${place}` }), id: PersonId.parse(id(1000 + place)) }
    return { cursor: place, table: 'person', id: row.id, version: 1, row }
  })
  return { changes, next: cursor + PAGE_ROWS, more: true, at: '2026-11-22T05:00:00.000Z' }
}
