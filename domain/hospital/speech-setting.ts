import { z } from 'zod'

import { Language } from '../language.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What an administrator says of one display's voice. */
export const SpeechSetting = z.strictObject({
  /** In this order; `person` is the language of whoever is called, where it is not said anyway. */
  languages: z
    .array(z.union([Language, z.literal('person')]))
    .min(1)
    .max(5)
    .default(['hi', 'person', 'en']),
  /** 100 is as loud as the voice was made, 200 twice as loud. */
  volume: z.int().min(10).max(200).default(100),
  /** Words a minute. */
  speed: z.int().min(80).max(250).default(135),
  /** From one time of the day to another, over midnight too: only emergencies are spoken. */
  quiet: z.strictObject({ from: Clock, to: Clock }).nullable().default(null),
  /** The synthesizer, by its name on the PATH or with its whole path. */
  program: z.string().min(1).max(1000).default('espeak-ng'),
})
export type SpeechSetting = z.infer<typeof SpeechSetting>

/** What is said, in its order, each language once; null for a person whose language is not known. */
export const languagesOf = (
  { languages }: Pick<SpeechSetting, 'languages'>,
  own: Language | null,
): readonly Language[] => [
  ...new Set(languages.flatMap((each) => (each !== 'person' ? [each] : own === null ? [] : [own]))),
]

/** Whether a time of the day, `HH:MM`, is in the quiet hours. */
export function isQuiet({ quiet }: Pick<SpeechSetting, 'quiet'>, clock: string): boolean {
  if (quiet === null || quiet.from === quiet.to) return false
  const { from, to } = quiet
  return from < to ? clock >= from && clock < to : clock >= from || clock < to
}
