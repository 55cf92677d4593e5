import { unreachable } from '../../domain/result.ts'
import { useText } from '../text/use-text.tsx'
import { ActionButton } from '../ui/button.tsx'
import { FaultNote } from '../ui/fault-note.tsx'
import { NotSavedNote } from '../ui/not-saved-note.tsx'
import { Note } from '../ui/note.tsx'
import type { Told } from './admin-state.ts'

interface Props {
  readonly told: Told | null
  readonly isOnline: boolean
  readonly onUndo: () => void
}

/** What came of the last deed, and the key that takes it back. */
export function ToldNote({ told, isOnline, onUndo }: Props) {
  const { t } = useText()
  if (told === null) return null
  switch (told.kind) {
    case 'saved':
      return (
        <Note kind={isOnline ? 'ok' : 'wait'} title={t('admin.saved', { count: told.rows })}>
          <p className="meta">{t(isOnline ? 'admin.saved.next' : 'admin.saved.offline')}</p>
          <ActionButton cap="F6" onPress={onUndo}>
            {t('admin.undo')}
          </ActionButton>
        </Note>
      )
    case 'undone':
      return <Note kind="ok" title={t('admin.undone')} />
    case 'left':
      return <Note kind="ok" title={t('admin.left')} />
    case 'badge':
      return <Note kind={told.done ? 'ok' : 'stop'} title={t(told.done ? 'admin.badge.done' : 'admin.badge.not')} />
    case 'stopped':
      return <Note kind="stop" title={t(`admin.stop.${told.reason}`)} />
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    case 'fault':
      return <FaultNote refusal={told.refusal} />
    case 'people-wait':
      return <Note kind="care" title={t('admin.people-wait', { count: told.count })} />
    default:
      return unreachable(told)
  }
}
