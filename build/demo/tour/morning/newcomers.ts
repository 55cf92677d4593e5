import { ADULT_YEARS, ageOn } from '../../../../domain/person/person.ts'
import type { Person } from '../../../../domain/person/person.ts'
import { makePeople } from '../../seed/people.ts'
import { randomFrom } from '../../seed/random.ts'

/** The generator's first people are its traps, who would be nobody's newcomers. */
const TRAPS = 60

/** People whom this hospital has never seen, as they would answer a clerk. */
export const newcomers = (count: number, today: string): readonly Person[] =>
  makePeople(randomFrom('a morning'), today, 400)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(TRAPS)
    .filter(({ guardian, phone, name }) => guardian !== null && phone !== null && !name.latin.startsWith('Ramesh'))
    // Every second one shows a code on a phone of their own, and a child has none.
    .filter(({ birth }) => ageOn(birth, today) >= ADULT_YEARS)
    .slice(0, count)

/** The day of birth if they know it, or their age. */
export const birthSaid = ({ birth }: Person, today: string): string =>
  birth.kind === 'date' ? birth.on.split('-').toReversed().join('') : String(ageOn(birth, today))

/** The QR on their phone: the JSON that the ABHA app shows. */
export function abhaCode({ name, sex, birth, phone, address }: Person, at: number, today: string): string {
  const [year = '', month = '', day = ''] = birth.kind === 'date' ? birth.on.split('-') : []
  return JSON.stringify({
    hidn: `91-4${String(at).padStart(3, '0')}-6789-01${String(at).padStart(2, '0')}`,
    hid: `person${at}@abdm`,
    name: name.latin,
    gender: sex === 'female' ? 'F' : 'M',
    statelgd: '7',
    dob:
      year === '' ? String(Number(today.slice(0, 4)) - ageOn(birth, today)) : `${Number(day)}/${Number(month)}/${year}`,
    'state name': 'DELHI',
    mobile: phone,
    address: `${address.house} ${address.locality} Delhi ${address.pin ?? ''}`.trim(),
  })
}
