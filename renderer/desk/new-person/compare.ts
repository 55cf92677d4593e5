import type { PersonHit } from '../../../contract/desk.ts'
import type { Person, PersonDraft } from '../../../domain/person/person.ts'
import type { Reason } from '../../../domain/search/reason.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { dayText, phoneText } from '../../ui/format.ts'

/** One row of the table that a clerk compares by. */
export interface Compared {
  readonly field: Reason['field']
  readonly typed: string
  readonly recorded: string
  readonly match: Reason['match'] | null
}

type Facts = Pick<Person, 'name' | 'birth' | 'phone' | 'guardian' | 'address'>

function saidBirth(t: Text, { birth }: Facts): string {
  return birth.kind === 'date'
    ? dayText(t, birth.on)
    : t('desk.new.about-year', { year: String(Number(birth.asOf.slice(0, 4)) - birth.years) })
}

const saidHome = ({ address }: Facts): string =>
  [address.house, address.locality].filter((part) => part !== '').join(', ')

/** Typed against recorded, field by field, with how the two match. */
export function compare(t: Text, draft: PersonDraft, { person, reasons }: PersonHit): readonly Compared[] {
  const matchOf = (field: Reason['field']) => reasons.find((reason) => reason.field === field)?.match ?? null
  const rows: readonly Omit<Compared, 'match'>[] = [
    { field: 'name', typed: draft.name.latin, recorded: person.name.latin },
    { field: 'age', typed: saidBirth(t, draft), recorded: saidBirth(t, person) },
    { field: 'phone', typed: phoneText(draft.phone ?? ''), recorded: phoneText(person.phone ?? '') },
    { field: 'guardian', typed: draft.guardian?.name ?? '', recorded: person.guardian?.name ?? '' },
    { field: 'place', typed: saidHome(draft), recorded: saidHome(person) },
  ]
  return rows
    .filter(({ typed, recorded }) => typed.trim() !== '' || recorded.trim() !== '')
    .map((row) => ({ ...row, match: matchOf(row.field) }))
}
