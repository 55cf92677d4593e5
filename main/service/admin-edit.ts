import { isDeepStrictEqual } from 'node:util'

import { NEW } from '../../contract/admin.ts'
import type { Edit, Saved, ShownRow } from '../../contract/admin.ts'
import { rowProblem } from '../../domain/hospital/directory-rule.ts'
import type { Beside } from '../../domain/hospital/directory-rule.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import type { Room } from '../../domain/hospital/room.ts'
import type { StaffRow } from '../../domain/hospital/staff-row.ts'
import { isWeakPin } from '../../domain/hospital/weak-pin.ts'
import { OperatorId } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import { directoryNow, rosterOn } from './admin-directory.ts'
import { hospitalHere, idOf, keptHere, rowHere, shownOf } from './admin-here.ts'
import { hashPin } from './admin-pin.ts'
import { administrator, saveSteps, stopped, waitingWhereClosed } from './admin-save.ts'
import type { Step } from './admin-save.ts'
import type { Bench } from './bench.ts'
import { levelOfHere } from './reorder-level.ts'

/** Saves one row of a form, unless it was changed meanwhile, cannot stand, or people wait in what it closes. */
export async function saveEdit(bench: Bench, said: Edit, sure: boolean): Promise<Saved> {
  if (administrator(bench) === null) return stopped('not-allowed')
  const edit = ofHere(bench, said.was === null ? withId(bench, said) : said)
  const was = rowHere(bench, edit.table, idOf(edit))
  if (was !== null && !keptHere(bench)(was)) return stopped('not-allowed')
  if (edit.was !== null && was === null) return stopped('unknown')
  if (was !== null && !isDeepStrictEqual(shownOf(was).row, edit.was)) {
    return { kind: 'changed-meanwhile', now: shownOf(was) }
  }
  const problem = rowProblem(edit, besideOf(bench, edit)) ?? pinProblem(edit)
  if (problem !== null) return stopped(problem)
  const change = await rowOf(bench, edit, was)
  const steps = [{ change, was }, ...signs(bench, change, was)]
  const count = sure ? 0 : waitingWhereClosed(bench, steps)
  return count > 0 ? { kind: 'people-wait', count } : saveSteps(bench, steps)
}

/** What stands in the directory beside an edit. */
export function besideOf(bench: Bench, edit: ShownRow): Beside {
  const { today, departments, staff, rooms } = directoryNow(bench)
  const rowsOf = <Row>(listed: readonly { readonly row: Row }[]): readonly Row[] => listed.map(({ row }) => row)
  return {
    today,
    departments: rowsOf(departments),
    staff: rowsOf(staff),
    rooms: rowsOf(rooms),
    rosters: edit.table === 'roster' ? rowsOf(rosterOn(bench, edit.row.day)) : [],
  }
}

function pinProblem(edit: Edit): 'pin-needed' | 'pin-weak' | null {
  if (edit.table !== 'operator') return null
  if (edit.pin === null) return edit.was === null ? 'pin-needed' : null
  return isWeakPin(edit.pin) ? 'pin-weak' : null
}

/** A code that says something and is nobody else's, on whichever terminal it is made. */
const codeOf = ({ random }: Bench, name: string): string => {
  const word = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 20)
  return `${word === '' ? 'row' : word}-${Buffer.from(random(4)).toString('hex')}`
}

/** A new row with its own id, in this hospital. */
function withId(bench: Bench, edit: Edit): Edit {
  const facility = hospitalHere(bench)
  if (idOf(edit) !== NEW) return edit
  switch (edit.table) {
    case 'department':
      return { ...edit, row: { ...edit.row, code: codeOf(bench, edit.row.name.en), facility } }
    case 'room':
      return { ...edit, row: { ...edit.row, code: codeOf(bench, `room ${edit.row.label}`), facility } }
    case 'operator':
      return { ...edit, row: { ...edit.row, id: OperatorId.parse(codeOf(bench, edit.row.name)), facility } }
    case 'roster':
      return { ...edit, row: { ...edit.row, id: `${edit.row.day}-${codeOf(bench, edit.row.operator)}`, facility } }
    case 'medicine': {
      const { name, strength, form } = edit.row
      return { ...edit, row: { ...edit.row, code: codeOf(bench, `${name} ${strength} ${form}`) } }
    }
    case 'facility':
    case 'reorder_level':
      return edit
    default:
      return unreachable(edit)
  }
}

/** Whoever changes the level of all hospitals makes one of their own hospital. */
function ofHere(bench: Bench, edit: Edit): Edit {
  if (edit.table !== 'reorder_level') return edit
  const row = levelOfHere(bench, edit.row)
  return row === edit.row ? edit : { ...edit, row, was: null }
}

/** The whole row: an operator's PIN and badge are not the page's to know. */
async function rowOf(bench: Bench, edit: Edit, was: DirectoryRow | null): Promise<DirectoryRow> {
  if (edit.table !== 'operator') {
    const { was: _was, ...change } = edit
    return change
  }
  const before = was?.table === 'operator' ? was.row : null
  const pin = edit.pin === null ? before?.pin : await hashPin(edit.pin, bench.random)
  if (pin === undefined) throw new Error('A new member of staff has no PIN')
  return { table: 'operator', row: wholeStaff(edit.row, pin, before?.badge) }
}

export const wholeStaff = (row: StaffRow, pin: Operator['pin'], badge: Operator['badge']): Operator => ({
  ...row,
  pin,
  ...(badge === undefined ? {} : { badge }),
})

/** A department's slips say what stands over its door: whoever renames a room renames it there too. */
function signs({ store }: Bench, change: DirectoryRow, was: DirectoryRow | null): readonly Step[] {
  if (change.table !== 'room' || was?.table !== 'room' || isSameSign(change.row, was.row)) return []
  const { department: code, label, floor, line } = change.row
  const department = code === null ? null : store.shared.department.get(code)
  if (department === null || department.room !== was.row.label) return []
  const renamed = { table: 'department', row: { ...department, room: label, floor, line } } as const
  return [{ change: renamed, was: { table: 'department', row: department } }]
}

const isSameSign = (one: Room, other: Room): boolean =>
  one.label === other.label && one.floor === other.floor && one.line === other.line
