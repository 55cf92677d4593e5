import type { TerminalStatus } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { momentText } from '../ui/format.ts'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { JobList } from '../ui/job/job-list.tsx'
import { needsPerson } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'
import type { PharmacyBridge } from './pharmacy-bridge.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly status: TerminalStatus
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly now: Date
}

/** What HIMS has not taken yet or sent back, and the papers of late, those that need a person first. */
export function WaitingScreen({ hims, status, trails, now }: Props) {
  const { t } = useText()
  const answer = useAnswer(`${status.waiting} ${status.refused}`, () => hims.ask['sync.waiting']({}))
  const records = latest(answer) ?? []
  const papers = Object.values(trails).toReversed()
  return (
    <div className="two-panels">
      <section className="panel" aria-labelledby="records-title">
        <h1 id="records-title">{t('pharmacy.waiting.records')}</h1>
        <div className="scroll">
          {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
          {records.length === 0 ? (
            <p className="row">
              <StateShape kind="ok" size="large" />
              <span>{t('pharmacy.waiting.none')}</span>
            </p>
          ) : (
            <ul className="record-list">
              {records.map(({ n, title, at, state }) => (
                <li key={n}>
                  <StateShape kind={state.kind === 'waiting' ? 'wait' : 'care'} />
                  <span className="grow">
                    <bdi>{title}</bdi>
                    <span className="meta under">
                      {state.kind === 'waiting' ? t('pharmacy.waiting.kept') : t('pharmacy.waiting.returned')}
                      {state.kind === 'refused' ? ` ${state.reason}` : ''}
                    </span>
                  </span>
                  <span className="meta muted">{momentText(t, new Date(at), now)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </section>
      <section className="panel" aria-labelledby="late-papers-title">
        <h2 id="late-papers-title">{t('pharmacy.waiting.papers')}</h2>
        <div className="scroll papers-list">
          {papers.length === 0 ? <p className="muted">{t('pharmacy.waiting.no-papers')}</p> : null}
          <JobList
            hims={hims}
            trails={[...papers.filter(needsPerson), ...papers.filter((trail) => !needsPerson(trail))]}
            now={now}
          />
        </div>
      </section>
    </div>
  )
}
