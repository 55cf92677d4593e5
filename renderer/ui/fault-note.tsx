import type { Refusal } from '../../contract/channel.ts'
import { useText } from '../text/use-text.tsx'
import { Note } from './note.tsx'

interface Props {
  readonly refusal: Refusal
}

/** A question that was refused, beside where it was asked: what stays, and what to do. */
export function FaultNote({ refusal }: Props) {
  const { t } = useText()
  return (
    <Note kind="stop" title={t(`fault.refusal.${refusal}`)}>
      <p className="meta">{t(`fault.refusal.${refusal}.next`)}</p>
    </Note>
  )
}
