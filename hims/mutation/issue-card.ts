import type { CardRecord } from '../../domain/card/card-record.ts'
import type { CardBlankTable } from '../database/schema.ts'
import { mayUseLease } from '../lease/leased-by.ts'
import { findRecord, isKept, putRecord } from '../record/record-store.ts'
import { keepStatus } from '../status/card-status.ts'
import { blankOf } from './blank.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** A card becomes somebody's: it must be a blank that this terminal leased, as HIMS signed it. */
export async function issueCard(applying: Applying, { row, incoming }: Keep<CardRecord>): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  const blank = await blankOf(store, row.cardId)
  if (!(await mayUseLease(store, blank?.terminal, terminal))) return refused('card-not-leased')
  if (blank !== null && !isOf(blank, row)) return refused('card-differs')
  const before = (await findRecord(store, 'card', row.cardId))?.row
  // It may have gone on in its life: another server heard of this first.
  if (before !== undefined) return alreadyKept({ ...before, status: row.status }, row)
  if (!(await isKept(store, 'person', row.personId))) return waits('person', row.personId)
  await putRecord(store, incoming, at)
  if (row.status !== 'active') await keepStatus(store, row.statusIndex, row.status)
  return applied
}

/** A desk that signs by itself takes number and index from the blank; the days are its own, within the blank's. */
function isOf(blank: CardBlankTable, row: CardRecord): boolean {
  const days =
    row.profile === 'P-CORE'
      ? row.issued >= blank.issued && row.issued <= row.expires && row.expires <= blank.expires
      : row.issued === blank.issued && row.expires === blank.expires
  return days && blank.status_index === row.statusIndex
}
