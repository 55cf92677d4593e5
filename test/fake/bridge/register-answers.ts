import type { Handlers } from '../../../contract/channel.ts'
import type { registerChannels } from '../../../contract/register.ts'
import { JobId, PersonId } from '../../../domain/id.ts'
import { newbornDraft } from '../../../domain/person/newborn.ts'
import type { Person } from '../../../domain/person/person.ts'
import { unknownCode } from '../../../domain/person/unidentified.ts'
import { suggestPlaces } from '../../../domain/place/suggest-place.ts'

const personId = (at: number) => PersonId.parse(`0197a3c2-5a00-7b1e-8c1d-2f00aa11cc${String(at).padStart(2, '0')}`)
const job = JobId.parse('0197a3c2-5a00-7b1e-8c1d-2f00aa11dd01')
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
  'person.elsewhere': async ({ text }) =>
    /^\d{10}$/.test(text.trim())
      ? { kind: 'found', people: away.filter(({ phone }) => phone === text.trim()), more: false }
      : { kind: 'not-asked' },
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
