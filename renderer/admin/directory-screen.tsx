import { useState } from 'react'

import type { Directory, Edit, Saved } from '../../contract/admin.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { FaultNote } from '../ui/fault-note.tsx'
import type { AdminBridge } from './admin-bridge.ts'
import type { AdminAction, AdminState, Section } from './admin-state.ts'
import { CrossedPanel } from './history/crossed-panel.tsx'
import { EditPanel } from './form/edit-panel.tsx'
import { HistoryPanel } from './history/history-panel.tsx'
import { SectionList } from './list/section-list.tsx'
import { Nav } from './nav.tsx'
import { OverviewScreen } from './overview-screen.tsx'
import { idOf, nameOf } from './row-text.ts'
import { ToldNote } from './told-note.tsx'
import { toldOf } from './told-of.ts'

interface Props {
  readonly hims: AdminBridge
  readonly state: AdminState
  readonly section: Section
  readonly directory: Directory
  readonly now: Date
  readonly isOnline: boolean
  readonly round: number
  readonly dispatch: (action: AdminAction) => void
  readonly again: () => void
}

/** One save at a time; what came of it is told, or shown where two versions crossed. */
function useSaving({ hims, dispatch, again }: Pick<Props, 'hims' | 'dispatch' | 'again'>) {
  const [busy, setBusy] = useState(false)
  const run = async (question: () => Promise<Saved>, edit: Edit | null) => {
    if (busy) return
    setBusy(true)
    const answer = await answered(question())
    setBusy(false)
    if (!answer.ok) return dispatch({ kind: 'told', told: { kind: 'not-saved' } })
    again()
    const saved = answer.value
    if (saved.kind === 'changed-meanwhile' && edit !== null) {
      return dispatch({ kind: 'open', opened: { kind: 'crossed', edit, now: saved.now } })
    }
    return dispatch({ kind: 'told', told: toldOf(saved) })
  }
  return {
    busy,
    save: (edit: Edit, sure: boolean) => void run(() => hims.ask['directory.save']({ edit, sure }), edit),
    copy: (from: string, to: string) => void run(() => hims.ask['directory.copy-roster']({ from, to }), null),
    run: (question: () => Promise<Saved>) => void run(question, null),
  }
}

/** The directory at work: what there is, a list of it, and the one row that is looked at. */
export function DirectoryScreen(props: Props) {
  const { hims, state, section, directory, now, isOnline, round, dispatch, again } = props
  const saving = useSaving(props)
  const { told } = state
  const undo = async () => {
    if (told?.kind !== 'saved') return
    const answer = await answered(hims.ask['directory.undo']({ ids: [...told.ids] }))
    if (!answer.ok) return
    again()
    dispatch({ kind: 'told', told: answer.value.kind === 'saved' ? { kind: 'undone' } : toldOf(answer.value) })
  }
  const note =
    state.opened.kind === 'edit' ? null : <ToldNote told={told} isOnline={isOnline} onUndo={() => void undo()} />
  const isWide = section === 'overview'
  return (
    <div className={isWide ? 'admin wide' : 'admin'}>
      <Nav place={section} directory={directory} onGo={(place) => dispatch({ kind: 'go', place })} />
      {isWide ? (
        <div className="admin-stack">
          {note}
          <OverviewScreen
            hims={hims}
            directory={directory}
            now={now}
            round={round}
            onTold={(next) => {
              again()
              dispatch({ kind: 'told', told: next })
            }}
          />
        </div>
      ) : (
        <SectionList
          hims={hims}
          section={section}
          directory={directory}
          state={state}
          round={round}
          note={note}
          dispatch={dispatch}
          onCopy={saving.copy}
        />
      )}
      {isWide ? null : <Beside {...props} saving={saving} />}
    </div>
  )
}

interface BesideProps extends Props {
  readonly saving: ReturnType<typeof useSaving>
}

/** The form, the history, or the two versions of the row that is open. */
function Beside({ hims, state, directory, now, round, dispatch, saving }: BesideProps) {
  const spoken = useText()
  const { t } = spoken
  const [fault, setFault] = useState(false)
  const { opened, told } = state
  const close = () => dispatch({ kind: 'open', opened: { kind: 'nothing' } })
  if (opened.kind === 'nothing') return <section className="panel admin-panel none">{t('admin.choose-row')}</section>
  if (opened.kind === 'history') {
    const { table, row, name } = opened
    return <HistoryPanel {...{ hims, directory, table, row, name, now, round }} onClose={close} />
  }
  if (opened.kind === 'crossed') {
    const { edit, now: stands } = opened
    return (
      <CrossedPanel
        directory={directory}
        edit={edit}
        now={stands}
        onSave={(merged) => saving.save(merged, true)}
        onClose={close}
      />
    )
  }
  const { edit } = opened
  const badge = async (deed: 'print' | 'withdraw') => {
    if (edit.table !== 'operator') return
    const answer = await answered(hims.ask[`badge.${deed}`]({ operator: edit.row.id }))
    if (!answer.ok) return setFault(true)
    return dispatch({ kind: 'told', told: { kind: 'badge', done: answer.value.kind === 'done' } })
  }
  const level = async () => {
    if (edit.table !== 'medicine') return
    const { code, name } = edit.row
    const answer = await answered(hims.ask['directory.formulary']({ text: name }))
    if (!answer.ok) return setFault(true)
    const was = answer.value.lines.find(({ medicine }) => medicine.code === code)?.level ?? null
    const row = was ?? { id: code, least: 0, wanted: 1 }
    return dispatch({ kind: 'edit', edit: { table: 'reorder_level', row, was } })
  }
  return (
    <>
      {fault ? <FaultNote refusal="internal" /> : null}
      <EditPanel
        key={`${edit.table} ${idOf(edit)}`}
        hims={hims}
        edit={edit}
        directory={directory}
        told={told}
        busy={saving.busy}
        onEdit={(next) => dispatch({ kind: 'edit', edit: next })}
        onSave={saving.save}
        onHistory={() =>
          dispatch({
            kind: 'open',
            opened: { kind: 'history', table: edit.table, row: idOf(edit), name: nameOf(spoken, directory, edit) },
          })
        }
        onBadge={(deed) => void badge(deed)}
        onLevel={edit.table === 'medicine' && edit.was !== null ? () => void level() : null}
        onClose={close}
      />
    </>
  )
}
