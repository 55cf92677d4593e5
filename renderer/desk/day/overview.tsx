import type { DayView, DifferenceView, SaidOfDay } from '../../../contract/day.ts'
import type { TerminalStatus } from '../../../contract/shell.ts'
import { differenceId } from '../../../domain/hospital/day-statement.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { clockText, dayText, momentText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { Note } from '../../ui/note.tsx'
import { Written } from '../../ui/written.tsx'

interface Props {
  readonly view: DayView
  readonly status: TerminalStatus
  readonly now: Date
  readonly onDay: (day: string) => void
}

function Standing({ view, now }: Pick<Props, 'view' | 'now'>) {
  const { t } = useText()
  const { standing } = view
  if (standing.kind === 'signed') {
    const { said, since } = standing
    const when = momentText(t, new Date(said.statement.at), now)
    return (
      <Note kind={since > 0 ? 'care' : 'ok'} title={t('day.standing.signed', { name: said.by, when })}>
        <p className="meta">{since > 0 ? t('day.standing.since', { count: since }) : t('day.standing.signed.next')}</p>
      </Note>
    )
  }
  const { reopened } = standing
  return (
    <Note kind="wait" title={t('day.standing.open')}>
      {reopened === null ? null : (
        <p className="meta">{t('day.standing.reopened', { name: reopened.by, note: reopened.statement.note })}</p>
      )}
      <p className="meta">{t('day.standing.open.next')}</p>
    </Note>
  )
}

/** Where tokens and papers do not agree, in words. */
export function Difference({ difference }: { readonly difference: DifferenceView }) {
  const { t } = useText()
  return (
    <span className="day-difference">
      <StateShape kind="care" /> <span>{t(differenceId(difference), { name: `⁨${difference.name}⁩` })}</span>
    </span>
  )
}

function Differences({ view }: Pick<Props, 'view'>) {
  const { t } = useText()
  return (
    <section className="day-part">
      <h2>{t('day.differences')}</h2>
      {view.differences.length === 0 ? (
        <p className="muted">{t('day.differences.none')}</p>
      ) : (
        <ul>
          {view.differences.map((each) => (
            <li key={`${each.kind} ${each.name} ${each.at}`}>
              <Difference difference={each} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Shift({ view }: Pick<Props, 'view'>) {
  const { t } = useText()
  const { from, counts, takenFrom } = view.shift
  if (!view.isToday) return null
  return (
    <section className="day-part">
      <h2>{t('day.shift', { time: clockText(new Date(from)) })}</h2>
      {takenFrom === null ? null : <p>{t('day.shift.from', { name: takenFrom })}</p>}
      <p>{t('day.shift.counts', { tokens: counts.tokens, people: counts.registered })}</p>
    </section>
  )
}

function Others({ view, status }: Pick<Props, 'view' | 'status'>) {
  const { t } = useText()
  const asOf = status.dataAsOf
  return (
    <section className="day-part">
      <h2>
        {t('day.others')}{' '}
        {asOf === null ? null : (
          <span className="meta muted">{t('day.others.age', { time: clockText(new Date(asOf)) })}</span>
        )}
      </h2>
      {view.others.length === 0 ? <p className="muted">{t('day.others.none')}</p> : null}
      <ul>
        {view.others.map(({ terminal, label, tokens, signed }) => (
          <li key={terminal} className="day-other">
            <b>{label === null ? t('day.others.unnamed') : <Written text={label} />}</b>
            <span>{t('day.others.tokens', { count: tokens })}</span>
            <span className="muted">
              {signed === null ? t('day.others.open') : t('day.others.signed', { name: signed.by })}
            </span>
            {signed !== null && signed.statement.counts.tokens !== tokens ? (
              <span className="muted">{t('day.others.differs', { count: signed.statement.counts.tokens })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ said, now }: { readonly said: SaidOfDay; readonly now: Date }) {
  const { t } = useText()
  const { statement, by, to } = said
  const when = momentText(t, new Date(statement.at), now)
  return (
    <li>
      <span>{t(`day.said.${statement.kind}`, { name: by, to: to ?? '', when })}</span>
      {statement.note === '' ? null : (
        <span className="meta">
          {' '}
          <Written text={statement.note} />
        </span>
      )}
      <span className="meta muted"> {t('day.said.mark', { mark: `⁨${statement.audit.hash.slice(0, 16)}⁩` })}</span>
    </li>
  )
}

/** How the day stands: what is open, what is to be explained, this shift, and the hospital's other desks. */
export function Overview({ view, status, now, onDay }: Props) {
  const { t } = useText()
  const others = view.open.filter(({ day }) => day !== view.day)
  return (
    <>
      <Standing view={view} now={now} />
      {others.length === 0 ? null : (
        <Note kind="care" title={t('day.open.title', { count: others.length })}>
          {others.map(({ day, kind }) => (
            <div key={day} className="row wrap">
              <span>{t(`day.open.${kind}`, { day: dayText(t, day) })}</span>
              <ActionButton kind="bare" label={`${t('day.open.see')} ${dayText(t, day)}`} onPress={() => onDay(day)}>
                {t('day.open.see')}
              </ActionButton>
            </div>
          ))}
        </Note>
      )}
      <Differences view={view} />
      <Shift view={view} />
      <Others view={view} status={status} />
      {view.said.length === 0 ? null : (
        <section className="day-part">
          <h2>{t('day.history')}</h2>
          <ul>
            {view.said.map((each) => (
              <Said key={each.statement.id} said={each} now={now} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
