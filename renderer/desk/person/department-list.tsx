import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import { departmentPlace } from '../department-name.ts'
import type { DepartmentChoice } from '../desk-bridge.ts'

interface Props {
  readonly departments: readonly DepartmentChoice[]
  readonly onChoose: (department: string) => void
  readonly onBack: () => void
}

const KEYS = 9

/** Every department with its next number; a digit prints the token, Esc goes back. */
export function DepartmentList({ departments, onChoose, onBack }: Props) {
  const { t, language } = useText()
  const take = ({ department, left }: DepartmentChoice) => (left > 0 ? () => onChoose(department.code) : undefined)
  const digits: Hotkeys = Object.fromEntries(
    departments.slice(0, KEYS).flatMap((each, at) => [
      [String(at + 1), take(each)],
      [`Ctrl+${at + 1}`, take(each)],
    ]),
  )
  useHotkeys({ ...digits, Escape: onBack, F4: onBack })
  return (
    <div className="next departments">
      <div className="row">
        <b className="grow">{t('desk.department.choose')}</b>
        <ActionButton kind="bare" cap="Esc" onPress={onBack}>
          {t('desk.back')}
        </ActionButton>
      </div>
      {departments.map((each, at) => (
        <ActionButton
          key={each.department.code}
          block
          {...(at < KEYS ? { cap: String(at + 1) } : {})}
          {...(each.left > 0 ? {} : { kind: 'later' as const, under: t('desk.department.none-left') })}
          end={each.next === null ? null : <span className="figure-next num">{each.next}</span>}
          onPress={() => onChoose(each.department.code)}
        >
          <span className="with-sign">
            <DepartmentSign sign={each.department.sign} />
            {departmentPlace(t, each.department, language)}
          </span>
        </ActionButton>
      ))}
    </div>
  )
}
