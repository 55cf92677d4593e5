import { districts } from '../person/person.ts'
import type { District } from '../person/person.ts'
import { localityTable } from './locality-table.ts'

export interface Locality {
  readonly name: string
  readonly district: District
  readonly pin: string
}

/** Colonies and villages of Delhi, by district. */
export const localities: readonly Locality[] = districts.flatMap((district) =>
  (localityTable[district]?.split(',') ?? [])
    .map((entry) => entry.trim())
    .map((entry) => ({ name: entry.slice(0, -7), district, pin: entry.slice(-6) })),
)
