import type { Kept } from '../sync-store.ts'

/** A resource of the FHIR server as far as a terminal has to remember it. */
export interface Remembered {
  readonly type: string
  /** As the server calls it. */
  readonly id: string
  /** As this terminal calls it. */
  readonly local: string
  readonly version: string
  /** What it belongs to: the prescription of an order. */
  readonly partOf: string
  /** What is needed of it again. */
  readonly body: unknown
}

/** What a terminal keeps beside its rows while its server is a FHIR server. */
export interface FhirMemory {
  readonly byLocal: (type: string, local: string) => Remembered | null
  readonly byId: (type: string, id: string) => Remembered | null
  readonly partsOf: (type: string, whole: string) => readonly Remembered[]
  readonly remember: (known: readonly Remembered[]) => Kept
  /** The ids of a type after one, in their order. */
  readonly after: (type: string, id: string, limit: number) => readonly string[]
  readonly forget: (type: string, id: string) => Kept
  /** Takes a row away that the server has withdrawn. */
  readonly withdraw: (table: 'allergy', id: string) => Kept
  /** The letters before a department's queue numbers. */
  readonly prefixOf: (department: string) => string
  /** Whether everything is to be compared now: somebody asked, or a day has gone by. */
  readonly isSweepDue: () => boolean
}
