import { useText } from '../text/use-text.tsx'
import { ActionButton } from '../ui/button.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { JobList } from '../ui/job/job-list.tsx'
import { isQuiet } from '../ui/job/job-step.ts'
import { needsPerson } from '../ui/job/job-trail.ts'
import type { JobTrail } from '../ui/job/job-trail.ts'
import { PersonNameText } from '../ui/person-name-text.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import type { PharmacyBridge } from './pharmacy-bridge.ts'
import type { Given } from './pharmacy-state.ts'

interface Props {
  readonly hims: PharmacyBridge
  readonly given: Given
  readonly trails: Readonly<Record<string, JobTrail>>
  readonly now: Date
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
        <div className="scroll papers-list">
          <JobList hims={hims} trails={own} now={now} isComing={own.length === 0 && given.papers.length > 0} />
        </div>
      </section>
    </div>
  )
}
