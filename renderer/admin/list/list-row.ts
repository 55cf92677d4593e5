import type { Directory, Edit, FormularyLine } from '../../../contract/admin.ts'
import { isOpenOn, worksOn } from '../../../domain/hospital/directory.ts'
import type { Roster } from '../../../domain/hospital/roster.ts'
import { medicineText } from '../../pharmacy/pick/dose-text.ts'
import type { Spoken } from '../../text/use-text.tsx'
import { departmentName, roomName, staffName } from '../row-text.ts'

/** One row of a list, and the edit that opens it. */
export interface ListRow {
  readonly id: string
  readonly title: string
  readonly detail: string
  /** What a search looks through. */
  readonly words: string
  readonly inUse: boolean
  readonly waiting: boolean
  readonly edit: Edit
}

const everything = (...parts: readonly (string | undefined)[]): string => parts.join(' ').toLowerCase()

export const departmentRows = ({ t, list, language }: Spoken, { departments, today }: Directory): readonly ListRow[] =>
  departments.map(({ row, waiting }) => ({
    id: row.code,
    title: `${row.prefix} · ${row.name[language]}`,
    detail: list([
      t('admin.room', { room: row.room }),
      t('admin.floor', { floor: row.floor }),
      t(`admin.line.${row.line}`),
    ]),
    words: everything(...Object.values(row.name), row.prefix, row.room),
    inUse: isOpenOn(row, today),
    waiting,
    edit: { table: 'department', row, was: row },
  }))

export const staffRows = (spoken: Spoken, directory: Directory): readonly ListRow[] =>
  directory.staff.map(({ row, waiting }) => ({
    id: row.id,
    title: row.names?.[spoken.language] ?? row.name,
    detail: spoken.list([
      ...row.roles.map((role) => spoken.t(`admin.role.${role}`)),
      row.department === undefined ? '' : departmentName(spoken, directory, row.department),
    ]),
    words: everything(
      row.name,
      ...Object.values(row.names ?? {}),
      row.department === undefined ? '' : departmentName(spoken, directory, row.department),
      row.department,
      ...row.roles.map((role) => spoken.t(`admin.role.${role}`)),
      ...row.roles,
    ),
    inUse: worksOn(row, directory.today),
    waiting,
    edit: { table: 'operator', row, was: row, pin: null },
  }))

export const roomRows = (spoken: Spoken, directory: Directory): readonly ListRow[] =>
  directory.rooms.map(({ row, waiting }) => ({
    id: row.code,
    title: `${row.name[spoken.language]} ${row.label}`,
    detail: spoken.list([
      spoken.t(`admin.kind.${row.kind}`),
      row.department === null ? spoken.t('admin.department.shared') : departmentName(spoken, directory, row.department),
      spoken.t('admin.floor', { floor: row.floor }),
    ]),
    words: everything(row.label, ...Object.values(row.name), row.department ?? ''),
    inUse: row.open,
    waiting,
    edit: { table: 'room', row, was: row },
  }))

interface Hours {
  readonly row: Roster
  readonly waiting: boolean
}

export const rosterRows = (spoken: Spoken, directory: Directory, hours: readonly Hours[]): readonly ListRow[] =>
  hours.map(({ row, waiting }) => {
    const name = staffName(spoken, directory, row.operator)
    const staff = directory.staff.find(({ row: { id } }) => id === row.operator)?.row
    const department = departmentName(spoken, directory, row.department)
    const room = roomName(spoken, directory, row.room)
    return {
      id: row.id,
      title: spoken.t('admin.roster.hours', { from: row.from, to: row.to, name }),
      detail: spoken.list([department, room, spoken.t('admin.roster.slot', { minutes: row.minutes })]),
      words: everything(staff?.name, ...Object.values(staff?.names ?? {}), department, row.department, room),
      inUse: row.status === 'planned',
      waiting,
      edit: { table: 'roster', row, was: row },
    }
  })

export const medicineRows = ({ t, list }: Spoken, lines: readonly FormularyLine[]): readonly ListRow[] =>
  lines.map(({ medicine, given, level, waiting }) => ({
    id: medicine.code,
    title: medicineText(medicine),
    detail: list([
      t(`pharmacy.form.${medicine.form}`),
      medicine.shelf === '' ? '' : t('admin.shelf', { shelf: medicine.shelf }),
      level === null ? t('admin.level.none') : t('admin.level.is', { least: level.least, wanted: level.wanted }),
    ]),
    words: '',
    inUse: given,
    waiting,
    edit: { table: 'medicine', row: medicine, was: medicine },
  }))

/** The rows that hold every word that was typed; those in use first. */
export function found(rows: readonly ListRow[], text: string): readonly ListRow[] {
  const asked = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows
    .filter(({ title, words }) => asked.every((word) => words === '' || everything(title, words).includes(word)))
    .toSorted((one, other) => Number(other.inUse) - Number(one.inUse))
}
