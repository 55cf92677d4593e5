import { useState } from 'react'

import { useText } from '../../text/use-text.tsx'
import { onlyDigits } from '../../../domain/latin-digits.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { amountOf } from './amount-of.ts'

interface Props {
  readonly start: number
  readonly most: number
  readonly label: string
  readonly onDone: (quantity: number) => void
  readonly onCancel: () => void
}

/** Part of what may be given, typed in the line itself. Nought holds the line back. */
export function Amount({ start, most, label, onDone, onCancel }: Props) {
  const { t } = useText()
  const [text, setText] = useState(String(start))
  const amount = amountOf(text, most)
  useHotkeys({
    Enter: () => {
      if (amount !== null) onDone(amount)
    },
    Escape: onCancel,
  })
  return (
    <span className="amount">
      <input
        className="num"
        inputMode="numeric"
        value={text}
        aria-label={label}
        aria-invalid={amount === null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens where its own line was asked to be typed in
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(onlyDigits(event.currentTarget.value).slice(0, 4))}
      />
      <span className="meta">{t('pharmacy.part.of', { most })}</span>
    </span>
  )
}
