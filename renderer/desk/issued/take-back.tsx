import { useState } from 'react'

import type { VisitNoted } from '../../../contract/visit.ts'
import type { VisitId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { Note } from '../../ui/note.tsx'
import { UndoBar } from '../../ui/undo-bar.tsx'
import type { DeskBridge } from '../desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  readonly visitId: VisitId
  /** `M 148` */
  readonly label: string
}

type Stands = 'given' | 'taken-back' | 'asking' | 'too-late'

/** A token given by mistake is taken back where it was given, and given again the same way. */
export function TakeBack({ hims, visitId, label }: Props) {
  const { t } = useText()
  const [stands, setStands] = useState<Stands>('given')
  const note = async (ask: () => Promise<VisitNoted>, then: Stands) => {
    setStands('asking')
    const answer = await answered(ask())
    setStands(answer.ok && answer.value.kind === 'noted' ? then : 'too-late')
  }
  const cancel = () =>
    note(() => hims.ask['visit.cancel']({ visitId, reason: t('visit.cancel.mistake') }), 'taken-back')
  const restore = () => note(() => hims.ask['visit.restore']({ visitId }), 'given')
  if (stands === 'asking') return null
  if (stands === 'too-late') return <Note kind="care" title={t('staff.undo.late', { token: label })} />
  return stands === 'given' ? (
    <UndoBar cap="F8" done={t('staff.undo.given', { token: label })} onUndo={() => void cancel()} />
  ) : (
    <UndoBar cap="F8" done={t('staff.undo.taken', { token: label })} onUndo={() => void restore()} />
  )
}
