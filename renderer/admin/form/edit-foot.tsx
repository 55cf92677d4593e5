import type { Edit } from '../../../contract/admin.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import type { AdminState } from '../admin-state.ts'
import { fieldOf } from './edit-problem.ts'
import { isInUse, turned } from './retire.ts'

interface Props {
  readonly edit: Edit
  readonly today: string
  readonly told: AdminState['told']
  readonly busy: boolean
  /** Every field of the form can be read. */
  readonly ready: boolean
  readonly onSave: (edit: Edit, sure: boolean) => void
  readonly onClose: () => void
}

/** What stopped the form as a whole; what stopped one field stands at the field. */
function StopNote({ told }: Pick<Props, 'told'>) {
  const { t } = useText()
  if (told?.kind === 'people-wait') {
    return (
      <Note kind="care" title={t('admin.people-wait', { count: told.count })}>
        <p className="meta">{t('admin.people-wait.next')}</p>
      </Note>
    )
  }
  if (told?.kind === 'not-saved') return <NotSavedNote cause={told.cause} />
  if (told?.kind === 'fault') return <FaultNote refusal={told.refusal} />
  if (told?.kind !== 'stopped' || fieldOf(told.reason) !== null) return null
  return <Note kind="stop" title={t(`admin.stop.${told.reason}`)} />
}

/** Saves the form, or puts its row out of use or back into it. */
export function EditFoot({ edit, today, told, busy, ready, onSave, onClose }: Props) {
  const { t } = useText()
  const inUse = isInUse(edit, today)
  const save = () => {
    if (!busy) onSave(edit, false)
  }
  return (
    <>
      <StopNote told={told} />
      <div className="admin-foot">
        {told?.kind === 'people-wait' ? (
          <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={() => onSave(turned(edit, today), true)}>
            {t('admin.close-anyway')}
          </ActionButton>
        ) : (
          <ActionButton
            kind={ready ? 'go' : 'later'}
            cap="Ctrl Enter"
            size="tall"
            {...(ready ? {} : { under: t('admin.save.unread') })}
            onPress={save}
          >
            {t(busy ? 'admin.saving' : 'admin.save')}
          </ActionButton>
        )}
        {inUse === null ? null : (
          <ActionButton cap="F9" size="tall" onPress={() => onSave(turned(edit, today), false)}>
            {t(`admin.${inUse ? 'retire' : 'reopen'}.${turnable(edit)}`)}
          </ActionButton>
        )}
        <ActionButton cap="Esc" size="tall" onPress={onClose}>
          {t('admin.close')}
        </ActionButton>
      </div>
    </>
  )
}

type Turnable = 'department' | 'operator' | 'room' | 'roster'
const turnables: readonly string[] = ['department', 'operator', 'room', 'roster'] satisfies readonly Turnable[]
const isTurnable = (table: string): table is Turnable => turnables.includes(table)
const turnable = ({ table }: Edit): Turnable => (isTurnable(table) ? table : 'department')
