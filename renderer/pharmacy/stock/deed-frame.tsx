import type { ReactNode } from 'react'

import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Told } from './use-deed.ts'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** Null while something is missing. */
  readonly onSave: (() => void) | null
  readonly onBack: () => void
  readonly told: Told<unknown>
  /** What kept it from being saved. */
  readonly problem: string | null
}

/** One thing to do with stock: its form, what became of it, and the way back. */
export function DeedFrame({ title, children, onSave, onBack, told, problem }: Props) {
  const { t } = useText()
  const busy = told.kind === 'busy'
  const save = () => {
    if (!busy) onSave?.()
  }
  useHotkeys({ Escape: onBack, 'Ctrl+Enter': save })
  return (
    <section className="panel stock-deed" aria-label={title}>
      <h2 className="heading">{title}</h2>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll stock-form" tabIndex={0}>
        {children}
      </div>
      <div className="stock-told">
        {told.kind === 'fault' ? <FaultNote refusal={told.refusal} /> : null}
        {problem === null ? null : (
          <Note kind="stop" title={t('stock.refused')}>
            <p>{problem}</p>
          </Note>
        )}
      </div>
      <div className="pick-actions">
        <div className="grow">
          {onSave !== null && !busy ? (
            <ActionButton kind="go" cap="Ctrl Enter" size="tall" block onPress={save}>
              {t('stock.save')}
            </ActionButton>
          ) : (
            <ActionButton kind="later" cap="Ctrl Enter" size="tall" block under={busy ? null : t('stock.save.missing')}>
              {t(busy ? 'stock.saving' : 'stock.save')}
            </ActionButton>
          )}
        </div>
        <ActionButton cap="Esc" size="tall" onPress={onBack}>
          {t('stock.back')}
        </ActionButton>
      </div>
    </section>
  )
}
