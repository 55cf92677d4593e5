import type { OwnScript } from '../../../domain/language.ts'
import type { Person, PersonDraft, Sex } from '../../../domain/person/person.ts'
import { ageOn } from '../../../domain/person/person.ts'
import { addressIn, somePhone } from './address.ts'
import { dayAfter } from './calendar.ts'
import { localityNamed } from './locality.ts'
import { personName, wordsOfName } from './naming.ts'
import type { Random } from './random.ts'
import { birthTold, firstDay, register } from './registering.ts'

interface Trap {
  /** One name in every spelling that its bearers use. */
  readonly spellings: readonly string[]
  readonly sex: Sex
  readonly years: number
  readonly locality: string
  readonly script: OwnScript
  readonly language: PersonDraft['language']
  readonly fathers: readonly string[]
}

const hindi = { script: 'Deva', language: 'hi' } as const
const urdu = { script: 'Arab', language: 'ur' } as const
const punjabi = { script: 'Guru', language: 'pa' } as const

const traps: readonly Trap[] = [
  {
    ...hindi,
    spellings: ['Ramesh Kumar'],
    sex: 'male',
    years: 46,
    locality: 'Shahdara',
    fathers: ['Mohan Lal', 'Baldev Raj', 'Gopal Das', 'Kishan Chand', 'Ram Prasad'],
  },
  {
    ...hindi,
    spellings: ['Lakshmi Devi', 'Laxmi Devi', 'Luxmi Devi'],
    sex: 'female',
    years: 37,
    locality: 'Nand Nagri',
    fathers: ['Mahesh Chand', 'Suresh Kumar', 'Jagdish Lal', 'Vinod Kumar'],
  },
  {
    ...urdu,
    spellings: ['Mohammad Imran', 'Mohammed Imran', 'Md Imran', 'Mohd Imran'],
    sex: 'male',
    years: 29,
    locality: 'Jafrabad',
    fathers: ['Abid Ali', 'Rafiq Ahmad', 'Salim Khan', 'Hamid Ali', 'Yusuf Khan'],
  },
  {
    ...urdu,
    spellings: ['Ayesha Khatoon', 'Aisha Khatoon', 'Aysha Khatun'],
    sex: 'female',
    years: 24,
    locality: 'Ballimaran',
    fathers: ['Nadeem Qureshi', 'Iqbal Ansari', 'Zakir Husain'],
  },
  {
    ...punjabi,
    spellings: ['Harpreet Singh', 'Harprit Singh'],
    sex: 'male',
    years: 33,
    locality: 'Tilak Nagar',
    fathers: ['Kartar Singh', 'Joginder Singh', 'Avtar Singh Gill'],
  },
  {
    ...hindi,
    spellings: ['Sunita Chaudhary', 'Sunita Choudhary', 'Suneeta Chowdhury'],
    sex: 'female',
    years: 41,
    locality: 'Burari',
    fathers: ['Dharampal Chaudhary', 'Satish Chaudhary', 'Tilak Raj'],
  },
]

/** Strangers of one name, like age and one locality: whoever picks by name alone takes the wrong one. */
export const namesakes = (random: Random, today: string): readonly Person[] =>
  traps.flatMap((trap) => trap.fathers.map((father, place) => namesake(random, trap, father, place, today)))

function namesake(random: Random, trap: Trap, father: string, place: number, today: string): Person {
  const born = dayAfter(today, -Math.floor((trap.years + random.between(-2, 2) + random.next()) * 365.25))
  const day = firstDay(random, born, today)
  const draft: PersonDraft = {
    name: personName(wordsOfName(trap.spellings[place % trap.spellings.length] ?? ''), trap.script),
    sex: trap.sex,
    birth: birthTold(born, random.chance(0.5), day),
    phone: random.chance(0.1) ? null : somePhone(random),
    address: addressIn(random, localityNamed(trap.locality)),
    guardian: { relation: 'father', name: father },
    language: trap.language,
    abha: null,
    bloodGroup: null,
    evidence: null,
  }
  return register(random, draft, day)
}

/** One person whom two counters wrote down, each in its own spelling, with an age told a year apart. */
export const writtenTwice = (random: Random, today: string): readonly Person[] =>
  traps
    .filter((trap) => trap.spellings.length > 1)
    .flatMap((trap, place) => {
      const first = namesake(random, { ...trap, years: trap.years + 20 }, trap.fathers[0] ?? '', place, today)
      const spelling = trap.spellings[(place + 1) % trap.spellings.length] ?? ''
      const day = dayAfter(first.registeredAt.slice(0, 10), 1)
      const again: PersonDraft = {
        name: personName(wordsOfName(spelling), null),
        sex: first.sex,
        birth: { kind: 'age', years: ageOn(first.birth, day) + random.between(0, 1), asOf: day },
        phone: first.phone,
        address: first.address,
        guardian: first.guardian,
        language: first.language,
        abha: null,
        bloodGroup: null,
        evidence: null,
      }
      return [first, { ...register(random, again, day), abha: null, bloodGroup: first.bloodGroup }]
    })
