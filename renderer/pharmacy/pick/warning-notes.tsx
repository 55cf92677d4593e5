import type { Warning } from '../../../domain/pharmacy/warning.ts'
import { needsReason } from '../../../domain/pharmacy/warning.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { groupText } from '../../ui/allergy-text.ts'
import { dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { medicineText } from './dose-text.ts'

interface Told {
  readonly title: string
  readonly effect: string | null
  readonly when: string
  readonly source: string | null
}

/** What a page says of one warning. */
export function warningTold(t: Text, warning: Warning, own: string, row: number): Told {
  const other = medicineText(warning.other)
  const when =
    warning.until === null ? t('safety.same-list') : t('safety.until', { other, day: dayText(t, warning.until) })
  const values = { row, medicine: own, other }
  if (warning.kind === 'duplicate') {
    const { group } = warning
    const title =
      group === null
        ? t('safety.duplicate', values)
        : t('safety.duplicate.group', { ...values, group: groupText(t, group) })
    return { title, effect: null, when, source: null }
  }
  const { severity, effect, victim, source } = warning
  return {
    title: t(severity === 'severe' ? 'safety.interaction' : 'safety.careful', values),
    effect: t(`safety.effect.${effect}`, { medicine: victim }),
    when,
    source: t('safety.source', { source }),
  }
}

interface Props {
  readonly warning: Warning
  readonly medicine: string
  readonly row: number
  /** Whether it is said that a reason will be asked for. */
  readonly isAsked: boolean
}

export function WarningNote({ warning, medicine, row, isAsked }: Props) {
  const { t } = useText()
  const { title, effect, when, source } = warningTold(t, warning, medicine, row)
  return (
    <Note kind={needsReason(warning) ? 'stop' : 'care'} title={title}>
      <p>{[effect, when].filter((part) => part !== null).join(' ')}</p>
      {isAsked && needsReason(warning) ? <p>{t('safety.asks')}</p> : null}
      {source === null ? null : <p className="meta">{source}</p>}
    </Note>
  )
}
