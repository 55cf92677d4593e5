import { callSentence } from '../../domain/hospital/call-sentence.ts'
import { languagesOf } from '../../domain/hospital/speech-setting.ts'
import type { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import type { Announcement, Spoken } from '../../domain/hospital/speech.ts'
import type { Language } from '../../domain/language.ts'
import type { Hands } from '../process/message.ts'
import type { HallCall } from './display-desk.ts'
import type { Timers } from './world.ts'

/** What became of an announcement; null when the page did not say. */
export type Announced = 'spoken' | 'no-sound' | 'no-voice' | null

type Wave = Uint8Array<ArrayBuffer>

/** Has one call at a time made into sound by the device process, and played by the page. */
export interface Announcer {
  /** Whether there is a voice at all. */
  readonly tryVoice: () => Promise<boolean>
  readonly announce: (call: HallCall) => Promise<Announced>
  /** A sentence of what is to be said now; null for what is over. */
  readonly sound: (id: string, language: Language) => Wave | null
  /** The page has said it, or could not. */
  readonly said: (id: string, how: 'spoken' | 'no-sound') => void
  readonly close: () => void
}

interface AnnouncerWorld {
  readonly setting: SpeechSetting
  readonly hands: Hands
  readonly timers: Timers
  readonly tell: (name: 'announcement', payload: Announcement) => void
}

/** One call while a page says it. */
interface Playing {
  readonly id: string
  readonly waves: ReadonlyMap<Language, Wave>
  readonly done: (how: Announced) => void
}

/** A page that does not say within so many milliseconds after the sound's end that it is done is not waited for. */
const SLACK = 8000

export function announcer({ setting, hands, timers, tell }: AnnouncerWorld): Announcer {
  const { speed, volume } = setting
  let playing: Playing | null = null
  let closed = false

  async function make(language: Language, text: string, urgent: boolean): Promise<Spoken> {
    const result = await hands({ kind: 'speak', task: { language, text, speed, volume, urgent } })
    return result.kind === 'spoken' ? result.spoken : { kind: 'none', cause: 'no-voice' }
  }
  const played = (announcement: Announcement, waves: Playing['waves'], seconds: number): Promise<Announced> =>
    new Promise((resolve) => {
      const { id } = announcement
      const stop = timers.after(seconds * 1000 + SLACK, () => playing?.done(null))
      const done = (how: Announced): void => {
        stop()
        playing = null
        resolve(how)
      }
      playing = { id, waves, done }
      tell('announcement', announcement)
    })

  return {
    tryVoice: async () => (await make(languagesOf(setting, null)[0] ?? 'hi', '1', false)).kind === 'spoken',
    async announce(call) {
      const lines: Announcement['lines'] = []
      const waves = new Map<Language, Wave>()
      let seconds = 0
      for (const language of languagesOf(setting, call.language)) {
        const text = callSentence(language, call)
        const spoken = await make(language, text, call.urgent)
        if (spoken.kind !== 'spoken') continue
        lines.push({ language, text })
        waves.set(language, spoken.wave)
        seconds += spoken.seconds
      }
      if (closed) return null
      return lines.length === 0 ? 'no-voice' : played({ id: call.id, lines }, waves, seconds)
    },
    sound: (id, language) => (playing?.id === id ? (playing.waves.get(language) ?? null) : null),
    said(id, how) {
      if (playing?.id === id) playing.done(how)
    },
    close() {
      closed = true
      playing?.done(null)
    },
  }
}
