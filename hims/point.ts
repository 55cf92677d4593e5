import { channel } from 'node:diagnostics_channel'

/** Moments between two steps of HIMS's work, at which a process may end. */
export type HimsPoint = 'before-commit' | 'after-commit' | 'mid-snapshot' | 'before-forward' | 'forwarded' | 'mid-pull'

const points = channel('hims')

/** Tells whoever listens in this process. In a HIMS at work nobody does, and it costs a look at one field. */
export function reached(point: HimsPoint): void {
  if (points.hasSubscribers) points.publish(point)
}
