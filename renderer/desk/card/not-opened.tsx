import type { ReactNode } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'

interface Props {
  /** Null for a card that is not known here. */
  readonly refusal: Refusal | null
  readonly children: ReactNode
  readonly onAgain: () => void
  readonly onBack: () => void
}

/** In the place of a wrong card that could not be opened: why, and what to do next. */
export function NotOpened({ refusal, children, onAgain, onBack }: Props) {
  const { t } = useText()
  const title = t('cards.wrong.open')
  return (
    <div className="sheet-screen wrong-card">
      <section className="panel sheet-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
        </div>
        {refusal === null ? (
          <Note kind="care" title={t('cards.wrong.not-here')}>
            <p className="meta">{t('cards.wrong.not-here.next')}</p>
          </Note>
        ) : (
          <FaultNote refusal={refusal} />
        )}
        {children}
        <div className="form-foot">
          <ActionButton kind="go" cap="Enter" size="tall" onPress={onAgain}>
            {t('cards.wrong.again')}
          </ActionButton>
          <ActionButton cap="Esc" size="tall" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
    </div>
  )
}
