import { bloodGroups, Sex } from '../person/person.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { CardCore } from './card-core.ts'

type Holder = Pick<CardCore, 'abha' | 'sex' | 'birthYear' | 'bloodGroup'>

const sexes = Sex.options
const BLOODS = bloodGroups.length + 1
const FIRST_YEAR = 1900
const YEARS = 257
/** The last four decimal digits hold the traits; the fourteen before them are the ABHA number. */
const TRAITS = 10_000n
const ABHA = 10n ** 14n

/** ABHA number, sex, blood group and year of birth in one number; a place that is 0 is not known. */
export function writeHolder({ abha, sex, birthYear, bloodGroup }: Holder): Result<bigint, 'unwritable'> {
  const year = birthYear === null ? 0 : birthYear - FIRST_YEAR + 1
  const blood = bloodGroup === null ? 0 : bloodGroups.indexOf(bloodGroup) + 1
  const number = abha === null ? 0n : BigInt(abha)
  if (year < 0 || year >= YEARS || (abha !== null && (number === 0n || number >= ABHA))) return fail('unwritable')
  return ok(number * TRAITS + BigInt(sexes.indexOf(sex) + sexes.length * (blood + BLOODS * year)))
}

export function readHolder(value: unknown): Holder | null {
  if (typeof value !== 'bigint' && (typeof value !== 'number' || !Number.isSafeInteger(value))) return null
  const whole = BigInt(value)
  const [number, traits] = [whole / TRAITS, Number(whole % TRAITS)]
  const year = Math.floor(traits / (sexes.length * BLOODS))
  const sex = sexes[traits % sexes.length]
  if (whole < 0n || number >= ABHA || year >= YEARS || sex === undefined) return null
  return {
    abha: number === 0n ? null : String(number).padStart(14, '0'),
    sex,
    birthYear: year === 0 ? null : FIRST_YEAR + year - 1,
    bloodGroup: bloodGroups[(Math.floor(traits / sexes.length) % BLOODS) - 1] ?? null,
  }
}
