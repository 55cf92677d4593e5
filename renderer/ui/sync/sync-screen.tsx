import type { ReactNode } from 'react'

import type { TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../button.tsx'
import { FaultNote } from '../fault-note.tsx'
import { StateShape } from '../icon/state-shape.tsx'
import { Note } from '../note.tsx'
import { Scroll } from '../scroll.tsx'
import { latest, useAnswer } from '../use-answer.ts'
import { CopyNote } from './copy-note.tsx'
import { FenceNote } from './fence-note.tsx'
import { syncFacts } from './sync-fact.ts'
import { SyncRecords } from './sync-records.tsx'
import { useCopy } from './use-copy.ts'
import type { Copying } from './use-copy.ts'
import { useSyncWork } from './use-sync-work.ts'
import type { SyncAsk, SyncWork } from './use-sync-work.ts'

interface Props {
  readonly ask: SyncAsk
  readonly status: TerminalStatus
  readonly now: Date
  readonly round: number
  /** Leads to the matters with two versions; a role that decides none has no such page. */
  readonly onDecide?: () => void
  /** Papers of late, where a role shows them here. */
  readonly children?: ReactNode
}

/** What waits, since when, how old everything is, what there is to decide, and the way out on a stick. */
export function SyncScreen({ ask, status, now, round, onDecide, children }: Props) {
  const { t } = useText()
  const work = useSyncWork(ask, t)
  const copy = useCopy(ask)
  const key = `${status.waiting} ${status.refused} ${status.link.kind} ${round} ${work.round} ${copy.state.kind}`
  const waiting = useAnswer(key, () => ask['sync.waiting']({}))
  const overview = useAnswer(key, () => ask['sync.overview']({}))
  const known = latest(overview)
  return (
    <div className={children === undefined ? 'sync-screen' : 'sync-screen three'}>
      <section className="panel sync-panel" aria-label={t('sync.waits')}>
        <div className="sync-head">
          <h1>{t('sync.waits')}</h1>
          <p className="muted meta">{t(status.link.kind === 'online' ? 'sync.waits.online' : 'sync.waits.offline')}</p>
        </div>
        <Scroll label={t('sync.waits')}>
          {waiting.kind === 'refused' ? <FaultNote refusal={waiting.refusal} /> : null}
          {latest(waiting) === null ? null : (
            <SyncRecords records={latest(waiting) ?? []} count={status.waiting + status.refused} now={now} />
          )}
        </Scroll>
      </section>
      {children}
      <section className="panel sync-panel" aria-label={t('sync.facts')}>
        <div className="sync-head">
          <h2>{t('sync.facts')}</h2>
        </div>
        <Scroll label={t('sync.facts')}>
          <FenceNote ask={ask} link={status.link} />
          {overview.kind === 'refused' ? <FaultNote refusal={overview.refusal} /> : null}
          <ul className="sync-facts">
            {(known === null ? [] : syncFacts(t, { status, overview: known, now })).map((fact) => (
              <li key={fact.key}>
                <StateShape kind={fact.kind} />
                <span>
                  {fact.text}
                  {fact.note === undefined ? null : <span className="meta muted under">{fact.note}</span>}
                </span>
              </li>
            ))}
            {known === null || onDecide === undefined ? null : (
              <li>
                <StateShape kind={known.toDecide === 0 ? 'ok' : 'care'} />
                <span>{t('sync.decide', { count: known.toDecide })}</span>
                {known.toDecide === 0 ? null : <ActionButton onPress={onDecide}>{t('sync.decide.see')}</ActionButton>}
              </li>
            )}
          </ul>
        </Scroll>
        <Actions work={work} copy={copy} time={now} />
      </section>
    </div>
  )
}

interface ActionProps {
  readonly work: SyncWork
  readonly copy: Copying
  readonly time: Date
}

/** Pinned under the facts, so that its keys never move. */
function Actions({ work: { busy, told, now, compare, exported, receipt }, copy, time }: ActionProps) {
  const { t } = useText()
  const copied = copy.state.kind === 'copying' ? percentOf(copy.state) : null
  return (
    <div className="sync-actions">
      {told === null ? null : told.kind === 'refused' ? (
        <FaultNote refusal={told.refusal} />
      ) : (
        <Note kind={told.shape}>
          <p>{told.text}</p>
        </Note>
      )}
      <CopyNote copy={copy} now={time} />
      <ActionButton kind="go" cap="F7" block onPress={now}>
        {t('sync.now')}
      </ActionButton>
      <ActionButton cap="F8" block onPress={compare}>
        {t(busy ? 'sync.compare.busy' : 'sync.compare')}
      </ActionButton>
      <ActionButton cap="F6" block onPress={copy.begin}>
        {copied === null ? t('sync.copy') : t('sync.copy.busy', { percent: String(copied) })}
      </ActionButton>
      <ActionButton cap="F9" block under={t('sync.export.why')} onPress={exported}>
        {t('sync.export')}
      </ActionButton>
      <ActionButton kind="bare" onPress={receipt}>
        {t('sync.receipt')}
      </ActionButton>
    </div>
  )
}

const percentOf = ({ done, of }: { readonly done: number; readonly of: number }): number =>
  of === 0 ? 0 : Math.floor((100 * done) / of)
