import type { ReactNode } from 'react'

import type { RosterView, VisitView } from '../../../contract/visit.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { PriorityMark } from '../../ui/icon/priority-sign.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DepartmentNames } from '../department-name.ts'
import type { Place } from './place.ts'
import { stageText } from './stage-text.ts'

interface Props {
  readonly visits: readonly VisitView[]
  readonly place: Place
  readonly roster: readonly RosterView[]
  readonly departmentName: DepartmentNames
  readonly onPlace: () => void
  readonly onChange: (visit: VisitView) => void
  /** What else can be done for some people only. */
  readonly more: ReactNode
}

/** Today's visits of this person with the way to change them, and how the next number is to be given. */
export function VisitStrip({ visits, place, roster, departmentName, onPlace, onChange, more }: Props) {
  const { t } = useText()
  const [first] = visits
  const doctor = roster.find(({ operator }) => operator === place.doctor)?.name
  useHotkeys({ F11: onPlace, 'Alt+6': first === undefined ? undefined : () => onChange(first) })
  return (
    <div className="visit-strip">
      {visits.map((visit, at) => (
        <div className="row wrap" key={visit.id}>
          <span className="grow">
            <b className="num">{visit.label}</b> {departmentName(visit.department)}: {stageText(t, visit)}{' '}
            <PriorityMark priority={visit.priority} />
          </span>
          <ActionButton kind="bare" {...(at === 0 ? { cap: 'Alt 6' } : {})} onPress={() => onChange(visit)}>
            {t('visit.today.change')}
          </ActionButton>
        </div>
      ))}
      <div className="row wrap">
        <ActionButton kind="bare" cap="F11" onPress={onPlace}>
          {t('visit.priority')}
        </ActionButton>
        <PriorityMark priority={place.priority} />
        {doctor === undefined ? null : <span>{t('visit.with', { doctor })}</span>}
        {more}
      </div>
    </div>
  )
}
