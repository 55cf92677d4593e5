import type { RosterView } from '../../../contract/visit.ts'
import { priorities } from '../../../domain/hospital/visit-event.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { PrioritySign } from '../../ui/icon/priority-sign.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Place } from './place.ts'

interface PriorityProps {
  readonly value: Priority | null
  readonly onChoose: (priority: Priority) => void
}

/** Why somebody is seen before others, each with its sign; a digit chooses. */
export function PriorityChoice({ value, onChoose }: PriorityProps) {
  const { t } = useText()
  return (
    <div className="priority-choice">
      {priorities.map((priority, at) => (
        <ActionButton
          key={priority}
          block
          cap={String(at + 1)}
          {...(priority === value ? { kind: 'go' as const } : {})}
          onPress={() => onChoose(priority)}
        >
          <span className="with-sign">
            {priority === 'none' ? null : <PrioritySign priority={priority} />}
            {t(`visit.priority.${priority}`)}
          </span>
        </ActionButton>
      ))}
    </div>
  )
}

export const priorityKeys = (onChoose: (priority: Priority) => void) =>
  Object.fromEntries(priorities.map((priority, at) => [String(at + 1), () => onChoose(priority)]))

interface Props {
  readonly place: Place
  readonly roster: readonly RosterView[]
  readonly onPlace: (place: Place) => void
  readonly onBack: () => void
}

/** Priority and doctor for the next number. */
export function PlacePanel({ place, roster, onPlace, onBack }: Props) {
  const { t } = useText()
  const choose = (priority: Priority) => onPlace({ ...place, priority })
  useHotkeys({ ...priorityKeys(choose), Escape: onBack, F11: onBack, Enter: onBack })
  return (
    <div className="next departments">
      <div className="row">
        <b className="grow">{t('visit.priority')}</b>
        <ActionButton kind="bare" cap="Enter" onPress={onBack}>
          {t('visit.place.done')}
        </ActionButton>
      </div>
      <PriorityChoice value={place.priority} onChoose={choose} />
      {roster.length === 0 ? null : (
        <Segmented
          label={t('visit.doctor')}
          className="doctor-choice"
          segments={[
            { value: 'any', label: t('visit.doctor.any') },
            ...roster.map(({ operator, name, room }) => ({
              value: String(operator),
              label: t('visit.doctor.at', { name, room }),
            })),
          ]}
          value={place.doctor ?? 'any'}
          onChange={(chosen) =>
            onPlace({ ...place, doctor: roster.find(({ operator }) => operator === chosen)?.operator ?? null })
          }
        />
      )}
    </div>
  )
}
