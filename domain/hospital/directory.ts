import { unreachable } from '../result.ts'
import type { ChangeRow } from '../wire/sync.ts'
import { DirectoryTable } from './directory-change.ts'
import type { Department } from './facility.ts'
import type { Operator } from './operator.ts'
import type { Roster } from './roster.ts'

/** A row of the hospital's directory. */
export type DirectoryRow = Extract<ChangeRow, { readonly table: DirectoryTable }>

export const isDirectoryRow = (change: ChangeRow): change is DirectoryRow =>
  DirectoryTable.safeParse(change.table).success

/** What belongs to no hospital yet is of the first of them; `null` for what all hospitals of a HIMS share. */
export function ownerOf(change: DirectoryRow, first: string): string | null {
  switch (change.table) {
    case 'facility':
      return change.row.code
    case 'department':
    case 'operator':
    case 'room':
    case 'roster':
      return change.row.facility ?? first
    case 'reorder_level':
      return change.row.facility ?? null
    case 'medicine':
      return null
    default:
      return unreachable(change)
  }
}

interface Placed {
  readonly facility?: string | undefined
}

/** Whether a hospital uses a row: its own, and those that nobody has claimed. */
export const isHere = ({ facility }: Placed, here: string | null): boolean =>
  facility === undefined || facility === here

/** Whether people are sent to a department on a day. */
export const isOpenOn = ({ closed }: Pick<Department, 'closed'>, day: string): boolean =>
  closed === undefined || day < closed

/** Whether people may still be seen in a department on a day: whoever came before it was closed is called all the same. */
export const isSeenOn = ({ closed }: Pick<Department, 'closed'>, day: string): boolean =>
  closed === undefined || day <= closed

/** The departments that people are sent to in a hospital on a day. */
export const offeredOn = (departments: readonly Department[], here: string | null, day: string): Department[] =>
  departments.filter((department) => isHere(department, here) && isOpenOn(department, day))

/** Whether somebody is a member of staff on a day. */
export const worksOn = ({ since, left }: Pick<Operator, 'since' | 'left'>, day: string): boolean =>
  (since === undefined || since <= day) && (left === undefined || day < left)

/** Whether a hospital gives a medicine. */
export const isGivenAt = ({ notAt }: { readonly notAt?: readonly string[] | undefined }, facility: string): boolean =>
  !(notAt ?? []).includes(facility)

export type RosterProblem = 'ends-before' | 'doctor-twice' | 'room-twice'

/** Why hours cannot stand beside the others of their day. */
export function rosterProblem(hours: Roster, others: readonly Roster[]): RosterProblem | null {
  if (hours.to <= hours.from) return 'ends-before'
  if (hours.status === 'cancelled') return null
  const crossing = others.filter(
    ({ id, day, status, from, to }) =>
      id !== hours.id && day === hours.day && status === 'planned' && from < hours.to && hours.from < to,
  )
  if (crossing.some(({ operator }) => operator === hours.operator)) return 'doctor-twice'
  return crossing.some(({ room }) => room === hours.room) ? 'room-twice' : null
}
