import { useState } from 'react'

import type { Refusal } from '../../contract/channel.ts'
import { useText } from '../text/use-text.tsx'
import { isQuiet } from '../desk/issued/job-step.ts'
import { needsPerson } from '../desk/issued/job-trail.ts'
import type { JobTrail } from '../desk/issued/job-trail.ts'
import { JobView } from '../desk/issued/job-view.tsx'
import { answered } from '../ui/ask.ts'
import { ActionButton } from '../ui/button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { PersonNameText } from '../ui/person-name-text.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import type { PharmacyBridge } from './pharmacy-bridge.ts'
import type { Given } from './pharmacy-state.ts'

interface PapersProps {
  readonly hims: PharmacyBridge
  readonly trails: readonly JobTrail[]
  readonly now: Date
}

/** Papers in order; the keys answer the first one that needs a person. */
export function Papers({ hims, trails, now }: PapersProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const first = trails.find(needsPerson)?.job.id
  const tell = async (question: Promise<unknown>) => {
    const answer = await answered(question)
    setRefusal(answer.ok ? null : answer.problem)
  }
  return (
    <div className="papers-list">
      {refusal === null ? null : <FaultNote refusal={refusal} />}
      {trails.map((trail) => {
        const { id } = trail.job
        return (
          <JobView
            key={id}
            trail={trail}
            now={now}
            first={id === first}
            onSettle={(came) => void tell(hims.ask['print.settle']({ job: id, came }))}
            onRetry={() => void tell(hims.ask['print.retry']({ job: id }))}
          />
        )
      })}
    </div>
  )
}

interface Props extends Omit<PapersProps, 'trails'> {
  readonly given: Given
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly onNext: () => void
}

/** What was handed over, and how each of its papers fares. The next person need not wait for the printer. */
export function GivenScreen({ hims, given, trails, now, onNext }: Props) {
  const { t } = useText()
  const own = given.papers.flatMap((id) => trails[id] ?? [])
  const asks = own.some(needsPerson)
  useHotkeys({ Escape: onNext, ...(asks ? {} : { Enter: onNext }) })
  const out = own.filter(isQuiet).length
  return (
    <div className="given">
      <section className="panel given-head">
        <StateShape kind="ok" size="huge" />
        <div className="grow">
          <h1>{t('pharmacy.given', { count: given.count })}</h1>
          <PersonNameText name={given.name} />
          <p className="muted">{t(given.owed ? 'pharmacy.given.saved-owed' : 'pharmacy.given.saved')}</p>
        </div>
        <ActionButton kind="go" cap={asks ? 'Esc' : 'Enter'} size="tall" onPress={onNext}>
          {t('pharmacy.given.next')}
        </ActionButton>
      </section>
      <section className="panel given-papers" aria-labelledby="papers-title">
        <h2 id="papers-title" className="heading">
          {t('pharmacy.given.papers', { out, all: given.papers.length })}
        </h2>
        <div className="scroll">
          <Papers hims={hims} trails={own} now={now} />
        </div>
      </section>
    </div>
  )
}
