import type { Saved } from '../../contract/admin.ts'
import { unreachable } from '../../domain/result.ts'
import type { Told } from './admin-state.ts'

/** What an answer is told as, where no form is open. */
export function toldOf(saved: Saved): Told {
  switch (saved.kind) {
    case 'saved':
      return { kind: 'saved', rows: saved.rows, ids: saved.ids }
    case 'stopped':
      return { kind: 'stopped', reason: saved.reason }
    case 'people-wait':
      return { kind: 'people-wait', count: saved.count }
    case 'changed-meanwhile':
      return { kind: 'stopped', reason: 'unknown' }
    case 'not-saved':
      return saved
    default:
      return unreachable(saved)
  }
}
