import { Edit } from '../../../contract/admin.ts'
import { unreachable } from '../../../domain/result.ts'
import type { StopReason } from '../admin-state.ts'

/** The fields of a form that cannot be read yet. */
export function unreadFields(edit: Edit): readonly string[] {
  const read = Edit.safeParse(edit)
  if (read.success) return []
  return read.error.issues.map(({ path }) => String(path[0] === 'row' ? (path[1] ?? 'row') : (path[0] ?? 'row')))
}

/** Whether nothing was typed into a field yet. */
export function isEmpty(edit: Edit, field: string): boolean {
  const value: unknown = Reflect.get(edit.row, field)
  return value === undefined || value === '' || Number.isNaN(value)
}

/** The field that a refusal speaks of; null for one of the whole deed. */
export function fieldOf(reason: StopReason): string | null {
  switch (reason) {
    case 'name-missing':
      return 'name'
    case 'prefix-taken':
      return 'prefix'
    case 'label-taken':
      return 'label'
    case 'no-role':
    case 'last-administrator':
      return 'roles'
    case 'pin-needed':
    case 'pin-weak':
      return 'pin'
    case 'doctor-twice':
      return 'operator'
    case 'room-twice':
      return 'room'
    case 'wanted-less':
      return 'wanted'
    case 'ends-before':
    case 'nothing-to-copy':
    case 'cannot-undo':
    case 'unknown':
    case 'not-allowed':
      return null
    default:
      return unreachable(reason)
  }
}
