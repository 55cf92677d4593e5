import { withSource } from './fact-source.ts'
import { ageOn } from './person.ts'
import type { OwnName, Person, PersonDraft, PersonName, Sex } from './person.ts'

/** At most so many are registered from one birth at a time. */
export const MOST_BORN = 6

export interface Newborn {
  readonly sex: Sex
  /** Day of birth. */
  readonly on: string
  /** The first, second… of several; null for one alone. */
  readonly order: number | null
}

/** A baby before it has a name: called after its mother, reached through her. */
export function newbornDraft(mother: Person, { sex, on, order }: Newborn): PersonDraft {
  const { phone, address, language, name } = mother
  return {
    name: babyName(name, order),
    sex,
    birth: { kind: 'date', on },
    phone,
    address,
    guardian: { relation: 'mother', name: name.latin, ...(phone === null ? {} : { phone }) },
    language,
    abha: null,
    bloodGroup: null,
    evidence: null,
    sources: sourcesFrom(mother),
    bornTo: { mother: mother.id, order },
  }
}

/** What is the mother's is as sure as it is there; the birth itself was seen here. */
function sourcesFrom({ sources }: Person): PersonDraft['sources'] {
  const { phone, address, language } = sources ?? {}
  const own = withSource(withSource(withSource(undefined, 'phone', phone), 'address', address), 'language', language)
  const told = (['name', 'guardian'] as const).reduce((all, group) => withSource(all, group, 'spoken'), own)
  return (['birth', 'sex'] as const).reduce((all, group) => withSource(all, group, 'seen'), told)
}

export function babyName({ latin, own }: PersonName, order: number | null): PersonName {
  const which = order === null ? '' : ` ${order}`
  return { latin: `Baby${which} of ${latin}`.slice(0, 120), own: own === null ? null : ownBabyName(own, which) }
}

const childOf = { Deva: 'का शिशु', Guru: 'ਦਾ ਬੱਚਾ', Arab: 'کا بچہ' } as const

const ownBabyName = ({ script, text }: OwnName, which: string): OwnName => ({
  script,
  text: `${text} ${childOf[script]}${which}`.slice(0, 120),
})

const FERTILE = { from: 10, to: 60 } as const

/** Whether a desk offers to register a baby of this person. */
export const mayBeMother = ({ sex, birth }: Pick<Person, 'sex' | 'birth'>, today: string): boolean => {
  const age = ageOn(birth, today)
  return sex !== 'male' && age >= FERTILE.from && age <= FERTILE.to
}
