import { useState } from 'react'

import type { ReviewView } from '../../../contract/merge.ts'
import type { TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { stepped } from '../find/selection.ts'
import { DecideList } from './decide-list.tsx'
import { DuplicateReview } from './duplicate-review.tsx'
import { FieldReview } from './field-review.tsx'
import { MergeToldNote } from './merge-told.tsx'
import { useMergeWork } from './use-merge-work.ts'
import type { MergeWork } from './use-merge-work.ts'

interface Props {
  readonly hims: DeskBridge
  readonly status: TerminalStatus
  readonly now: Date
  readonly round: number
  readonly onBack: () => void
}

export interface ReviewProps {
  readonly work: MergeWork
  readonly supervisor: boolean
  readonly decide: (choice: 'stands' | 'proposed' | 'same' | 'different', kept?: string) => void
}

interface ChosenProps extends ReviewProps {
  readonly review: ReviewView
}

function Chosen({ review, ...props }: ChosenProps) {
  return review.kind === 'field' ? (
    <FieldReview key={review.id} review={review} {...props} />
  ) : (
    <DuplicateReview key={review.id} review={review} {...props} />
  )
}

/** What nobody has decided yet: every matter with both its versions, decided by one key. */
export function DecideScreen({ hims, status, now, round, onBack }: Props) {
  const { t } = useText()
  const [own, setOwn] = useState(0)
  const [at, setAt] = useState(0)
  const answer = useAnswer(`${round} ${own} ${status.session.kind}`, () => hims.ask['review.list']({}))
  const work = useMergeWork()
  const listed = latest(answer)
  const reviews = listed?.reviews ?? []
  const chosen = reviews[Math.min(at, reviews.length - 1)] ?? null
  const choose = (row: number) => {
    setAt(row)
    work.quiet()
  }
  useHotkeys({
    Escape: onBack,
    ArrowDown: () => choose(stepped(at, 1, reviews.length)),
    ArrowUp: () => choose(stepped(at, -1, reviews.length)),
  })
  const decide: ReviewProps['decide'] = (choice, kept) => {
    if (chosen === null) return
    const keep = chosen.kind === 'duplicate' && kept === chosen.other.person.id ? chosen.other : null
    const asked = { reviewId: chosen.id, choice, kept: keep?.person.id ?? null }
    work.once(
      () => hims.ask['review.decide'](asked),
      () => setOwn((before) => before + 1),
    )
  }
  return (
    <div className="decide-screen">
      <section className="panel decide-list" aria-label={t('merge.decide.title')}>
        <div className="sheet-head">
          <h1>{t('merge.decide.title')}</h1>
          {listed === null ? null : <p className="muted meta">{t('merge.decide.count', { count: listed.open })}</p>}
        </div>
        {status.link.kind === 'online' ? null : (
          <Note kind="wait">
            <p className="meta">{t('merge.decide.offline')}</p>
          </Note>
        )}
        {reviews.length === 0 ? null : (
          <DecideList
            label={t('merge.decide.title')}
            reviews={reviews}
            chosen={chosen?.id ?? null}
            now={now}
            onChoose={choose}
          />
        )}
        <div className="list-foot">
          <ActionButton cap="Esc" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
      <section className="panel merge-panel" aria-label={t('merge.decide.matter')}>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {listed === null && answer.kind !== 'refused' ? (
          <p className="sheet-empty muted">{t('merge.decide.loading')}</p>
        ) : null}
        {listed !== null && chosen === null ? (
          <Scroll label={t('merge.decide.matter')}>
            <p className="sheet-empty muted">{t(listed.open === 0 ? 'merge.decide.none' : 'merge.decide.elsewhere')}</p>
          </Scroll>
        ) : null}
        {listed === null || chosen === null ? null : (
          <Chosen review={chosen} work={work} supervisor={listed.supervisor} decide={decide} />
        )}
        {chosen === null ? <MergeToldNote told={work.told} /> : null}
      </section>
    </div>
  )
}
