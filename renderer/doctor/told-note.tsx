import { unreachable } from '../../domain/result.ts'
import { useText } from '../text/use-text.tsx'
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
  switch (told.kind) {
    case 'changed-meanwhile':
      return <Note kind="care" title={t('visit.changed')} />
    case 'not-saved':
      return <Note kind="stop" title={t('visit.not-saved')} />
    case 'given':
      if (!isOnline) return <Note kind="wait" title={t('visit.write.given.offline')} />
      return told.counter === null ? (
        <Note kind="ok" title={t('visit.write.given.any')} />
      ) : (
        <Note kind="ok" title={t('visit.write.given', { counter: told.counter })} />
      )
    default:
      return unreachable(told)
  }
}
