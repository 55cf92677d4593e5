import type { Allergy } from '../../../domain/person/allergy.ts'
import type { Person } from '../../../domain/person/person.ts'
import { isRamesh } from './cast.ts'
import type { Random } from './random.ts'

const groupWeights: readonly (readonly [string, number])[] = [
  ['penicillin', 30],
  ['sulfonamide', 20],
  ['nsaid', 24],
  ['cephalosporin', 7],
  ['fluoroquinolone', 7],
  ['aromatic-anticonvulsant', 4],
  ['iodine', 4],
  ['local-anaesthetic', 2],
  ['opioid', 2],
]

/** Some six people in a hundred have one; Ramesh Kumar of Seelampur always has his. */
export const makeAllergies = (random: Random, people: readonly Person[]): readonly Allergy[] =>
  people
    .filter((person) => random.chance(0.06) || isRamesh(person))
    .map((person, index) => ({
      id: `allergy-${String(index + 1).padStart(4, '0')}`,
      personId: person.id,
      group: isRamesh(person) ? 'penicillin' : random.weighted(groupWeights),
      criticality: isRamesh(person) ? 'high' : random.pick(['low', 'high', 'unable-to-assess'] as const),
      verification: isRamesh(person) || random.chance(0.55) ? 'confirmed' : 'unconfirmed',
      notedOn: person.registeredAt.slice(0, 10),
    }))
