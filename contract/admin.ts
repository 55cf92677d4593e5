import { staffEvents, staffShell } from './shell.ts'

/** The hospital's directory, as its administrator keeps it. */
export const admin = {
  role: 'admin',
  channels: { ...staffShell },
  events: staffEvents,
} as const
export type Admin = typeof admin
