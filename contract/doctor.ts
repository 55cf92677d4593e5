import { staffEvents, staffShell } from './shell.ts'

/** A doctor's room: who is next, and what is ordered. */
export const doctor = {
  role: 'doctor',
  channels: { ...staffShell },
  events: staffEvents,
} as const
export type Doctor = typeof doctor
