import { useState } from 'react'

import type { VoiceState } from '../../domain/hospital/speech.ts'
import type { Language } from '../../domain/language.ts'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { useEvent } from '../ui/use-event.ts'
import type { DisplayBridge } from './display-page.tsx'
import { pagePlayer, playLines } from './player.ts'

/** What is spoken now: a call, by its id, and the language in which it is heard at this moment. */
export interface SpokenNow {
  readonly call: string
  readonly language: Language
}

/** Plays what it is told to, and knows whether numbers are spoken here; null before that is known. */
export function useVoice(
  hims: DisplayBridge,
  isOpen: boolean,
): {
  readonly voice: VoiceState | null
  readonly spoken: SpokenNow | null
} {
  const [told, setTold] = useState<VoiceState | null>(null)
  const [spoken, setSpoken] = useState<SpokenNow | null>(null)
  const asked = latest(useAnswer(isOpen ? 'voice' : null, () => hims.ask['display.voice']({})))
  useEvent(hims.listen, 'voice', ({ voice }) => setTold(voice))
  useEvent(hims.listen, 'announcement', (announcement) => {
    const { id } = announcement
    const speaking = (language: Language | null) => setSpoken(language === null ? null : { call: id, language })
    void playLines(announcement, (language) => hims.ask['display.sound']({ id, language }), pagePlayer, speaking)
      .then((how) => hims.ask['display.said']({ id, how }))
      // The store that asked has gone meanwhile; the next one asks anew.
      .catch(() => {})
  })
  return { voice: told ?? asked, spoken }
}
