import type { Fields } from '../../../domain/fhir/fields.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import type { FhirMemory, Remembered } from '../memory.ts'

export interface TakenRow {
  readonly table: TableName
  readonly id: string
  readonly row: unknown
}

/** What one resource comes to on a terminal. */
export interface Taken {
  readonly rows: readonly TakenRow[]
  /** What this resource belongs to and what is needed of it again. */
  readonly partOf?: string
  readonly body?: unknown
  readonly local?: string
  /** A warning that holds no more. */
  readonly withdrawn?: string
  /** Why it is passed over; null when it is not. */
  readonly skipped: string | null
}

export interface TakeWorld {
  readonly memory: FhirMemory
  /** The id of the hospital's Organization. */
  readonly facility: string
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly now: () => Date
}

/** A resource with what every one of them has. */
export interface Arrived {
  readonly id: string
  readonly version: string
  readonly updated: string
  readonly resource: Fields
  /** What was remembered of it before. */
  readonly before: Remembered | null
}

export type Take = (arrived: Arrived, world: TakeWorld) => Taken

export const skip = (skipped: string): Taken => ({ rows: [], skipped })
