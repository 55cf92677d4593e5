import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { clockText } from '../../ui/format.ts'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import type { DayTold } from './use-day-work.ts'

const doneOf = { signed: 'day.sign.done', reopened: 'day.reopen.done', handed: 'day.hand.done' } as const

/** Says in place what came of it, with what to do next. */
export function DayToldNote({ told }: { readonly told: DayTold | null }) {
  const { t } = useText()
  if (told === null) return null
  switch (told.kind) {
    case 'said':
      return <Note kind="ok" title={t(doneOf[told.said.statement.kind])} />
    case 'printing':
      return <Note kind="ok" title={t('day.printing')} />
    case 'wrong':
      return (
        <Note kind="stop" title={t('day.wrong-pin')}>
          <p className="meta">{t('day.wrong-pin.next', { count: told.triesLeft })}</p>
        </Note>
      )
    case 'wait':
      return <Note kind="stop" title={t('day.wait', { time: clockText(new Date(told.until)) })} />
    case 'not-supervisor':
      return <Note kind="care" title={t('day.not-supervisor')} />
    case 'changed-meanwhile':
      return <Note kind="care" title={t('day.changed')} />
    case 'unexplained':
      return <Note kind="care" title={t('day.why.missing', { count: told.count })} />
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    default:
      return unreachable(told)
  }
}
