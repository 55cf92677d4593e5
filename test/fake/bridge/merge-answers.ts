import type { Handlers } from '../../../contract/channel.ts'
import type { PersonHit } from '../../../contract/desk.ts'
import type { MergeSide, mergeChannels, ReviewView } from '../../../contract/merge.ts'
import { OperatorId, TerminalId } from '../../../domain/id.ts'
import { groupsOf, groupsThatDiffer, withGroups } from '../../../domain/person/person-group.ts'

const other = TerminalId.parse('01926c00-0000-7000-8000-000000000901')
const id = (n: number) => `01926c00-0000-7000-8000-${(0xa00 + n).toString(16).padStart(12, '0')}`

export const sideOf = ({ person, age }: PersonHit, papers: Partial<MergeSide> = {}): MergeSide => ({
  person,
  age,
  cards: 1,
  visits: 3,
  prescriptions: 2,
  allergies: 0,
  ...papers,
})

const differing = (one: PersonHit, two: PersonHit) => [...groupsThatDiffer(groupsOf(one.person), groupsOf(two.person))]

/** What there is to decide on an ordinary day: a date of birth, a phone from a kiosk, and two records. */
export function someReviews(one: PersonHit, two: PersonHit, third: PersonHit): readonly ReviewView[] {
  const field = (n: number, { person, age }: PersonHit) => ({
    kind: 'field' as const,
    id: id(n),
    at: '2026-11-21T09:10:00.000Z',
    person,
    age,
    from: other,
    here: false,
  })
  return [
    {
      ...field(1, third),
      group: 'birth',
      stands: { birth: third.person.birth },
      proposed: { birth: { kind: 'date', on: '1991-06-04' } },
      source: 'clerk',
    },
    {
      kind: 'duplicate',
      id: id(2),
      at: '2026-11-21T10:20:00.000Z',
      one: sideOf(one),
      other: sideOf(two, { visits: 1, cards: 0, allergies: 1, prescriptions: 0 }),
      differs: differing(one, two),
      why: 'name-birth-phone',
    },
    {
      ...field(3, one),
      group: 'bloodGroup',
      stands: { bloodGroup: 'A+' },
      proposed: { bloodGroup: 'B+' },
      source: 'verified',
    },
  ]
}

/** Corrections and merging as a supervisor finds them. */
export const mergeAnswers = (
  people: readonly PersonHit[],
  reviews: readonly ReviewView[],
): Handlers<typeof mergeChannels> => {
  const find = (wanted: string) => people.find(({ person }) => person.id === wanted)
  return {
    'person.correct': async ({ personId, was, set }) => {
      const person = find(personId)?.person
      return person === undefined ? { kind: 'gone' } : { kind: 'saved', person: withGroups(person, set), was, set }
    },
    'person.compare': async (asked) => {
      const [one, two] = [find(asked.one), find(asked.other)]
      if (one === undefined || two === undefined) return null
      const sides = { one: sideOf(one), other: sideOf(two, { visits: 1, allergies: 1 }) }
      return { ...sides, differs: differing(one, two), alreadyOne: false, link: null, supervisor: true }
    },
    'person.link': async ({ kept, merged }) => ({
      kind: 'linked',
      link: {
        id: id(9),
        kept,
        merged,
        at: '2026-11-22T04:11:00.000Z',
        by: OperatorId.parse('imran-qureshi'),
        undone: null,
      },
    }),
    'person.unlink': async () => ({ kind: 'separated' }),
    'review.list': async () => ({ reviews: [...reviews], open: reviews.length, supervisor: true }),
    'review.decide': async () => ({ kind: 'decided' }),
  }
}
