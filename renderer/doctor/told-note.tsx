import { useText } from '../text/use-text.tsx'
import { NotDoneNote } from '../ui/not-done-note.tsx'
import { Note } from '../ui/note.tsx'
import type { Told } from './doctor-state.ts'

interface Props {
  readonly told: Told | null
  readonly isOnline: boolean
}

/** What the last key did, when that has to be said. */
export function ToldNote({ told, isOnline }: Props) {
  const { t } = useText()
  if (told === null) return null
  if (told.kind !== 'given') return <NotDoneNote why={told} changed={t('visit.changed')} />
  if (!isOnline) return <Note kind="wait" title={t('visit.write.given.offline')} />
  return told.counter === null ? (
    <Note kind="ok" title={t('visit.write.given.any')} />
  ) : (
    <Note kind="ok" title={t('visit.write.given', { counter: told.counter })} />
  )
}
