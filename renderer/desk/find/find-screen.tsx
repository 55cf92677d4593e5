import { useState } from 'react'

import type { TerminalStatus } from '../../../contract/shell.ts'
import type { PersonId } from '../../../domain/id.ts'
import { directionOf } from '../../../domain/language.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { ScanPicture } from '../../ui/scan-picture.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import { namesOf } from '../department-name.ts'
import type { DepartmentChoice, DeskBridge } from '../desk-bridge.ts'
import type { DeskAction, DeskState } from '../desk-state.ts'
import type { Wanted } from '../issue.ts'
import { PersonSide } from '../person/person-side.tsx'
import { CameraPanel } from '../scan/camera-panel.tsx'
import { ScanNote } from '../scan/scan-note.tsx'
import { ElsewhereList, awayId } from './elsewhere-list.tsx'
import { isHousehold } from './household.ts'
import { ListPanel } from './list-panel.tsx'
import { rowId } from './result-list.tsx'
import { SearchBox } from './search-box.tsx'
import { stepped } from './selection.ts'
import { UnderstoodChips } from './understood-chips.tsx'
import { useElsewhere } from './use-elsewhere.ts'
import { useSearch } from './use-search.ts'

interface Props {
  readonly hims: DeskBridge
  readonly status: TerminalStatus
  readonly state: DeskState
  readonly dispatch: (action: DeskAction) => void
  readonly departments: readonly DepartmentChoice[]
  readonly today: string
  /** Grows whenever the records changed. */
  readonly round: number
  readonly busy: boolean
  readonly onIssue: (wanted: Wanted) => void
  readonly onCards: (person: Person) => void
  readonly onScanText: (text: string, source: 'camera' | 'wedge') => void
}

const KEYS = 9

function ScanHint({ onCamera }: { readonly onCamera: () => void }) {
  const { t } = useText()
  return (
    <div className="scan-hint">
      <ScanPicture />
      <span className="grow">{t('desk.scan.any-time')}</span>
      <ActionButton kind="bare" cap="F9" onPress={onCamera}>
        {t('desk.camera.short')}
      </ActionButton>
    </div>
  )
}

/** What a scan said, and whose other record is looked for. */
function PanelNote({ state, onNoTwin }: { readonly state: DeskState; readonly onNoTwin: () => void }) {
  const { t } = useText()
  return (
    <>
      {state.twinOf === null ? null : (
        <Note kind="care" title={t('merge.twin.looking', { name: state.twinOf.name.latin })}>
          <p className="meta">{t('merge.twin.next')}</p>
          <ActionButton kind="bare" onPress={onNoTwin}>
            {t('merge.twin.stop')}
          </ActionButton>
        </Note>
      )}
      {state.scanned === null ? null : <ScanNote answer={state.scanned} />}
    </>
  )
}

/** The desk's first page: one box to type in, the people found, and the one chosen with what comes next. */
export function FindScreen(props: Props) {
  const { hims, status, state, dispatch, departments, today, round, busy, onIssue, onCards, onScanText } = props
  const { t, language } = useText()
  const search = useSearch(hims, state.query, round)
  const elsewhere = useElsewhere(hims, search, status.link.kind === 'online')
  const away = elsewhere.answer?.kind === 'found' ? elsewhere.answer.people.map(({ person }) => person) : []
  const rows = search.hits.length + away.length
  const [chosen, setChosen] = useState({ query: '', at: 0 })
  const at = chosen.query === state.query ? Math.min(chosen.at, Math.max(0, rows - 1)) : 0
  const choose = (row: number) => setChosen({ query: state.query, at: row })
  const hit = search.hits[at]
  const guest = search.hits.length > 0 || !search.settled || at > 0 ? away[at - search.hits.length] : away[0]
  const open = state.opened ?? hit?.person.id ?? null
  const home = isHousehold(search)
  const take = async (id: PersonId) => {
    const came = await answered(hims.ask['person.fetch']({ id }))
    if (came.ok && came.value.kind === 'here') dispatch({ kind: 'open', id })
  }
  const side = (by: 1 | -1) => (home ? () => choose(stepped(at, by, rows)) : undefined)
  const onNew = () => dispatch({ kind: 'new-person', language })
  const camera = () => dispatch({ kind: 'camera', on: !state.camera })
  // Alt and a digit goes to a tab, from here too.
  const digits: Hotkeys = Object.fromEntries(
    search.hits.slice(0, KEYS).map((_, row) => [`Ctrl+${row + 1}`, () => choose(row)]),
  )
  const departmentName = namesOf(departments, language)
  useHotkeys({
    ...digits,
    ArrowDown: () => choose(stepped(at, 1, rows)),
    ArrowUp: () => choose(stepped(at, -1, rows)),
    ArrowRight: side(directionOf(language) === 'rtl' ? -1 : 1),
    ArrowLeft: side(directionOf(language) === 'rtl' ? 1 : -1),
    Enter: guest === undefined || state.opened !== null ? undefined : () => void take(guest.id),
    Escape: () => dispatch({ kind: state.twinOf === null || state.query !== '' ? 'next-person' : 'no-twin' }),
    F3: onNew,
    F9: camera,
    'Shift+F2': elsewhere.press ?? undefined,
  })
  return (
    <div className="find">
      <h1 className="spoken-only">{t('desk.find.label')}</h1>
      <div className="find-line">
        <SearchBox
          query={state.query}
          onType={(query) => dispatch({ kind: 'typed', query })}
          activeRow={hit === undefined ? (guest === undefined ? null : awayId(guest)) : rowId(hit)}
          end={search.understood === null ? null : <UnderstoodChips understood={search.understood} />}
        />
        <ScanHint onCamera={camera} />
      </div>
      <div className="work">
        <ListPanel
          search={search}
          status={status}
          today={today}
          selected={at}
          departmentName={departmentName}
          hasDraft={state.draft !== null && state.pending === null}
          fromCode={state.pending !== null}
          household={home}
          elsewhere={
            <ElsewhereList
              elsewhere={elsewhere}
              today={today}
              selected={state.opened === null ? (guest?.id ?? null) : null}
              onChoose={(row) => choose(search.hits.length + row)}
              onTake={(id) => void take(id)}
            />
          }
          onChoose={choose}
          onNew={onNew}
          onUnknown={() => dispatch({ kind: 'go', place: 'unknown' })}
        />
        {state.camera ? (
          <CameraPanel
            onText={(text) => onScanText(text, 'camera')}
            onClose={() => dispatch({ kind: 'camera', on: false })}
          />
        ) : (
          <PersonSide
            hims={hims}
            open={open}
            scanned={state.scanned?.person ?? null}
            round={round}
            today={today}
            departments={departments}
            departmentName={departmentName}
            busy={busy}
            held={state.opened === null && !search.settled}
            note={
              state.twinOf === null && state.scanned === null ? null : (
                <PanelNote state={state} onNoTwin={() => dispatch({ kind: 'no-twin' })} />
              )
            }
            onIssue={onIssue}
            onCards={onCards}
            onSchemes={(person) => dispatch({ kind: 'schemes', person })}
            onCorrect={(person) => dispatch({ kind: 'correct', person, today })}
            twinOf={state.twinOf}
            onTwin={(person) => dispatch({ kind: 'twin', person })}
            onSeparate={(pair) => dispatch({ kind: 'compare', pair })}
            onBaby={(mother) => dispatch({ kind: 'baby', mother })}
          />
        )}
      </div>
    </div>
  )
}
