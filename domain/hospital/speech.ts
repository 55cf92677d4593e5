import { z } from 'zod'

import { Language } from '../language.ts'

/** One sentence to be made into sound. */
export interface SpeakTask {
  readonly language: Language
  readonly text: string
  /** Words a minute. */
  readonly speed: number
  /** 100 is as loud as the voice was made. */
  readonly volume: number
  /** Before everything else that waits. */
  readonly urgent: boolean
}

/** Why there is no sound: `no-voice` is a voice or a whole synthesizer that is not installed. */
export type SpokenCause = 'no-voice' | 'hung' | 'silent' | 'busy'

export type Spoken =
  /** `wave` is a WAV file. */
  | { readonly kind: 'spoken'; readonly wave: Uint8Array<ArrayBuffer>; readonly seconds: number }
  | { readonly kind: 'none'; readonly cause: SpokenCause }

/** Whether numbers are spoken at a display, and if not, why. */
export const VoiceState = z.enum(['speaks', 'off', 'quiet', 'no-voice', 'no-sound'])
export type VoiceState = z.infer<typeof VoiceState>

/** One call as it is spoken: a sentence in each language, one after the other. */
export const Announcement = z.strictObject({
  /** Of the call. */
  id: z.string().max(64),
  lines: z
    .array(z.strictObject({ language: Language, text: z.string().max(300) }))
    .min(1)
    .max(5),
})
export type Announcement = z.infer<typeof Announcement>
