import type { Announcement } from '../../domain/hospital/speech.ts'
import type { Language } from '../../domain/language.ts'

/** What a page plays sound with. */
export interface Player {
  /** Whether there is a loudspeaker, or something that takes itself for one. */
  readonly hasSpeaker: () => Promise<boolean>
  /** Plays a WAV file to its end; false when it could not. */
  readonly play: (wave: Uint8Array) => Promise<boolean>
}

/** Plays the lines one after the other and says which one is heard. */
export async function playLines(
  { lines }: Announcement,
  soundOf: (language: Language) => Promise<Uint8Array | null>,
  { hasSpeaker, play }: Player,
  speaking: (language: Language | null) => void,
): Promise<'spoken' | 'no-sound'> {
  // Chromium plays into nothing without a word, so it is asked; it plays all the same, in case it does not know.
  let sounds = await hasSpeaker()
  for (const { language } of lines) {
    const wave = await soundOf(language)
    if (wave === null) continue
    speaking(language)
    sounds = (await play(wave)) && sounds
  }
  speaking(null)
  return sounds ? 'spoken' : 'no-sound'
}

/** A sound that has not ended so many seconds after its length does not play. */
const SLACK = 3

export const pagePlayer: Player = {
  hasSpeaker: async () => (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'audiooutput'),
  async play(wave) {
    const url = URL.createObjectURL(new Blob([Uint8Array.from(wave)], { type: 'audio/wav' }))
    const audio = new Audio(url)
    try {
      const ended = new Promise<boolean>((resolve) => {
        audio.addEventListener('ended', () => resolve(true))
        audio.addEventListener('error', () => resolve(false))
      })
      await audio.play()
      const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), (audio.duration + SLACK) * 1000))
      return await Promise.race([ended, late])
    } catch {
      return false
    } finally {
      audio.pause()
      URL.revokeObjectURL(url)
    }
  },
}
