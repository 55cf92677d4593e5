import { useState } from 'react'

import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { daysLater, readDay, typedDay } from '../../ui/day-text.ts'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { BatchPeople, BatchWhom } from './batch-choose.tsx'
import type { By } from './batch-choose.tsx'
import { BatchProgress, OtherBatches } from './batch-progress.tsx'
import { ToldNote } from './told-note.tsx'
import { useBatch } from './use-batch.ts'
import type { BatchTold } from './use-batch.ts'

interface Props {
  readonly hims: DeskBridge
  readonly today: string
  readonly now: Date
  /** Grows whenever the records changed. */
  readonly round: number
  readonly onBack: () => void
}

/** How far ahead the list looks at first, in days. */
const AHEAD = 90

function Came({ told }: { readonly told: BatchTold }) {
  const { t } = useText()
  if (told.kind !== 'not-allowed') return <ToldNote told={told} />
  return (
    <Note kind="care" title={t('cards.batch.not-allowed')}>
      <p className="meta">{t('cards.batch.not-allowed.next')}</p>
    </Note>
  )
}

/** Permanent cards for many people at once: whom, how far it is, and printing as a second step. */
export function BatchScreen({ hims, today, now, round, onBack }: Props) {
  const { t } = useText()
  const [by, setBy] = useState<By>('ends-before')
  const [typed, setTyped] = useState(typedDay(daysLater(today, AHEAD)))
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set())
  const work = useBatch(hims, round)
  const day = readDay(typed)
  const asked = day === null ? null : `${by} ${day} ${round} ${work.own}`
  const answer = useAnswer(asked, day === null ? null : () => hims.ask['batch.people']({ by, day }))
  const due = latest(answer)
  const people = due?.people.map(({ person }) => person.id) ?? []
  const wanted = people.filter((id) => chosen.has(id))
  const isAll = people.length > 0 && wanted.length === people.length
  const batches = latest(work.answer)
  const order = () => work.order(wanted, () => setChosen(new Set()))
  const turnBy = (next: By) => {
    setBy(next)
    setTyped(typedDay(next === 'registered-on' ? today : daysLater(today, AHEAD)))
  }
  useHotkeys({ Escape: onBack })
  const title = t('cards.batch.open')
  return (
    <div className="sheet-screen two-sheets batch">
      <section className="panel sheet-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
          <p className="muted">{t('cards.batch.about')}</p>
        </div>
        <BatchWhom by={by} typed={typed} onBy={turnBy} onType={setTyped} />
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        <Scroll label={t('cards.batch.by')}>
          {due === null && answer.kind === 'asking' ? (
            <p className="sheet-empty muted">{t('cards.batch.loading')}</p>
          ) : null}
          {due === null ? null : <BatchPeople due={due} chosen={chosen} onChoose={setChosen} />}
        </Scroll>
        {due === null ? null : (
          <p className="batch-left">
            {t('cards.batch.left', { count: due.left })}
            {wanted.length > due.left ? <> · {t('cards.batch.short')}</> : null}
          </p>
        )}
        {work.told === null ? null : <Came told={work.told} />}
        <div className="form-foot">
          <ActionButton kind={wanted.length === 0 ? 'later' : 'go'} cap="Ctrl Enter" size="tall" onPress={order}>
            {t('cards.batch.order', { count: wanted.length })}
          </ActionButton>
          {people.length === 0 ? null : (
            <ActionButton cap="F7" size="tall" onPress={() => setChosen(new Set(isAll ? [] : people))}>
              {t(isAll ? 'cards.batch.nobody' : 'cards.batch.all')}
            </ActionButton>
          )}
          <ActionButton cap="Esc" size="tall" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
      <aside className="panel sheet-panel" aria-label={t('cards.batch.progress')}>
        <Scroll label={t('cards.batch.progress')}>
          {work.answer.kind === 'refused' ? <FaultNote refusal={work.answer.refusal} /> : null}
          {batches !== null && batches.batch === null ? (
            <p className="sheet-empty muted">{t('cards.batch.none-yet')}</p>
          ) : null}
          {batches === null || batches.batch === null ? null : (
            <BatchProgress
              batch={batches.batch}
              now={now}
              onStep={(step) => work.step(batches.batch?.id ?? '', step)}
            />
          )}
          {batches === null ? null : <OtherBatches others={batches.others} now={now} onShow={work.show} />}
        </Scroll>
      </aside>
    </div>
  )
}
