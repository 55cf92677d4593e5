import type { Handlers } from '../../../contract/channel.ts'
import type { registerChannels } from '../../../contract/register.ts'
import { JobId, PersonId } from '../../../domain/id.ts'
import { newbornDraft } from '../../../domain/person/newborn.ts'
import type { Person } from '../../../domain/person/person.ts'
import { unknownCode } from '../../../domain/person/unidentified.ts'
import { suggestPlaces } from '../../../domain/place/suggest-place.ts'
import type { Reason } from '../../../domain/search/reason.ts'

const personId = (at: number) => PersonId.parse(`0197a3c2-5a00-7b1e-8c1d-2f00aa11cc${String(at).padStart(2, '0')}`)
const job = JobId.parse('0197a3c2-5a00-7b1e-8c1d-2f00aa11dd01')
/** Another hospital, and how a person who was asked for by name fits. */
const otherHospital = {
  en: 'Deen Dayal Upadhyay Hospital',
  hi: 'दीन दयाल उपाध्याय अस्पताल',
  pa: 'ਦੀਨ ਦਿਆਲ ਉਪਾਧਿਆਏ ਹਸਪਤਾਲ',
  ur: 'دین دیال اپادھیائے اسپتال',
}
const alike: Reason[] = [
  { field: 'name', match: 'same' },
  { field: 'age', match: 'close' },
]

const registeredAt = '2026-11-22T04:11:30.000Z'

const unknown: Person = {
  id: personId(1),
  registeredAt,
  name: unknownCode(217).name('hi'),
  sex: 'male',
  birth: { kind: 'age', years: 45, asOf: '2026-11-22' },
  phone: null,
  address: { house: '', locality: '', district: null, pin: null },
  guardian: null,
  language: 'hi',
  abha: null,
  bloodGroup: null,
  evidence: null,
  sources: { birth: 'guessed', sex: 'guessed' },
  unidentified: { code: unknownCode(217).code, since: registeredAt },
}

/** What a desk hears beyond the form itself; `here` are the people that its pages know, `away` those of other hospitals. */
export const registerAnswers = (
  here: readonly Person[],
  away: readonly Person[],
): Handlers<typeof registerChannels> => ({
  'person.elsewhere': async ({ text }) => {
    const typed = text.trim()
    if (/\d{10}$/.test(typed)) {
      const people = away.filter(({ phone }) => phone === typed)
      return {
        kind: 'found',
        people: people.map((person) => ({ person, reasons: [], hospitals: [] })),
        more: false,
        fromHub: false,
        preparing: false,
      }
    }
    if (!/ \d/.test(typed)) return { kind: 'not-asked' }
    const people = away.map((person) => ({ person, reasons: alike, hospitals: [otherHospital] }))
    return { kind: 'found', people, more: true, fromHub: false, preparing: true }
  },
  'person.fetch': async () => ({ kind: 'here' }),
  'place.suggest': async ({ text }) => [
    ...suggestPlaces(text, [
      { locality: 'Seemapuri', ward: 'Ward 224', district: 'shahdara', pin: '110095', times: 12 },
    ]),
  ],
  async 'person.baby'({ mother, babies, on }) {
    const parent = here.find(({ id }) => id === mother)
    if (parent === undefined) return { kind: 'gone' }
    const several = babies.length > 1
    const people = babies.map(({ sex }, at) => ({
      ...newbornDraft(parent, { sex, on, order: several ? at + 1 : null }),
      id: personId(10 + at),
      registeredAt,
    }))
    return { kind: 'saved', people, jobs: people.map(() => job) }
  },
  'person.unknown': async () => ({ kind: 'saved', person: unknown, job }),
  'band.print': async () => ({ kind: 'queued', job }),
  'photo.keep': async () => ({ kind: 'kept' }),
  'photo.of': async () => null,
})
