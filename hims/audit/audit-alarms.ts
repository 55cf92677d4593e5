import type { AuditAlarm } from './audit-head.ts'

/** Tells whoever listens that a terminal's audit log does not fit any more. */
export interface AuditAlarms {
  readonly ring: (alarm: AuditAlarm) => void
  readonly listen: (heard: (alarm: AuditAlarm) => void) => void
}

export function auditAlarms(): AuditAlarms {
  const listeners: ((alarm: AuditAlarm) => void)[] = []
  return {
    ring: (alarm) => {
      for (const heard of listeners) heard(alarm)
    },
    listen: (heard) => void listeners.push(heard),
  }
}
