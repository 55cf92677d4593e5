import { useEffect, useRef } from 'react'

import type { Directory, Edit } from '../../../contract/admin.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import type { AdminBridge } from '../admin-bridge.ts'
import type { AdminState } from '../admin-state.ts'
import { nameOf, tableOf } from '../row-text.ts'
import { DepartmentForm } from './department-form.tsx'
import { EditFoot } from './edit-foot.tsx'
import { fieldOf, isEmpty, unreadFields } from './edit-problem.ts'
import { FacilityForm } from './facility-form.tsx'
import { LevelForm, MedicineForm } from './medicine-form.tsx'
import { RoomForm } from './room-form.tsx'
import { RosterForm } from './roster-form.tsx'
import { StaffForm } from './staff-form.tsx'

interface Props {
  readonly hims: AdminBridge
  readonly edit: Edit
  readonly directory: Directory
  readonly told: AdminState['told']
  readonly busy: boolean
  readonly onEdit: (edit: Edit) => void
  readonly onSave: (edit: Edit, sure: boolean) => void
  readonly onHistory: () => void
  readonly onBadge: (deed: 'print' | 'withdraw') => void
  readonly onLevel: (() => void) | null
  readonly onClose: () => void
}

type FormProps = Pick<Props, 'hims' | 'directory' | 'onEdit'> & {
  readonly edit: Edit
  readonly problem: (field: string) => string | null
}

function Form({ edit, ...part }: FormProps) {
  switch (edit.table) {
    case 'department':
      return <DepartmentForm {...part} edit={edit} />
    case 'operator':
      return <StaffForm {...part} edit={edit} />
    case 'room':
      return <RoomForm {...part} edit={edit} />
    case 'roster':
      return <RosterForm {...part} edit={edit} />
    case 'medicine':
      return <MedicineForm {...part} edit={edit} />
    case 'reorder_level':
      return <LevelForm {...part} edit={edit} />
    case 'facility':
      return <FacilityForm {...part} edit={edit} />
    default:
      return unreachable(edit)
  }
}

/** One row in its form: saved with one key, put out of use with another, nothing lost on the way. */
export function EditPanel(props: Props) {
  const { hims, edit, directory, told, busy, onEdit, onSave, onHistory, onClose, onLevel } = props
  const spoken = useText()
  const { t } = spoken
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [])
  const unread = unreadFields(edit)
  const stop = told?.kind === 'stopped' ? told.reason : null
  const problem = (field: string): string | null => {
    if (stop !== null && fieldOf(stop) === field) return t(`admin.stop.${stop}`)
    // An empty box of a new form is no mistake yet.
    return unread.includes(field) && !isEmpty(edit, field) ? t('admin.problem.unread') : null
  }
  const title = edit.was === null ? t(`admin.new.${tableOf(edit)}`) : nameOf(spoken, directory, edit)
  return (
    <section className="panel admin-panel" aria-label={title}>
      <div className="admin-head">
        <h1>
          <bdi>{spoken.list([title])}</bdi>
        </h1>
        {edit.was === null ? null : (
          <ActionButton kind="bare" cap="F7" onPress={onHistory}>
            {t('admin.history')}
          </ActionButton>
        )}
      </div>
      <div className="admin-form scroll" ref={form}>
        <Form hims={hims} directory={directory} onEdit={onEdit} edit={edit} problem={problem} />
        {edit.table === 'operator' && edit.was !== null ? <BadgeRow {...props} staff={edit.row.id} /> : null}
        {onLevel === null ? null : (
          <ActionButton cap="F8" onPress={onLevel}>
            {t('admin.level')}
          </ActionButton>
        )}
      </div>
      <EditFoot
        edit={edit}
        today={directory.today}
        told={told}
        busy={busy}
        ready={unread.length === 0}
        onSave={onSave}
        onClose={onClose}
      />
    </section>
  )
}

function BadgeRow({ directory, staff, onBadge }: Pick<Props, 'directory' | 'onBadge'> & { readonly staff: string }) {
  const { t } = useText()
  const has = directory.staff.some(({ row, badge }) => row.id === staff && badge)
  return (
    <div className="row wrap">
      <span className="meta">{t(has ? 'admin.badge.has' : 'admin.badge.none')}</span>
      <ActionButton onPress={() => onBadge('print')}>{t('admin.badge.print')}</ActionButton>
      {has ? <ActionButton onPress={() => onBadge('withdraw')}>{t('admin.badge.withdraw')}</ActionButton> : null}
    </div>
  )
}
