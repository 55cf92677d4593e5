import { useText } from '../text/use-text.tsx'
import { JobList } from '../ui/job/job-list.tsx'
import { needsPerson } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'
import { Scroll } from '../ui/scroll.tsx'
import type { PharmacyBridge } from './pharmacy-bridge.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly now: Date
}

/** The papers of late, those that need a person first. */
export function LatePapers({ hims, trails, now }: Props) {
  const { t } = useText()
  const papers = Object.values(trails).toReversed()
  return (
    <section className="panel sync-panel" aria-label={t('sync.papers')}>
      <div className="sync-head">
        <h2>{t('sync.papers')}</h2>
      </div>
      <Scroll label={t('sync.papers')} className="scroll grow papers-list">
        {papers.length === 0 ? <p className="sync-empty muted">{t('sync.papers.none')}</p> : null}
        <JobList
          hims={hims}
          trails={[...papers.filter(needsPerson), ...papers.filter((trail) => !needsPerson(trail))]}
          now={now}
        />
      </Scroll>
    </section>
  )
}
