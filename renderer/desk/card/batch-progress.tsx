import { useState } from 'react'

import { lots } from '../../../contract/batch.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { momentText } from '../../ui/format.ts'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Batch, Batches, BatchStep } from './use-batch.ts'

interface Props {
  readonly batch: Batch
  readonly now: Date
  readonly onStep: (step: BatchStep) => void
}

function Bar({ done, all, label }: { readonly done: number; readonly all: number; readonly label: string }) {
  return (
    <div className="batch-bar">
      <span>{label}</span>
      <div className="progress" aria-hidden="true">
        <i style={{ width: `${all === 0 ? 100 : Math.round((100 * done) / all)}%` }} />
      </div>
    </div>
  )
}

/** What holds a batch up, and whom it left out. */
function Notes({ batch }: { readonly batch: Batch }) {
  const { t } = useText()
  return (
    <>
      {batch.noBlanks ? (
        <Note kind="wait" title={t('cards.no-blank')}>
          <p className="meta">{t('cards.batch.no-blank.next')}</p>
        </Note>
      ) : null}
      {batch.diskFull ? <NotSavedNote cause="disk-full" /> : null}
      {batch.stuck > 0 ? (
        <Note kind="care" title={t('cards.batch.stuck')}>
          <p className="meta">{t('cards.batch.stuck.next')}</p>
        </Note>
      ) : null}
      {batch.skipped > 0 ? (
        <Note kind="plain" title={t('cards.batch.left-out', { count: batch.skipped })}>
          {batch.leftOut.map(({ name, why }, at) => (
            // Two people may bear one name.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={at} className="meta">
              {t(`cards.batch.why.${why}`, { name })}
            </p>
          ))}
        </Note>
      ) : null}
      {batch.twice.length > 0 ? (
        <Note kind="care" title={t('cards.batch.twice')}>
          <p className="meta">{t('cards.batch.twice.next', { names: batch.twice.join(' · ') })}</p>
        </Note>
      ) : null}
    </>
  )
}

/** Printing is a second step: a few at a time, so that a jam holds up the rest. */
function Print({ batch, onStep }: Omit<Props, 'now'>) {
  const { t } = useText()
  const [lot, setLot] = useState<(typeof lots)[number]>(5)
  const isUndone = batch.state === 'undone' || batch.state === 'undoing'
  const papers = batch.printed + batch.atPrinter + batch.stuck
  return (
    <>
      {papers === 0 && batch.lot === null ? null : (
        <Bar
          done={batch.printed}
          all={batch.ordered}
          label={t('cards.batch.printed', { done: batch.printed, all: batch.ordered })}
        />
      )}
      {batch.lot === null && batch.unprinted > 0 && !isUndone ? (
        <>
          <Segmented
            label={t('cards.batch.lot')}
            segments={lots.map((each, at) => ({ value: String(each), label: each, cap: String(at + 1) }))}
            value={String(lot)}
            onChange={(value) => setLot(lots.find((each) => String(each) === value) ?? 5)}
          />
          <ActionButton cap="F6" block onPress={() => onStep({ kind: 'print', lot })}>
            {t('cards.batch.print', { count: batch.unprinted })}
          </ActionButton>
        </>
      ) : null}
      {batch.lot === null ? null : (
        <ActionButton
          cap="F6"
          block
          under={t('cards.batch.stop-printing.under')}
          onPress={() => onStep({ kind: 'stop-printing' })}
        >
          {t('cards.batch.stop-printing')}
        </ActionButton>
      )}
    </>
  )
}

/** How far one batch is, what is to know about it, and what can be done with it now. */
export function BatchProgress({ batch, now, onStep }: Props) {
  const { t } = useText()
  const { state, people, waiting, ordered, supervisor, clerk } = batch
  const isUndone = state === 'undone' || state === 'undoing'
  const mayUndo = !isUndone && batch.lot === null && batch.unprinted === ordered && ordered + waiting > 0
  return (
    <div className="batch-progress">
      <h2>{t(`cards.batch.state.${state}`)}</h2>
      <p className="meta muted">
        {t('cards.batch.by-whom', { name: supervisor, when: momentText(t, new Date(batch.at), now) })}
        {clerk === null ? null : <> · {t('cards.batch.at-desk', { name: clerk })}</>}
      </p>
      {isUndone ? null : (
        <Bar done={people - waiting} all={people} label={t('cards.batch.made', { done: ordered, all: people })} />
      )}
      <Notes batch={batch} />
      {state === 'running' ? (
        <ActionButton cap="F8" block onPress={() => onStep({ kind: 'stop' })}>
          {t('cards.batch.stop')}
        </ActionButton>
      ) : null}
      {state === 'stopped' ? (
        <ActionButton cap="F8" block onPress={() => onStep({ kind: 'go-on' })}>
          {t('cards.batch.go-on')}
        </ActionButton>
      ) : null}
      <Print batch={batch} onStep={onStep} />
      {mayUndo ? (
        <ActionButton cap="F9" block under={t('cards.batch.undo.under')} onPress={() => onStep({ kind: 'undo' })}>
          {t('cards.batch.undo')}
        </ActionButton>
      ) : null}
    </div>
  )
}

interface OthersProps {
  readonly others: Batches['others']
  readonly now: Date
  readonly onShow: (id: string) => void
}

/** The batches of this desk beside the one that is shown. */
export function OtherBatches({ others, now, onShow }: OthersProps) {
  const { t } = useText()
  if (others.length === 0) return null
  return (
    <div className="batch-progress">
      <h3>{t('cards.batch.others')}</h3>
      {others.map(({ id, at, people, state }) => (
        <ActionButton key={id} block under={t(`cards.batch.state.${state}`)} onPress={() => onShow(id)}>
          {t('cards.batch.other', { when: momentText(t, new Date(at), now), count: people })}
        </ActionButton>
      ))}
    </div>
  )
}
