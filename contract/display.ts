import { z } from 'zod'

import { Department } from '../domain/hospital/facility.ts'
import { Announcement, VoiceState } from '../domain/hospital/speech.ts'
import { FourTexts, Language } from '../domain/language.ts'
import { channel } from './channel.ts'
import { shell, shellEvents } from './shell.ts'

/** One number and where it is called to. Nobody's name reaches a waiting room. */
export const ShownCall = z.strictObject({
  /** Of the call: another one is another call, though the number be the same. */
  id: z.string().max(64),
  /** `M 148` */
  label: z.string(),
  /** What stands over the door. */
  room: z.string(),
  /** A pharmacy counter where medicines are ready, or the door of a department. */
  to: z.enum(['room', 'counter']),
  sign: Department.shape.sign,
  department: FourTexts,
  at: z.iso.datetime(),
})
export type ShownCall = z.infer<typeof ShownCall>

export const WaitingRoom = z.strictObject({
  /** Whose numbers are shown here; none is all of the hospital's. */
  departments: z.array(FourTexts).max(40),
  now: ShownCall.nullable(),
  before: z.array(ShownCall).max(4),
  next: z.array(z.string()).max(3),
})
export type WaitingRoom = z.infer<typeof WaitingRoom>

/** The waiting room's screen: tokens and rooms, nobody's name. */
export const display = {
  role: 'display',
  channels: {
    ...shell,
    'display.now': channel(z.strictObject({}), WaitingRoom),
    'display.voice': channel(z.strictObject({}), VoiceState),
    /** One sentence of the announcement that is to be said now, as a WAV file; null once it is over. */
    'display.sound': channel(
      z.strictObject({ id: Announcement.shape.id, language: Language }),
      z.instanceof(Uint8Array).nullable(),
    ),
    /** The page has said an announcement, or there was nothing to say it with. */
    'display.said': channel(
      z.strictObject({ id: Announcement.shape.id, how: z.enum(['spoken', 'no-sound']) }),
      z.strictObject({}),
    ),
  },
  events: {
    ...shellEvents,
    voice: z.strictObject({ voice: VoiceState }),
    /** To be said aloud, once; then `display.said`. */
    announcement: Announcement,
  },
} as const
export type Display = typeof display
