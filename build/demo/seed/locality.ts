import type { District } from '../../../domain/person/person.ts'
import { localities } from '../../../domain/place/locality.ts'
import type { Locality } from '../../../domain/place/locality.ts'

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
