import type { ReactNode } from 'react'

import type { Directory } from '../../../contract/admin.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import type { Spoken } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { dayText } from '../../ui/format.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import type { AdminAnswer, AdminBridge } from '../admin-bridge.ts'
import type { AdminAction, AdminState, Section } from '../admin-state.ts'
import { daysLater } from '../../ui/day-text.ts'
import { freshRow } from '../fresh-row.ts'
import { idOf } from '../row-text.ts'
import { departmentRows, found, medicineRows, roomRows, rosterRows, staffRows } from './list-row.ts'
import type { ListRow } from './list-row.ts'
import { RowList } from './row-list.tsx'

interface Props {
  readonly hims: AdminBridge
  readonly section: Section
  readonly directory: Directory
  readonly state: AdminState
  readonly round: number
  readonly note: ReactNode
  readonly dispatch: (action: AdminAction) => void
  readonly onCopy: (from: string, to: string) => void
}

/** The rows of one section, found by what is typed. */
export function SectionList({ hims, section, directory, state, round, note, dispatch, onCopy }: Props) {
  const spoken = useText()
  const { t } = spoken
  const day = state.day ?? directory.today
  const text = useDelayed(state.text.trim(), 60)
  const hours = useAnswer(section === 'roster' ? `${round} ${day}` : null, () => hims.ask['directory.roster']({ day }))
  const lines = useAnswer(section === 'medicine' ? `${round} ${text}` : null, () =>
    hims.ask['directory.formulary']({ text }),
  )
  const refused = [hours, lines].find(({ kind }) => kind === 'refused')
  const all = rowsOf(spoken, section, directory, { hours: latest(hours) ?? [], lines: latest(lines)?.lines ?? [] })
  const rows = section === 'medicine' ? all : found(all, state.text)
  const fresh = freshRow(section, directory, day)
  const open = (edit: ListRow['edit']) => dispatch({ kind: 'open', opened: { kind: 'edit', edit } })
  const { opened } = state
  return (
    <RowList
      key={section}
      title={t(`admin.section.${section}`)}
      rows={rows}
      text={state.text}
      current={opened.kind === 'edit' || opened.kind === 'crossed' ? idOf(opened.edit) : null}
      unused={t(`admin.unused.${section === 'overview' ? 'facility' : section}`)}
      head={section === 'roster' ? <DayBar day={day} dispatch={dispatch} onCopy={onCopy} /> : null}
      note={refused?.kind === 'refused' ? <FaultNote refusal={refused.refusal} /> : note}
      onType={(typed) => dispatch({ kind: 'type', text: typed })}
      onOpen={(row) => open(row.edit)}
      onNew={fresh === null ? null : () => open(fresh)}
    />
  )
}

interface Asked {
  readonly hours: AdminAnswer<'directory.roster'>
  readonly lines: AdminAnswer<'directory.formulary'>['lines']
}

function rowsOf(spoken: Spoken, section: Section, directory: Directory, { hours, lines }: Asked): readonly ListRow[] {
  switch (section) {
    case 'department':
      return departmentRows(spoken, directory)
    case 'operator':
      return staffRows(spoken, directory)
    case 'room':
      return roomRows(spoken, directory)
    case 'roster':
      return rosterRows(spoken, directory, hours)
    case 'medicine':
      return medicineRows(spoken, lines)
    case 'facility':
    case 'overview':
      return facilityRows(spoken, directory)
    default:
      return unreachable(section)
  }
}

function facilityRows({ t, language }: Spoken, { facility }: Directory): readonly ListRow[] {
  if (facility === null) return []
  const { row, waiting } = facility
  return [
    {
      id: row.code,
      title: row.name[language],
      detail: row.runBy === undefined ? t('admin.run-by.unsaid') : t(`admin.run-by.${row.runBy}`),
      words: Object.values(row.name).join(' ').toLowerCase(),
      inUse: true,
      waiting,
      edit: { table: 'facility', row, was: row },
    },
  ]
}

interface DayBarProps {
  readonly day: string
  readonly dispatch: (action: AdminAction) => void
  readonly onCopy: (from: string, to: string) => void
}

/** The day whose hours are shown, and the key that fills it from the day before. */
function DayBar({ day, dispatch, onCopy }: DayBarProps) {
  const { t } = useText()
  const go = (count: number) => () => dispatch({ kind: 'day', day: daysLater(day, count) })
  const copy = () => onCopy(daysLater(day, -1), day)
  return (
    <div className="row wrap">
      <b className="admin-day">{dayText(t, day)}</b>
      <ActionButton cap="Alt ←" onPress={go(-1)}>
        {t('admin.day.before')}
      </ActionButton>
      <ActionButton cap="Alt →" onPress={go(1)}>
        {t('admin.day.after')}
      </ActionButton>
      <ActionButton cap="F4" onPress={copy}>
        {t('admin.roster.copy')}
      </ActionButton>
    </div>
  )
}
