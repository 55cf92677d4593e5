import { AbhaNumber } from '../person/person.ts'
import { birthOf } from './birth-of.ts'
import type { ForeignFacts } from './foreign-identity.ts'
import { guardianOf } from './guardian-of.ts'
import { namesOf } from './names-of.ts'
import { phoneOf } from './phone-of.ts'
import { placeOf } from './place-of.ts'
import type { SaidPlace } from './place-of.ts'
import { sexOf } from './sex-of.ts'

/** What a code says, still in its own words; empty where it says nothing. */
export interface Said {
  /** The name, in one script or several. */
  readonly names: readonly string[]
  readonly sex: string
  readonly birth: string
  readonly phone: string
  readonly careOf: string
  readonly place: SaidPlace
  readonly abha: string
}

export const nowhere: SaidPlace = { house: [], locality: [], district: '', state: '', pin: '' }

export const saysNothing: Said = { names: [], sex: '', birth: '', phone: '', careOf: '', place: nowhere, abha: '' }

/** Puts the words of a code into the places of a registration; what fits none is left out. */
export const factsOf = (said: Said, today: string): ForeignFacts => ({
  ...namesOf(said.names),
  sex: sexOf(said.sex),
  birth: birthOf(said.birth, today),
  phone: phoneOf(said.phone),
  guardian: guardianOf(said.careOf),
  ...placeOf(said.place),
  abha: abhaOf(said.abha),
})

function abhaOf(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  return AbhaNumber.safeParse(digits).success ? digits : null
}
