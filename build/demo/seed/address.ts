import type { Address } from '../../../domain/person/person.ts'
import { localities } from '../../../domain/place/locality.ts'
import type { Locality } from '../../../domain/place/locality.ts'
import { districtWeights } from './locality.ts'
import type { Random } from './random.ts'

export const somePhone = (random: Random): string =>
  `${random.weighted([
    ['9', 50],
    ['8', 25],
    ['7', 18],
    ['6', 7],
  ])}${String(random.between(0, 999_999_999)).padStart(9, '0')}`

/** A few families have none. */
export const familyPhone = (random: Random): string | null => (random.chance(0.05) ? null : somePhone(random))

export function someLocality(random: Random): Locality {
  const district = random.weighted(districtWeights)
  return random.pick(localities.filter((locality) => locality.district === district))
}

export function addressIn(random: Random, locality: Locality): Address {
  return {
    house: random.chance(0.06) ? '' : someHouse(random),
    locality: locality.name,
    district: random.chance(0.03) ? null : locality.district,
    pin: random.chance(0.15) ? null : locality.pin,
  }
}

function someHouse(random: Random): string {
  const block = random.pick(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K'])
  const number = random.between(1, 640)
  return random.weighted([
    [`${block}-${number}, Gali ${random.between(1, 24)}`, 50],
    [`${number}/${random.between(1, 40)}, Gali ${random.between(1, 24)}`, 20],
    [`House ${number}, Block ${block}`, 15],
    [`Flat ${random.between(1, 120)}, Pocket ${block}`, 9],
    [`Jhuggi ${number}, Camp ${block}`, 6],
  ])
}
