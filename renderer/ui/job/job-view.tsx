import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../button.tsx'
import { Chip } from '../chip.tsx'
import { momentText, secondText } from '../format.ts'
import { Note } from '../note.tsx'
import { StateShape } from '../icon/state-shape.tsx'
import { isQuiet, stepsOf } from './job-step.ts'
import type { JobTrail } from './job-trail.ts'

interface Props {
  readonly trail: JobTrail
  readonly now: Date
  /** The question or retry of this paper is the one that the keys answer. */
  readonly first: boolean
  readonly onSettle: (came: boolean) => void
  readonly onRetry: () => void
}

const time = (iso: string): string => secondText(new Date(iso))

function Quiet({ trail }: Pick<Props, 'trail'>) {
  const { t } = useText()
  return (
    <p className="meta muted tight">
      {stepsOf(trail)
        .map(({ id, at }) => (at === null ? t(id) : t('desk.job.at', { step: t(id), time: time(at) })))
        .join(' · ')}
    </p>
  )
}

function Steps({ trail }: Pick<Props, 'trail'>) {
  const { t } = useText()
  return (
    <ol className="steps">
      {stepsOf(trail).map(({ kind, id, at }) => (
        <li key={id}>
          <StateShape kind={kind} />
          <span className="grow">{t(id)}</span>
          {at === null ? null : <span className="num muted meta">{time(at)}</span>}
        </li>
      ))}
    </ol>
  )
}

function Question({ trail, now, first, onSettle }: Omit<Props, 'onRetry'>) {
  const { t } = useText()
  const { document, state } = trail.job
  const since = state.kind === 'uncertain' ? momentText(t, new Date(state.at), now) : ''
  return (
    <Note kind="care">
      <h3>{t(`desk.job.question.${document}`)}</h3>
      <p className="note-size">{t('desk.job.question.why', { since })}</p>
      <div className="stack">
        <ActionButton kind="go" {...(first ? { cap: 'Enter' } : {})} onPress={() => onSettle(true)}>
          {t('desk.job.yes')}
        </ActionButton>
        <ActionButton {...(first ? { cap: 'F9' } : {})} onPress={() => onSettle(false)}>
          {t('desk.job.no')}
        </ActionButton>
      </div>
    </Note>
  )
}

function Retry({ trail, first, onRetry }: Pick<Props, 'trail' | 'first' | 'onRetry'>) {
  const { t } = useText()
  const { state } = trail.job
  if (state.kind !== 'not-sent') return null
  return (
    <Note kind="care" title={t(`desk.job.not-sent.${state.reason}.next`)}>
      <ActionButton {...(first ? { cap: 'F9' } : {})} onPress={onRetry}>
        {t('desk.job.retry')}
      </ActionButton>
    </Note>
  )
}

/** One paper: quiet when it came out, open when it needs a person to look. */
export function JobView({ trail, now, first, onSettle, onRetry }: Props) {
  const { t } = useText()
  const { job } = trail
  return (
    <section className="job">
      <div className="row wrap">
        <h2 className="grow">
          {t(`desk.paper.${job.document}`)} <bdi className="num">{job.title}</bdi>
          {job.copy > 1 ? <span className="meta muted"> DUPLICATE</span> : null}
        </h2>
        {isQuiet(trail) ? (
          <Chip kind="ok">{t(job.state.kind === 'printed' ? 'desk.job.chip.printed' : 'desk.job.chip.settled')}</Chip>
        ) : null}
      </div>
      {isQuiet(trail) ? <Quiet trail={trail} /> : <Steps trail={trail} />}
      {job.state.kind === 'uncertain' ? <Question trail={trail} now={now} first={first} onSettle={onSettle} /> : null}
      {job.state.kind === 'not-sent' ? <Retry trail={trail} first={first} onRetry={onRetry} /> : null}
    </section>
  )
}
