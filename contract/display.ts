import { shell, shellEvents } from './shell.ts'

/** The waiting room's screen: tokens and rooms, nobody's name. */
export const display = {
  role: 'display',
  channels: { ...shell },
  events: shellEvents,
} as const
export type Display = typeof display
