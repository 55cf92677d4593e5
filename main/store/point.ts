import { channel } from 'node:diagnostics_channel'

/** Moments between two steps of the store's work, at which a process may end. */
export type StorePoint =
  | 'before-commit'
  | 'after-commit'
  | 'mid-settle'
  | 'mid-page'
  | 'mid-index'
  | 'mid-migration'
  | 'rekey-copied'
  | 'rekey-changed'
  | 'successor-named'
  | 'mid-backup'
  | 'backup-drafted'

const points = channel('terminal.store')

/** Tells whoever listens in this process. In a terminal at work nobody does, and it costs a look at one field. */
export function reached(point: StorePoint): void {
  if (points.hasSubscribers) points.publish(point)
}
