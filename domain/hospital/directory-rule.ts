import type { FourTexts } from '../language.ts'
import { unreachable } from '../result.ts'
import type { Medicine } from '../pharmacy/medicine.ts'
import type { ReorderLevel } from '../pharmacy/stock-paper.ts'
import { isOpenOn, isSeenOn, rosterProblem, worksOn } from './directory.ts'
import type { Department, Facility } from './facility.ts'
import type { Room } from './room.ts'
import type { Roster } from './roster.ts'
import type { StaffRow } from './staff-row.ts'

/** A row as an administrator's form says it. */
export type FormRow =
  | { readonly table: 'facility'; readonly row: Facility }
  | { readonly table: 'department'; readonly row: Department }
  | { readonly table: 'operator'; readonly row: StaffRow }
  | { readonly table: 'room'; readonly row: Room }
  | { readonly table: 'roster'; readonly row: Roster }
  | { readonly table: 'medicine'; readonly row: Medicine }
  | { readonly table: 'reorder_level'; readonly row: ReorderLevel }

/** Why a row cannot stand as it is said. */
export const rowProblems = [
  'name-missing',
  'prefix-taken',
  'label-taken',
  'no-role',
  'last-administrator',
  'ends-before',
  'doctor-twice',
  'room-twice',
  'wanted-less',
] as const
export type RowProblem = (typeof rowProblems)[number]

/** What stands in the directory beside it. */
export interface Beside {
  readonly today: string
  readonly departments: readonly Department[]
  readonly staff: readonly StaffRow[]
  readonly rooms: readonly Room[]
  /** Of the same day. */
  readonly rosters: readonly Roster[]
}

const isComplete = (name: FourTexts): boolean => Object.values(name).every((text) => text.trim() !== '')

/** The first thing that is wrong with a row, or null. */
export function rowProblem(form: FormRow, beside: Beside): RowProblem | null {
  switch (form.table) {
    case 'facility':
      return isComplete(form.row.name) ? null : 'name-missing'
    case 'department':
      return departmentProblem(form.row, beside)
    case 'operator':
      return staffProblem(form.row, beside)
    case 'room':
      return roomProblem(form.row, beside)
    case 'roster':
      return rosterProblem(form.row, beside.rosters)
    case 'medicine':
      return form.row.name.trim() === '' ? 'name-missing' : null
    case 'reorder_level':
      return form.row.wanted > form.row.least ? null : 'wanted-less'
    default:
      return unreachable(form)
  }
}

/** Two departments with one letter would call two people by one number, also on the day that one of them is closed. */
function departmentProblem(row: Department, { departments, today }: Beside): RowProblem | null {
  if (!isComplete(row.name)) return 'name-missing'
  if (!isOpenOn(row, today)) return null
  const others = departments.filter((each) => each.code !== row.code && isSeenOn(each, today))
  return others.some(({ prefix }) => prefix === row.prefix) ? 'prefix-taken' : null
}

function roomProblem(row: Room, { rooms }: Beside): RowProblem | null {
  if (!isComplete(row.name)) return 'name-missing'
  const isTwin = (each: Room): boolean =>
    each.code !== row.code && each.open && each.label === row.label && each.floor === row.floor
  return row.open && rooms.some(isTwin) ? 'label-taken' : null
}

function staffProblem(row: StaffRow, { staff, today }: Beside): RowProblem | null {
  if (row.name.trim() === '' || (row.names !== undefined && !isComplete(row.names))) return 'name-missing'
  if (row.roles.length === 0) return 'no-role'
  if (row.since !== undefined && row.left !== undefined && row.left < row.since) return 'ends-before'
  const stays = ({ roles, ...days }: StaffRow): boolean =>
    roles.includes('administrator') && worksOn(days, today) && days.left === undefined
  const others = staff.filter(({ id }) => id !== row.id)
  const wasOne = staff.some((each) => each.id === row.id && stays(each))
  return wasOne && !stays(row) && !others.some(stays) ? 'last-administrator' : null
}
