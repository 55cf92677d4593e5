import { useEffect, useEffectEvent } from 'react'

import type { Bridge } from '../../contract/channel.ts'
import type { Display } from '../../contract/display.ts'
import { TextProvider } from '../text/use-text.tsx'
import { dayOf } from '../ui/format.ts'
import { latest, useAnswer } from '../ui/use-answer.ts'
import { useClock } from '../ui/use-clock.ts'
import { useRound } from '../ui/use-round.ts'
import { useStatus } from '../ui/use-status.ts'
import { Hall } from './hall.tsx'
import { useVoice } from './use-voice.ts'

export type DisplayBridge = Bridge<Display>

/** So long after a refusal nobody has to press anything: it is asked again; in milliseconds. */
const AGAIN = 5000

/** The waiting room's page. Nobody touches it: whatever changes, it reads again by itself. */
export function DisplayPage({ hims }: { readonly hims: DisplayBridge }) {
  const status = useStatus(hims)
  const now = useClock()
  const { round, again } = useRound(hims)
  const isOpen = status?.store.kind === 'open'
  const answer = useAnswer(isOpen ? `${round} ${dayOf(now)}` : null, () => hims.ask['display.now']({}))
  const askAgain = useEffectEvent(again)
  useEffect(() => {
    if (answer.kind !== 'refused') return undefined
    const due = setTimeout(() => askAgain(), AGAIN)
    return () => clearTimeout(due)
  }, [answer])
  const room = latest(answer)
  // Also while it is asked once more after a refusal.
  const isDeaf = answer.kind === 'refused' || (answer.kind === 'asking' && room === null && round > 0)
  const { voice, spoken } = useVoice(hims, isOpen)
  return (
    <TextProvider language={status?.language ?? 'hi'}>
      <Hall status={status} room={room} isDeaf={isDeaf} now={now} voice={voice} spoken={spoken} />
    </TextProvider>
  )
}
