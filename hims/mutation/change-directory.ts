import { isDeepStrictEqual } from 'node:util'

import { unreachable } from '../../domain/result.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'
import type { HimsRole } from '../../domain/wire/sync.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import type { Incoming } from '../record/record-store.ts'
import { rowId } from '../record/row-schema.ts'
import { readKnown } from '../record/tolerant.ts'
import { askForMore } from '../stock/ask-for-more.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome } from './outcome.ts'

type Row = Readonly<Record<string, unknown>> & { readonly was: object | null }

/**
 * What an administrator changed in the hospital's directory, all of it or nothing. Each row says what it was made
 * from: whoever changed the same row in between is not overwritten. Versions would not do, since a hub counts its own.
 */
export async function changeDirectory({ store, terminal, at }: Applying, rows: readonly Row[]): Promise<Outcome> {
  const incoming: Incoming[] = []
  for (const { was, ...whole } of rows) {
    const read = readKnown(ChangeRow, whole)
    if (!read.ok || !isDirectory(read.value) || !mayChange(terminal.role, read.value))
      return refused('not-of-a-directory')
    const known = read.value
    const before = await findRecord(store, known.table, rowId(known))
    const isAsSeen = isDeepStrictEqual(before?.row ?? null, was === null ? null : knownOf(known.table, was))
    const isDone = isDeepStrictEqual(before?.row, known.row)
    if (!isAsSeen && !isDone) return refused('changed-meanwhile')
    incoming.push({ known, whole: whole['row'] })
  }
  for (const row of incoming) await putRecord(store, row, at)
  for (const { known } of incoming) if (known.table === 'reorder_level') await askForMore(store, known.row.id, at)
  return applied
}

/** A pharmacy says when to ask for more of a medicine; everything else is for an administrator. */
const mayChange = (role: HimsRole, { table }: ChangeRow): boolean => role !== 'pharmacy' || table === 'reorder_level'

/** What this version reads of a row that somebody saw; anything else is no row. */
function knownOf(table: ChangeRow['table'], seen: object): unknown {
  const read = readKnown(ChangeRow, { table, row: seen })
  return read.ok ? read.value.row : undefined
}

function isDirectory(known: ChangeRow): boolean {
  switch (known.table) {
    case 'facility':
    case 'department':
    case 'operator':
    case 'room':
    case 'roster':
    case 'medicine':
    case 'reorder_level':
      return true
    case 'person':
    case 'allergy':
    case 'card':
    case 'card_flag':
    case 'visit':
    case 'visit_event':
    case 'lot':
    case 'lot_mark':
    case 'stock_event':
    case 'stock_paper':
    case 'cold_reading':
    case 'supply_request':
    case 'prescription':
    case 'right':
    case 'dispense':
    case 'person_link':
    case 'review':
    case 'right_wish':
    case 'emergency_supply':
    case 'scheme_fact':
    case 'coverage':
      return false
    default:
      return unreachable(known)
  }
}
