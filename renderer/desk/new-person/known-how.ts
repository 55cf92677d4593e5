import { withSource } from '../../../domain/person/fact-source.ts'
import type { FactSource, FactSources } from '../../../domain/person/fact-source.ts'
import { personGroups } from '../../../domain/person/person-change.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import { groupOf, groupsOf, isEmptyGroup } from '../../../domain/person/person-group.ts'
import type { PersonDraft } from '../../../domain/person/person.ts'
import { sourceOf } from './code-fill.ts'
import type { CodeField, CodeFill } from './code-fill.ts'
import type { DraftText } from './draft.ts'
import type { FieldSource } from './form-part.ts'

/** A box of the form that says something of a person. */
export type FactField = CodeField | 'ward'

/** The group of details that each box belongs to: they are known as one. */
export const groupOfField: Readonly<Record<FactField, PersonGroup>> = {
  latin: 'name',
  own: 'name',
  sex: 'sex',
  birth: 'birth',
  phone: 'phone',
  guardian: 'guardian',
  house: 'address',
  locality: 'address',
  ward: 'address',
  district: 'address',
  pin: 'address',
  abha: 'abha',
}

/** The box of each group that a code speaks of first. */
const firstField: Readonly<Partial<Record<PersonGroup, CodeField>>> = {
  name: 'latin',
  sex: 'sex',
  birth: 'birth',
  phone: 'phone',
  guardian: 'guardian',
  address: 'locality',
  abha: 'abha',
}

/** A code whose signature holds proves; one without is a paper that was seen. */
function sourceOfGroup(text: DraftText, fills: readonly CodeFill[], group: PersonGroup): FactSource {
  const field = firstField[group]
  const code = field === undefined ? null : sourceOf(text, fills, field)
  if (code !== null) return code.identity.proof.kind === 'signed' ? 'verified' : 'seen'
  return text.seen.includes(group) ? 'seen' : 'spoken'
}

/** How everything that a form says is known; of what it leaves empty nothing is said. */
export function sourcesIn(text: DraftText, read: PersonDraft, fills: readonly CodeFill[]): FactSources | undefined {
  const { evidence: _, ...facts } = read
  const groups = groupsOf(facts)
  return personGroups
    .filter((group) => !isEmptyGroup(groupOf(groups, group)))
    .reduce<FactSources | undefined>(
      (all, group) => withSource(all, group, sourceOfGroup(text, fills, group)),
      undefined,
    )
}

/** Says that a group was copied from a paper, or that it was told after all. */
export const turned = ({ seen }: Pick<DraftText, 'seen'>, group: PersonGroup): Pick<DraftText, 'seen'> => ({
  seen: seen.includes(group) ? seen.filter((each) => each !== group) : [...seen, group],
})

/** The mark of a group that was copied from a paper, on the first of its boxes. */
export const seenSource = ({ seen }: Pick<DraftText, 'seen'>, field: FactField): FieldSource | null =>
  seen.includes(groupOfField[field]) && firstField[groupOfField[field]] === field ? { kind: 'seen' } : null
