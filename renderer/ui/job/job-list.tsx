import { useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../ask.ts'
import { FaultNote } from '../fault-note.tsx'
import type { StaffBridge } from '../bridge.ts'
import { StateShape } from '../icon/state-shape.tsx'
import { JobView } from './job-view.tsx'
import { needsPerson } from './job-trail.ts'
import type { JobTrail } from './job-trail.ts'

interface Props {
  readonly hims: StaffBridge
  readonly trails: readonly JobTrail[]
  readonly now: Date
  /** Papers were asked for, and none of them has been heard of yet. */
  readonly isComing?: boolean
}

/** Papers in order; the keys answer the first one that needs a person. */
export function JobList({ hims, trails, now, isComing = false }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { t } = useText()
  const first = trails.find(needsPerson)?.job.id
  const tell = async (question: Promise<unknown>) => {
    const answer = await answered(question)
    setRefusal(answer.ok ? null : answer.problem)
  }
  return (
    <>
      {refusal === null ? null : <FaultNote refusal={refusal} />}
      {isComing ? (
        <section className="job">
          <p className="row">
            <StateShape kind="wait" />
            <span>{t('desk.job.queued')}</span>
          </p>
        </section>
      ) : null}
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
    </>
  )
}
