import { withSource } from '../../../domain/person/fact-source.ts'
import type { FactSources } from '../../../domain/person/fact-source.ts'
import { groupOf, groupsOf, isEmptyGroup } from '../../../domain/person/person-group.ts'
import { personGroups } from '../../../domain/person/person-change.ts'
import type { PersonGroup, PersonGroups } from '../../../domain/person/person-change.ts'
import type { BloodGroup, Person } from '../../../domain/person/person.ts'
import { ageSaid } from '../../ui/format.ts'
import { problemsOf, readDraft } from '../new-person/draft.ts'
import type { DraftText, Problems } from '../new-person/draft.ts'

/** The form of somebody who is here already, as typed. */
export interface CorrectText extends DraftText {
  readonly bloodGroup: BloodGroup | null
}

/** What is being corrected: whom, what the form showed at first, and what it shows now. */
export interface Correction {
  readonly person: Person
  readonly hasGuardianPhone: boolean
  readonly first: CorrectText
  readonly text: CorrectText
}

function birthText({ birth }: Person, today: string): string {
  if (birth.kind === 'date') return birth.on.split('-').toReversed().join('/')
  const { unit, count } = ageSaid(birth, today)
  return unit === 'months' ? `${count}m` : String(count)
}

const textOf = (person: Person, today: string): CorrectText => ({
  latin: person.name.latin,
  own: person.name.own?.text ?? '',
  sex: person.sex,
  birth: birthText(person, today),
  phone: person.phone ?? '',
  relation: person.guardian?.relation ?? 'father',
  guardian: person.guardian?.name ?? '',
  house: person.address.house,
  locality: person.address.locality,
  district: person.address.district,
  pin: person.address.pin ?? '',
  ward: person.address.ward ?? '',
  seen: [],
  noPhone: false,
  abha: person.abha ?? '',
  language: person.language,
  department: null,
  bloodGroup: person.bloodGroup ?? null,
})

export function correctionOf(person: Person, today: string): Correction {
  const first = textOf(person, today)
  return { person, first, text: first, hasGuardianPhone: person.guardian?.phone !== undefined }
}

/** The boxes that each group of details is typed into. */
const boxes: Readonly<Record<PersonGroup, readonly (keyof CorrectText)[]>> = {
  name: ['latin', 'own'],
  birth: ['birth'],
  sex: ['sex'],
  bloodGroup: ['bloodGroup'],
  phone: ['phone'],
  address: ['house', 'locality', 'ward', 'district', 'pin'],
  guardian: ['relation', 'guardian'],
  language: ['language'],
  abha: ['abha'],
}

/** The groups in which another thing is typed than was shown at first; a box that was not touched never changes anything. */
export const changedGroups = ({ first, text, hasGuardianPhone }: Correction): readonly PersonGroup[] =>
  personGroups.filter(
    (group) =>
      boxes[group].some((box) => first[box] !== text[box]) ||
      // Where to call about a child is its guardian's phone.
      (group === 'guardian' && hasGuardianPhone && first.phone !== text.phone),
  )

/** The boxes of one group as they were at first. */
export const asBefore = ({ first }: Correction, group: PersonGroup): Partial<CorrectText> =>
  Object.fromEntries(boxes[group].map((box) => [box, first[box]]))

/** What cannot be saved as it stands. A child without a guardian on record does not stop another correction. */
export function problemsIn({ first, text }: Correction, today: string): Problems {
  const { guardian, phone, ...others } = problemsOf(text, today)
  const asks = first.birth !== text.birth
  return {
    ...others,
    ...(guardian === undefined || (!asks && text.guardian === first.guardian) ? {} : { guardian }),
    ...(phone === undefined || (phone === 'guardian-phone' && !asks && text.phone === first.phone) ? {} : { phone }),
  }
}

/** How each corrected group is known: it was told just now, unless the clerk says it was seen. */
export const sourcesOfChange = ({ text }: Correction, { set }: ReadChange): FactSources | undefined =>
  personGroups
    .filter((group) => !isEmptyGroup(groupOf(set, group)) && Object.keys(groupOf(set, group)).length > 0)
    .reduce<FactSources | undefined>(
      (all, group) => withSource(all, group, text.seen.includes(group) ? 'seen' : 'spoken'),
      undefined,
    )

export interface ReadChange {
  readonly was: PersonGroups
  readonly set: PersonGroups
}

/** What the form says is to change; null while a name or a birth cannot be read. */
export function readChange(correction: Correction, today: string): ReadChange | null {
  const read = readDraft(correction.text, today)
  if (read === null) return null
  const now = { ...read, bloodGroup: correction.text.bloodGroup }
  const pick = (groups: PersonGroups): PersonGroups =>
    changedGroups(correction).reduce((all: PersonGroups, group) => ({ ...all, ...groupOf(groups, group) }), {})
  return { was: pick(groupsOf(correction.person)), set: pick(groupsOf(now)) }
}
