import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { CardFace } from '../../ui/card-face.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { secondText } from '../../ui/format.ts'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { jobsOf } from '../issue.ts'
import type { CardIssue, Issue, TokenIssue } from '../issue.ts'
import { JobList } from '../../ui/job/job-list.tsx'
import { isUncertain, withCopies } from '../../ui/job/job-trail.ts'
import type { JobTrail } from '../../ui/job/job-trail.ts'
import { SlipPicture } from './slip-picture.tsx'
import { TakeBack } from './take-back.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly issue: Issue
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly now: Date
  readonly round: number
  readonly onNext: () => void
}

/** What could not be given, each with why and what to do. */
function Missing({ issue }: { readonly issue: TokenIssue | CardIssue }) {
  const { t } = useText()
  switch (issue.kind) {
    case 'issued':
      return null
    case 'refused':
      return <FaultNote refusal={issue.refusal} />
    case 'no-number':
    case 'no-blank':
      return (
        <Note kind="care" title={t(`desk.issued.${issue.kind}`)}>
          <p className="note-size">{t(`desk.issued.${issue.kind}.next`)}</p>
        </Note>
      )
    case 'not-saved':
      return <NotSavedNote cause={issue.cause} />
    default:
      return unreachable(issue)
  }
}

function Strip({ hims, issue, round }: Pick<Props, 'hims' | 'issue' | 'round'>) {
  const { t } = useText()
  const { person, registered } = issue
  const view = latest(useAnswer(`${person.id} ${round}`, () => hims.ask['person.open']({ id: person.id })))
  const time = secondText(new Date(person.registeredAt))
  const sent = view !== null && !view.waiting
  return (
    <div className="issued-strip">
      <StateShape kind="ok" size="huge" />
      <div className="grow">
        <h1>
          <PersonNameText name={person.name} />
        </h1>
        <p className="muted note-size tight">
          {registered ? t('desk.issued.registered', { time }) : t('desk.issued.known')}{' '}
          {t(sent ? 'desk.issued.sent' : 'desk.issued.kept')}
        </p>
      </div>
    </div>
  )
}

/** What a person was given: the papers as they are drawn, and how far each has come. */
export function IssuedScreen({ hims, issue, trails, now, round, onNext }: Props) {
  const { t } = useText()
  const { person, card, token } = issue
  const asked = jobsOf(issue)
  const jobs = withCopies(trails, asked)
  const open = jobs.some(isUncertain)
  useHotkeys({ F2: onNext, Escape: onNext, ...(open ? {} : { Enter: onNext }) })
  return (
    <div className="issued">
      <Strip hims={hims} issue={issue} round={round} />
      <div className={card === null ? 'issued-work no-card' : 'issued-work'}>
        {card === null ? null : (
          <section className="issued-column">
            <h2 className="heading">{t('desk.paper.card')}</h2>
            {card.kind === 'issued' ? (
              <CardFace
                person={person}
                language={person.language}
                shortCode={card.shortCode}
                code={card.code}
                issued={card.card.issued}
                expires={card.card.expires}
              />
            ) : null}
            {card.kind === 'issued' && card.missing !== null ? (
              <Note kind="care" title={t(`cards.missing.${card.missing}`)}>
                <p className="note-size">{t(`cards.missing.${card.missing}.next`)}</p>
              </Note>
            ) : null}
          </section>
        )}
        <section className="panel issued-jobs" aria-label={t('desk.issued.papers')}>
          <Scroll label={t('desk.issued.papers')}>
            {[token, card].map((each, at) =>
              each === null || each.kind === 'issued' ? null : (
                <section className="job" key={at === 0 ? 'token' : 'card'}>
                  <Missing issue={each} />
                </section>
              ),
            )}
            <JobList hims={hims} trails={jobs} now={now} isComing={jobs.length === 0 && asked.length > 0} />
            {jobs.length === 0 && asked.length === 0 ? (
              <section className="job muted">{t('desk.issued.no-paper')}</section>
            ) : null}
          </Scroll>
          <div className="issued-foot">
            <ActionButton kind={open ? 'plain' : 'go'} cap={open ? 'F2' : 'Enter'} onPress={onNext}>
              {t('desk.issued.next')}
            </ActionButton>
            {open ? <span className="muted meta tight">{t('desk.issued.waits')}</span> : null}
          </div>
          {token?.kind === 'issued' && !open ? (
            <TakeBack hims={hims} visitId={token.visit.id} label={token.label} />
          ) : null}
        </section>
        <section className="issued-column">
          {token?.kind === 'issued' ? (
            <>
              <h2 className="heading">{t('desk.paper.token-slip')}</h2>
              <SlipPicture hims={hims} trail={trails[token.job]} />
            </>
          ) : null}
        </section>
      </div>
    </div>
  )
}
