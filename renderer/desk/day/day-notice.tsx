import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import type { DeskBridge } from '../desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  readonly today: string
  readonly onSee: () => void
}

/** Says at the first page that a day before today was not signed. */
export function DayNotice({ hims, today, onSee }: Props) {
  const { t, list } = useText()
  const days = latest(useAnswer(today, () => hims.ask['day.unsigned']({}))) ?? []
  if (days.length === 0) return null
  const said = list(days.map(({ day, kind }) => t(`day.open.${kind}`, { day: dayText(t, day) })))
  return (
    <div className="day-notice">
      <Note kind="care" title={t('day.open.title', { count: days.length })}>
        <div className="row wrap">
          <span className="grow">{said}</span>
          <ActionButton kind="bare" cap="Alt 7" onPress={onSee}>
            {t('day.open.see')}
          </ActionButton>
        </div>
      </Note>
    </div>
  )
}
