import type { Directory, Edit } from '../../contract/admin.ts'
import type { Refusal } from '../../contract/channel.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import type { AdminBridge } from './admin-bridge.ts'
import type { AdminAction, AdminState } from './admin-state.ts'
import { EditPanel } from './form/edit-panel.tsx'
import { CrossedPanel } from './history/crossed-panel.tsx'
import { HistoryPanel } from './history/history-panel.tsx'
import { idOf, nameOf } from './row-text.ts'

interface Props {
  readonly hims: AdminBridge
  readonly state: AdminState
  readonly directory: Directory
  readonly now: Date
  readonly round: number
  readonly busy: boolean
  readonly dispatch: (action: AdminAction) => void
  readonly onSave: (edit: Edit, sure: boolean) => void
}

/** The form, the history, or the two versions of the row that is open. */
export function BesidePanel(props: Props) {
  const { hims, state, directory, now, round, dispatch, onSave } = props
  const { t } = useText()
  const { opened } = state
  const close = () => dispatch({ kind: 'open', opened: { kind: 'nothing' } })
  if (opened.kind === 'nothing') return <section className="panel admin-panel none">{t('admin.choose-row')}</section>
  if (opened.kind === 'edit') return <EditBeside {...props} edit={opened.edit} onClose={close} />
  if (opened.kind === 'history') {
    const { table, row, name } = opened
    return <HistoryPanel {...{ hims, directory, table, row, name, now, round }} onClose={close} />
  }
  return (
    <CrossedPanel
      directory={directory}
      edit={opened.edit}
      now={opened.now}
      onSave={(merged) => onSave(merged, true)}
      onClose={close}
    />
  )
}

interface EditProps extends Props {
  readonly edit: Edit
  readonly onClose: () => void
}

function EditBeside({ hims, state, directory, busy, edit, dispatch, onSave, onClose }: EditProps) {
  const spoken = useText()
  const missed = (refusal: Refusal) => dispatch({ kind: 'told', told: { kind: 'fault', refusal } })
  const badge = async (deed: 'print' | 'withdraw') => {
    if (edit.table !== 'operator') return
    const answer = await answered(hims.ask[`badge.${deed}`]({ operator: edit.row.id }))
    if (!answer.ok) return missed(answer.problem)
    return dispatch({ kind: 'told', told: { kind: 'badge', done: answer.value.kind === 'done' } })
  }
  const level = async () => {
    if (edit.table !== 'medicine') return
    const { code, name } = edit.row
    const answer = await answered(hims.ask['directory.formulary']({ text: name }))
    if (!answer.ok) return missed(answer.problem)
    const was = answer.value.lines.find(({ medicine }) => medicine.code === code)?.level ?? null
    return dispatch({
      kind: 'edit',
      edit: { table: 'reorder_level', row: was ?? { id: code, least: 0, wanted: 1 }, was },
    })
  }
  const past = () => {
    const name = nameOf(spoken, directory, edit)
    dispatch({ kind: 'open', opened: { kind: 'history', table: edit.table, row: idOf(edit), name } })
  }
  return (
    <EditPanel
      key={`${edit.table} ${idOf(edit)}`}
      hims={hims}
      edit={edit}
      directory={directory}
      told={state.told}
      busy={busy}
      onEdit={(next) => dispatch({ kind: 'edit', edit: next })}
      onSave={onSave}
      onHistory={past}
      onBadge={(deed) => void badge(deed)}
      onLevel={edit.table === 'medicine' && edit.was !== null ? () => void level() : null}
      onClose={onClose}
    />
  )
}
