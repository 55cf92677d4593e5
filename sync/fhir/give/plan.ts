import type { Fields } from '../../../domain/fhir/fields.ts'
import type { Result } from '../../../domain/result.ts'
import type { MutationResult } from '../../../domain/wire/sync.ts'
import type { FhirFault } from '../exchange.ts'
import type { FhirMemory } from '../memory.ts'
import type { Current, Reader } from '../reader.ts'

/** One resource of a transaction, under an id of ours or one that was read. */
export interface Entry {
  readonly resource: Fields & { readonly resourceType: string; readonly id: string }
  /** The version it was made from; null for a new one. */
  readonly from: string | null
}

/** What a mutation comes to at a FHIR server. */
export type Plan =
  | { readonly kind: 'write'; readonly entries: readonly Entry[]; readonly note?: Note }
  /** It says there already what it should, or there is nothing to say. */
  | { readonly kind: 'nothing'; readonly note?: Note }
  | { readonly kind: 'refuse'; readonly reason: string }

type Note = NonNullable<Extract<MutationResult, { readonly kind: 'applied' }>['note']>

export type Planned = Promise<Result<Plan, FhirFault>>

/** What a plan is made from. */
export interface GiveWorld {
  readonly read: Reader
  readonly memory: FhirMemory
  readonly terminal: string
  readonly label: string
  /** The id of the hospital's Organization. */
  readonly facility: string
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly now: () => Date
}

export const created = (resource: Entry['resource']): Entry => ({ resource, from: null })

/** A resource that was read, with some elements in place of its own; one that is undefined goes. */
export function changed({ id, version, resource }: Current, elements: Fields): Entry {
  const all = { ...resource, ...elements }
  const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return { resource: { ...kept, resourceType: String(resource['resourceType']), id }, from: version }
}

/** What the server calls a row: as it was remembered, or as this terminal named it. */
export const nameThere = (memory: FhirMemory, type: string, local: string): string =>
  memory.byLocal(type, local)?.id ?? local

export const refuse = (reason: string) => ({ kind: 'refuse', reason }) as const
