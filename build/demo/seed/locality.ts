import { districts } from '../../../domain/person/person.ts'
import type { District } from '../../../domain/person/person.ts'
import { localityTable } from './locality-table.ts'

export interface Locality {
  readonly name: string
  readonly district: District
  readonly pin: string
}

export const localities: readonly Locality[] = districts.flatMap((district) =>
  localityTable[district]
    .split(',')
    .map((entry) => entry.trim())
    .map((entry) => ({ name: entry.slice(0, -7), district, pin: entry.slice(-6) })),
)

/** Lok Nayak stands in the Central district: people come mostly from there and from across the river. */
export const districtWeights: readonly (readonly [District, number])[] = [
  ['central', 22],
  ['north-east', 20],
  ['shahdara', 12],
  ['east', 11],
  ['north', 8],
  ['north-west', 8],
  ['west', 6],
  ['south-east', 5],
  ['new-delhi', 3],
  ['south', 3],
  ['south-west', 2],
]

export function localityNamed(name: string): Locality {
  const locality = localities.find((candidate) => candidate.name === name)
  if (locality === undefined) throw new Error(`No such locality in the table: ${name}`)
  return locality
}
