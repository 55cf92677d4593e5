import type { Edit } from '../../../contract/admin.ts'
import { isOpenOn, worksOn } from '../../../domain/hospital/directory.ts'
import { unreachable } from '../../../domain/result.ts'
import { without } from './form-part.ts'

/** Whether a row is in use; null for one that is always. */
export function isInUse(edit: Edit, today: string): boolean | null {
  if (edit.was === null) return null
  switch (edit.table) {
    case 'department':
      return isOpenOn(edit.was, today)
    case 'operator':
      return worksOn(edit.was, today)
    case 'room':
      return edit.was.open
    case 'roster':
      return edit.was.status === 'planned'
    case 'facility':
    case 'medicine':
    case 'reorder_level':
      return null
    default:
      return unreachable(edit)
  }
}

/** The same row put out of use, or back into it: nothing is ever deleted, since papers name it. */
export function turned(edit: Edit, today: string): Edit {
  const inUse = isInUse(edit, today) === true
  switch (edit.table) {
    case 'department':
      return { ...edit, row: inUse ? { ...edit.row, closed: today } : without(edit.row, 'closed') }
    case 'operator':
      return { ...edit, row: inUse ? { ...edit.row, left: today } : backToWork(edit.row, today) }
    case 'room':
      return { ...edit, row: { ...edit.row, open: !inUse } }
    case 'roster':
      return { ...edit, row: { ...edit.row, status: inUse ? 'cancelled' : 'planned' } }
    case 'facility':
    case 'medicine':
    case 'reorder_level':
      return edit
    default:
      return unreachable(edit)
  }
}

type Staff = Extract<Edit, { readonly table: 'operator' }>['row']

const backToWork = (row: Staff, today: string): Staff => {
  const here = without(row, 'left')
  return here.since !== undefined && here.since > today ? without(here, 'since') : here
}
