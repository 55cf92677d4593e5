import { z } from 'zod'

import { OperatorId, TerminalId } from '../id.ts'
import { PlaceCode } from './facility.ts'

/** The tables that an administrator keeps. */
export const directoryTables = [
  'facility',
  'department',
  'operator',
  'room',
  'roster',
  'medicine',
  'reorder_level',
] as const
export const DirectoryTable = z.enum(directoryTables)
export type DirectoryTable = z.infer<typeof DirectoryTable>

/** One field as it was and as it became, in JSON; null where there was, or is, none. */
export const FieldChange = z.strictObject({
  field: z.string().max(40),
  was: z.string().max(8000).nullable(),
  now: z.string().max(8000).nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** What somebody did to one row of the directory: written once, by HIMS, and never changed. */
export const DirectoryChange = z.strictObject({
  /** The mutation's id, a stop, and the row's place in it. */
  id: z.string().min(1).max(80),
  table: DirectoryTable,
  /** The row's own id or code. */
  row: z.string().min(1).max(120),
  at: z.iso.datetime(),
  by: OperatorId.nullable(),
  terminal: TerminalId,
  facility: PlaceCode,
  isNew: z.boolean(),
  fields: z.array(FieldChange).max(40),
})
export type DirectoryChange = z.infer<typeof DirectoryChange>
