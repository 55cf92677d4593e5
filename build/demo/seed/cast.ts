import type { Guardian, Person, PersonDraft } from '../../../domain/person/person.ts'
import { birthdayOf, dayAfter } from './calendar.ts'
import { localityNamed } from './locality.ts'
import { personName, wordsOfName } from './naming.ts'
import type { Random } from './random.ts'
import { birthTold, register } from './registering.ts'

interface Part {
  readonly name: string
  readonly sex: PersonDraft['sex']
  readonly years: number
  readonly monthAndDay: string
  readonly knowsBirthday: boolean
  readonly relation: Guardian['relation']
  readonly guardian: string
  readonly locality: string
  readonly house: string
  readonly phone: string | null
  readonly registeredDaysAgo: number
}

const ramesh: Part = {
  name: 'Ramesh Kumar',
  sex: 'male',
  years: 58,
  monthAndDay: '03-14',
  knowsBirthday: true,
  relation: 'father',
  guardian: 'Hari Kishan',
  locality: 'Seelampur',
  house: 'H-214, Gali 9',
  phone: '9810043217',
  registeredDaysAgo: 640,
}

/** The people the guide tells of: Ramesh Kumar of Seelampur, his family, and the four he is taken for. */
const parts: readonly Part[] = [
  ramesh,
  { ...ramesh, name: 'Shanti Devi', sex: 'female', years: 54, relation: 'husband', guardian: 'Ramesh Kumar' },
  { ...ramesh, name: 'Sunil Kumar', years: 27, monthAndDay: '08-02', guardian: 'Ramesh Kumar' },
  {
    ...ramesh,
    years: 57,
    monthAndDay: '09-30',
    guardian: 'Baldev Raj',
    locality: 'Welcome Colony',
    house: 'B-31, Gali 4',
    phone: '9911587204',
  },
  {
    ...ramesh,
    name: 'Ramesh Kumar Verma',
    years: 61,
    knowsBirthday: false,
    guardian: 'Prakash Verma',
    house: 'D-77, Gali 2',
    phone: null,
  },
  {
    ...ramesh,
    name: 'Rameshwar Kumar',
    monthAndDay: '01-01',
    guardian: 'Shiv Ram',
    locality: 'Shahdara',
    house: '1123/8, Gali 6',
    phone: '8800416392',
  },
  { ...ramesh, years: 59, knowsBirthday: false, guardian: 'Kishori Lal', house: 'K-9, Gali 15', phone: '7042119835' },
]

export const castOf = (random: Random, today: string): readonly Person[] =>
  parts.map((part) => {
    const day = dayAfter(today, -part.registeredDaysAgo)
    const { name: locality, district, pin } = localityNamed(part.locality)
    const draft: PersonDraft = {
      name: personName(wordsOfName(part.name), 'Deva'),
      sex: part.sex,
      birth: birthTold(birthdayOf(part.years, part.monthAndDay, today), part.knowsBirthday, day),
      phone: part.phone,
      address: { house: part.house, locality, district, pin },
      guardian: { relation: part.relation, name: part.guardian },
      language: 'hi',
      abha: null,
      bloodGroup: null,
      evidence: null,
    }
    return register(random, draft, day)
  })

/** The one whom the penicillin stop is shown with. */
export const isRamesh = (person: Person): boolean =>
  person.phone === ramesh.phone && person.name.latin === ramesh.name && person.guardian?.name === ramesh.guardian
