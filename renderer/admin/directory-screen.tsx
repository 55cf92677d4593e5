import { useState } from 'react'

import type { Directory, Edit, Saved } from '../../contract/admin.ts'
import { answered } from '../ui/ask.ts'
import type { AdminBridge } from './admin-bridge.ts'
import type { AdminAction, AdminState, Section } from './admin-state.ts'
import { BesidePanel } from './beside-panel.tsx'
import { SectionList } from './list/section-list.tsx'
import { Nav } from './nav.tsx'
import { OverviewScreen } from './overview-screen.tsx'
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
    if (!answer.ok) return dispatch({ kind: 'told', told: { kind: 'fault', refusal: answer.problem } })
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
      {isWide ? null : (
        <BesidePanel {...{ hims, state, directory, now, round, dispatch }} busy={saving.busy} onSave={saving.save} />
      )}
    </div>
  )
}
