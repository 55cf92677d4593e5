import type { Directory, Edit, ShownRow } from '../../contract/admin.ts'
import type { DirectoryTable } from '../../domain/hospital/directory-change.ts'
import { unreachable } from '../../domain/result.ts'
import { medicineText } from '../pharmacy/pick/dose-text.ts'
import type { Spoken } from '../text/use-text.tsx'
import { dayText } from '../ui/format.ts'

export const tableOf = ({ table }: ShownRow | Edit): DirectoryTable => table

/** What a person calls a row, in the page's language. */
export function nameOf(spoken: Spoken, directory: Directory, shown: ShownRow): string {
  const { t, language } = spoken
  const { table, row } = shown
  switch (table) {
    case 'facility':
    case 'department':
      return row.name[language]
    case 'room':
      return `${row.name[language]} ${row.label}`
    case 'operator':
      return row.names?.[language] ?? row.name
    case 'roster':
      return t('admin.roster.name', { name: staffName(spoken, directory, row.operator), day: dayText(t, row.day) })
    case 'medicine':
      return medicineText(row)
    case 'reorder_level':
      return t('admin.level')
    default:
      return unreachable(table)
  }
}

export const staffName = ({ language }: Spoken, directory: Directory, id: string): string => {
  const staff = directory.staff.find(({ row }) => row.id === id)?.row
  return staff?.names?.[language] ?? staff?.name ?? id
}

export const departmentName = ({ language }: Spoken, directory: Directory, code: string): string =>
  directory.departments.find(({ row }) => row.code === code)?.row.name[language] ?? code

export const roomName = ({ language }: Spoken, directory: Directory, code: string): string => {
  const room = directory.rooms.find(({ row }) => row.code === code)?.row
  return room === undefined ? code : `${room.name[language]} ${room.label}`
}

/** The code or id of a row. */
export function idOf({ row }: ShownRow | Edit): string {
  return 'id' in row ? row.id : row.code
}
