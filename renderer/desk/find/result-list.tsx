import type { PersonHit } from '../../../contract/desk.ts'
import { useText } from '../../text/use-text.tsx'
import type { Spoken } from '../../text/use-text.tsx'
import { dayText } from '../../ui/format.ts'
import { PersonRow } from '../../ui/person-row.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import type { DepartmentNames } from '../department-name.ts'
import { RESULTS } from './search-box.tsx'

interface Props {
  readonly hits: readonly PersonHit[]
  readonly selected: number
  /** One family, side by side. */
  readonly household: boolean
  readonly today: string
  readonly departmentName: DepartmentNames
  readonly onChoose: (at: number) => void
}

export const rowId = (hit: PersonHit): string => `row-${hit.person.id}`

/** Parent, place and last visit: what tells two people of one name apart. */
function aboutPerson({ t, list }: Spoken, { person, lastVisit }: PersonHit, departmentName: DepartmentNames): string {
  const { guardian, address } = person
  const parent = guardian === null ? '' : `${t(`common.relation.${guardian.relation}`)} ${guardian.name}`
  const home = list([parent, address.locality])
  const visit = lastVisit === null ? '' : list([dayText(t, lastVisit.on), departmentName(lastVisit.department)])
  return list([home, visit], ' · ')
}

const KEYS = 9

/** The people found, best match first; the box above points into it. */
export function ResultList({ hits, household, selected, today, departmentName, onChoose }: Props) {
  const spoken = useText()
  return (
    <div
      id={RESULTS}
      // The rows are reached from the search box, which holds the focus (ARIA's combobox pattern).
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label={spoken.t('desk.find.results')}
      className={household ? 'household' : ''}
    >
      {hits.map((hit, at) => (
        <PersonRow
          key={hit.person.id}
          id={rowId(hit)}
          cap={at < KEYS ? `Ctrl ${at + 1}` : null}
          person={hit.person}
          today={today}
          selected={at === selected}
          matched={at === selected && hit.reasons.some(({ field, match }) => field === 'name' && match === 'same')}
          about={aboutPerson(spoken, hit, departmentName)}
          end={<ReasonList reasons={hit.reasons} />}
          onChoose={() => onChoose(at)}
        />
      ))}
    </div>
  )
}
