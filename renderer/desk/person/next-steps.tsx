import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { departmentPlace } from '../department-name.ts'
import type { DepartmentChoice } from '../desk-bridge.ts'

interface Props {
  readonly likely: DepartmentChoice | null
  /** The likely department is the one of the last visit. */
  readonly back: boolean
  readonly busy: boolean
  readonly hasCard: boolean
  readonly onToken: (department: string) => void
  readonly onCard: () => void
  readonly onDepartments: () => void
  readonly onSchemes: () => void
  readonly onCorrect: () => void
  /** Whose other record is looked for, if any. */
  readonly twinOf: string | null
  readonly onTwin: () => void
  readonly onPhoto: () => void
}

/** What comes next for this person; Enter does the likely thing. */
export function NextSteps({ likely, back, busy, hasCard, ...more }: Props) {
  const { t, language } = useText()
  const { onToken, onCard, onDepartments, onSchemes, onCorrect, twinOf, onTwin, onPhoto } = more
  const canPrint = likely !== null && likely.left > 0
  const token = () => {
    if (likely !== null) onToken(likely.department.code)
  }
  useHotkeys({
    Enter: canPrint ? token : onDepartments,
    F4: onDepartments,
    F5: onSchemes,
    F6: onCard,
    F7: onTwin,
    F8: onCorrect,
    'Shift+F9': onPhoto,
  })
  return (
    <div className="next">
      {likely !== null && canPrint ? (
        <ActionButton
          kind="go"
          cap="Enter"
          size="big"
          block
          under={t(back ? 'desk.next.back' : 'desk.next.first', { count: likely.left })}
          end={likely.next === null ? null : <span className="figure-token">{likely.next}</span>}
          onPress={token}
        >
          {busy
            ? t('desk.next.printing')
            : t('desk.next.token', { place: departmentPlace(t, likely.department, language) })}
        </ActionButton>
      ) : (
        <ActionButton kind="go" cap="Enter" size="big" block under={t('desk.next.no-number')} onPress={onDepartments}>
          {t('desk.next.choose')}
        </ActionButton>
      )}
      <div className="two">
        <ActionButton cap="F4" onPress={onDepartments}>
          {t('desk.next.department')}
        </ActionButton>
        <ActionButton cap="F5" onPress={onSchemes}>
          {t('scheme.desk.open')}
        </ActionButton>
        <ActionButton cap="F6" onPress={onCard}>
          {t(hasCard ? 'cards.open' : 'desk.next.card')}
        </ActionButton>
        <ActionButton cap="F7" onPress={onTwin}>
          {twinOf === null ? t('merge.twin') : t('merge.twin.compare')}
        </ActionButton>
        <ActionButton cap="F8" onPress={onCorrect}>
          {t('desk.next.correct')}
        </ActionButton>
        <ActionButton cap="Shift F9" onPress={onPhoto}>
          {t('register.photo')}
        </ActionButton>
      </div>
    </div>
  )
}

interface ForSomeProps {
  /** Null for somebody who is no mother. */
  readonly onBaby: (() => void) | null
  /** Null for somebody who wears none. */
  readonly onBand: (() => void) | null
}

/** What can be done for some people only. */
export function ForSome({ onBaby, onBand }: ForSomeProps) {
  const { t } = useText()
  return (
    <>
      {onBaby === null ? null : (
        <ActionButton kind="bare" cap="Shift F3" onPress={onBaby}>
          {t('register.baby.open')}
        </ActionButton>
      )}
      {onBand === null ? null : (
        <ActionButton kind="bare" cap="Shift F6" onPress={onBand}>
          {t('register.band')}
        </ActionButton>
      )}
    </>
  )
}
