import { randomFrom } from '../../../build/demo/seed/random.ts'
import type { Random } from '../../../build/demo/seed/random.ts'
import { somePhone } from '../../../build/demo/seed/address.ts'
import { makeHousehold } from '../../../build/demo/seed/household.ts'
import { ageOn } from '../../../domain/person/person.ts'
import type { Birth, Person, PersonDraft } from '../../../domain/person/person.ts'
import { misheard } from './misheard.ts'
import type { SearchHome } from './search-home.ts'
import { writings } from './spelt-otherwise.ts'

/** What another counter writes down of somebody who has a record. */
export interface ToldAgain {
  readonly person: Person
  readonly draft: PersonDraft
  /** Whether a clerk who is about to save sees that record, or another of the same person. */
  readonly ok: boolean
}

/** Somebody nobody here has written down, and how many are shown as if they might be the same. */
export interface Stranger {
  readonly draft: PersonDraft
  readonly shown: number
}

/** People who come again with the phone on record: spelt by ear or by habit, their age as they remember it, some facts left out. */
export async function toldAgain(home: SearchHome, seed: string, count: number): Promise<readonly ToldAgain[]> {
  const random = randomFrom(`search/again/${seed}`)
  const known = random.shuffled(home.people.filter(({ phone }) => phone !== null)).slice(0, count)
  const tries: ToldAgain[] = []
  for (const person of known) {
    const draft = writtenAgain(random, person, home.today)
    const shown = await home.likely(draft)
    const ok = shown.some((other) => other.id === person.id || isTwice(other, person))
    tries.push({ person, draft, ok })
  }
  return tries
}

/** Two counters wrote the demonstration's traps down; either record will do. */
const isTwice = (one: Person, other: Person): boolean =>
  one.phone === other.phone && one.guardian?.name === other.guardian?.name && one.sex === other.sex

function writtenAgain(random: Random, person: Person, today: string): PersonDraft {
  const { name, sex, language, phone, bloodGroup } = person
  const latin = random.chance(0.7) ? otherwise(name.latin, random) : name.latin
  const address = random.chance(0.8) ? person.address : { house: '', locality: 'Narela', district: null, pin: null }
  return {
    name: { latin, own: null },
    sex,
    birth: remembered(random, person.birth, today),
    phone,
    address,
    guardian: random.chance(0.6) ? person.guardian : null,
    language,
    abha: null,
    bloodGroup,
    evidence: null,
  }
}

const otherwise = (latin: string, random: Random): string =>
  latin
    .split(' ')
    .map((word) => {
      const written = writings.get(word)?.Latn ?? []
      const other = written.length > 0 ? random.pick(written) : misheard(word.toLowerCase(), 'Latn', 'ear', random)
      return other === null ? word : other.charAt(0).toUpperCase() + other.slice(1)
    })
    .join(' ')

const remembered = (random: Random, birth: Birth, today: string): Birth =>
  birth.kind === 'date' && random.chance(0.5)
    ? birth
    : { kind: 'age', years: Math.max(0, ageOn(birth, today) + random.between(-1, 1)), asOf: today }

/** Families from elsewhere in Delhi. */
export async function strangers(home: SearchHome, seed: string, count: number): Promise<readonly Stranger[]> {
  const random = randomFrom(`search/stranger/${seed}`)
  const found: Stranger[] = []
  while (found.length < count) {
    for (const { id: _id, registeredAt: _at, ...told } of makeHousehold(random, home.today)) {
      const draft: PersonDraft = {
        ...told,
        phone: told.phone === null ? null : somePhone(random),
        abha: null,
        evidence: null,
      }
      found.push({ draft, shown: (await home.likely(draft)).length })
    }
  }
  return found
}
