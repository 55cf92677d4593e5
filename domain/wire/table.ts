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
  'scheme_fact',
  'coverage',
  'order_event',
  'directory_change',
] as const
export const TableName = z.enum(tableNames)
export type TableName = z.infer<typeof TableName>
