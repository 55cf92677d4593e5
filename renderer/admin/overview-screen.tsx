import type { Directory } from '../../contract/admin.ts'
import type { MutationId } from '../../domain/id.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import { Note } from '../ui/note.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { latest, useAnswer } from '../ui/use-answer.ts'
import type { AdminBridge } from './admin-bridge.ts'
import type { Told } from './admin-state.ts'
import { ChangeLines } from './history/change-lines.tsx'
import { RefusedCard } from './history/refused-card.tsx'
import { toldOf } from './told-of.ts'

interface Props {
  readonly hims: AdminBridge
  readonly directory: Directory
  readonly now: Date
  readonly round: number
  readonly onTold: (told: Told) => void
}

/** What waits for a decision, and what was done lately. */
export function OverviewScreen({ hims, directory, now, round, onTold }: Props) {
  const { t } = useText()
  const lately = useAnswer(String(round), () => hims.ask['directory.history']({ of: null }))
  const waiting = useAnswer(String(round), () => hims.ask['directory.refused']({}))
  const refused = latest(waiting) ?? []
  const changes = latest(lately)
  const decide = (id: MutationId, take: 'mine' | 'theirs') => async () => {
    const answer = await answered(hims.ask['directory.decide']({ id, take }))
    if (answer.ok) onTold(answer.value.kind === 'left' ? { kind: 'left' } : toldOf(answer.value))
  }
  return (
    <section className="panel admin-list" aria-label={t('admin.section.overview')}>
      <div className="admin-head">
        <h1>{t('admin.section.overview')}</h1>
      </div>
      <Scroll label={t('admin.section.overview')}>
        {lately.kind === 'refused' ? <FaultNote refusal={lately.refusal} /> : null}
        {refused.length === 0 ? null : (
          <Note kind="care" title={t('admin.refused', { count: refused.length })}>
            <p className="meta">{t('admin.crossed.next')}</p>
          </Note>
        )}
        {refused.map((each, at) => (
          <RefusedCard
            key={each.id}
            directory={directory}
            refused={each}
            now={now}
            keyed={at === 0}
            onDecide={(take) => void decide(each.id, take)()}
          />
        ))}
        <h2>{t('admin.lately')}</h2>
        {changes?.length === 0 ? <p className="muted admin-none">{t('admin.history.none')}</p> : null}
        {changes === null ? null : <ChangeLines changes={changes} directory={directory} now={now} named />}
      </Scroll>
    </section>
  )
}
