import { z } from 'zod'

/** The tables that a terminal shares with HIMS. */
export const tableNames = [
  'facility',
  'department',
  'operator',
  'person',
  'allergy',
  'card',
  'card_flag',
  'visit',
  'medicine',
  'lot',
  'stock_event',
  'prescription',
  'right',
  'dispense',
  'person_link',
  'review',
  'right_wish',
  'emergency_supply',
  'room',
  'roster',
  'visit_event',
  'stock_paper',
  'lot_mark',
  'cold_reading',
  'reorder_level',
  'supply_request',
  'day_statement',
  'family_link',
  'person_edit',
  'scheme_fact',
  'coverage',
  'order_event',
  'directory_change',
] as const
export const TableName = z.enum(tableNames)
export type TableName = z.infer<typeof TableName>

/**
 * Of these a hospital's terminals are sent its own rows only, by their `facility`, and those that no hospital has claimed.
 * Hospitals and departments go to all: a visit or an order names the department where it was.
 */
export const tablesOfOneHospital = [
  'operator',
  'room',
  'roster',
  'directory_change',
  'day_statement',
] as const satisfies readonly TableName[]
