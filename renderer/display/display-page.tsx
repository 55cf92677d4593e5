import { useState } from 'react'

import type { Bridge } from '../../contract/channel.ts'
import type { Display } from '../../contract/display.ts'
import { TextProvider } from '../text/use-text.tsx'
import { dayOf } from '../ui/format.ts'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { useClock } from '../ui/use-clock.ts'
import { useEvent } from '../ui/use-event.ts'
import { useStatus } from '../ui/use-status.ts'
import { Hall } from './hall.tsx'
import { useVoice } from './use-voice.ts'

export type DisplayBridge = Bridge<Display>

/** The waiting room's page. Nobody touches it: whatever changes, it reads again by itself. */
export function DisplayPage({ hims }: { readonly hims: DisplayBridge }) {
  const status = useStatus(hims)
  const now = useClock()
  const [round, setRound] = useState(0)
  useEvent(hims.listen, 'changed', () => setRound((before) => before + 1))
  const isOpen = status?.store.kind === 'open'
  const room = latest(useAnswer(isOpen ? `${round} ${dayOf(now)}` : null, () => hims.ask['display.now']({})))
  const { voice, spoken } = useVoice(hims, isOpen)
  return (
    <TextProvider language={status?.language ?? 'hi'}>
      <Hall status={status} room={room} now={now} voice={voice} spoken={spoken} />
    </TextProvider>
  )
}
