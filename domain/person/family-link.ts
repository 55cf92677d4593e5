import { z } from 'zod'

import { OperatorId, PersonId } from '../id.ts'

/** What one person is to another, as it is kept. */
export const FamilyRelation = z.enum(['parent', 'spouse', 'guardian'])
export type FamilyRelation = z.infer<typeof FamilyRelation>

/**
 * Two people of one family, each with a record of their own: `relative` is the parent, husband or wife, or guardian of
 * `person`. FHIR R4: RelatedPerson.
 */
export const FamilyLink = z.strictObject({
  id: z.uuid(),
  person: PersonId,
  relative: PersonId,
  relation: FamilyRelation,
  at: z.iso.datetime(),
  by: OperatorId,
  ended: z.strictObject({ at: z.iso.datetime(), by: OperatorId, reason: z.string().max(200) }).nullable(),
})
export type FamilyLink = z.infer<typeof FamilyLink>

/** What the other one is, seen from one of the two. */
export const familyRoles = ['parent', 'child', 'spouse', 'guardian', 'ward'] as const
export const FamilyRole = z.enum(familyRoles)
export type FamilyRole = z.infer<typeof FamilyRole>

type Ends = Pick<FamilyLink, 'person' | 'relative' | 'relation'>

/** How `other`, who is `role` of `one`, is kept. */
export function familyEnds(one: PersonId, other: PersonId, role: FamilyRole): Ends {
  if (role === 'child') return { person: other, relative: one, relation: 'parent' }
  if (role === 'ward') return { person: other, relative: one, relation: 'guardian' }
  return { person: one, relative: other, relation: role }
}

/** What the other one is to somebody who has one of these records. */
export function familyRole({ relative, relation }: Ends, records: readonly PersonId[]): FamilyRole {
  if (!records.includes(relative)) return relation
  return relation === 'spouse' ? 'spouse' : relation === 'parent' ? 'child' : 'ward'
}

const isSame = (one: Ends, other: Ends): boolean => {
  const straight = one.person === other.person && one.relative === other.relative
  const crossed = one.person === other.relative && one.relative === other.person
  return one.relation === other.relation && (straight || (crossed && one.relation === 'spouse'))
}

export type FamilyRefusal = 'same-person' | 'already-linked' | 'contradicts'

/** Why a link may not be made: it says nothing, is said already, or turns one that stands round. */
export function familyRefusal(links: readonly FamilyLink[], wanted: Ends): FamilyRefusal | null {
  if (wanted.person === wanted.relative) return 'same-person'
  const standing = links.filter(({ ended }) => ended === null)
  if (standing.some((link) => isSame(link, wanted))) return 'already-linked'
  const turned = standing.some(
    ({ person, relative, relation }) =>
      relation === wanted.relation && person === wanted.relative && relative === wanted.person,
  )
  return turned ? 'contradicts' : null
}
