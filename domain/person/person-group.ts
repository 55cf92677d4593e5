import { unreachable } from '../result.ts'
import type { Person } from './person.ts'
import { personGroups } from './person-change.ts'
import type { PersonGroup, PersonGroups } from './person-change.ts'

/** One group out of several, or an empty object where it is not among them. */
export function groupOf(groups: PersonGroups, group: PersonGroup): PersonGroups {
  switch (group) {
    case 'name':
      return groups.name === undefined ? {} : { name: groups.name }
    case 'birth':
      return groups.birth === undefined ? {} : { birth: groups.birth }
    case 'sex':
      return groups.sex === undefined ? {} : { sex: groups.sex }
    case 'bloodGroup':
      return groups.bloodGroup === undefined ? {} : { bloodGroup: groups.bloodGroup }
    case 'phone':
      return groups.phone === undefined ? {} : { phone: groups.phone }
    case 'address':
      return groups.address === undefined ? {} : { address: groups.address }
    case 'guardian':
      return groups.guardian === undefined ? {} : { guardian: groups.guardian }
    case 'language':
      return groups.language === undefined ? {} : { language: groups.language }
    case 'abha':
      return groups.abha === undefined ? {} : { abha: groups.abha }
    default:
      return unreachable(group)
  }
}

/** A person's details as groups; a record written before people had ABHA numbers or blood groups holds none. */
export const groupsOf = (person: PersonOfAnyAge): PersonGroups => ({
  name: person.name,
  birth: person.birth,
  sex: person.sex,
  bloodGroup: person.bloodGroup ?? null,
  phone: person.phone,
  address: person.address,
  guardian: person.guardian,
  language: person.language,
  abha: person.abha ?? null,
})

type Grouped = Pick<Person, 'name' | 'birth' | 'sex' | 'phone' | 'address' | 'guardian' | 'language'>
type PersonOfAnyAge = Grouped & Partial<Pick<Person, 'abha' | 'bloodGroup'>>

/** The person with these groups in place of their own. */
export const withGroups = <Whole extends PersonOfAnyAge>(person: Whole, groups: PersonGroups): Whole => ({
  ...person,
  ...Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined)),
})

/** Whether two values say the same, whatever the order of their fields. */
export const sameGroups = (one: PersonGroups, other: PersonGroups): boolean => textOf(one) === textOf(other)

const textOf = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => sorted(inner))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** The groups in which two sets of details differ, in the order of a form. */
export const groupsThatDiffer = (one: PersonGroups, other: PersonGroups): readonly PersonGroup[] =>
  personGroups.filter((group) => !sameGroups(groupOf(one, group), groupOf(other, group)))

/** Nothing is known: whoever knows something may fill it in. */
export function isEmptyGroup({ sex, phone, guardian, abha, bloodGroup, address, ...sure }: PersonGroups): boolean {
  const known = [phone, guardian, abha, bloodGroup].some((value) => value !== undefined && value !== null)
  const somewhere = address !== undefined && (address.house !== '' || address.locality !== '' || address.pin !== null)
  return !known && !somewhere && (sex === undefined || sex === 'unknown') && Object.keys(sure).length === 0
}

/** The change that makes `after` of `before`, or null when nothing changes. */
export function changeBetween(
  before: PersonGroups,
  after: PersonGroups,
): { readonly was: PersonGroups; readonly set: PersonGroups } | null {
  const changed = groupsThatDiffer(before, after)
  const only = (groups: PersonGroups): PersonGroups =>
    changed.reduce((all: PersonGroups, group) => ({ ...all, ...groupOf(groups, group) }), {})
  return changed.length === 0 ? null : { was: only(before), set: only(after) }
}
