import { useRef, useState } from 'react'

import type { DayAnswer, SaidOfDay } from '../../../contract/day.ts'
import type { Refusal } from '../../../contract/channel.ts'
import { answered } from '../../ui/ask.ts'
import type { DeskAnswer } from '../desk-bridge.ts'

type Printing = DeskAnswer<'day.print'>

/** What the last question came to. */
export type DayTold =
  | { readonly kind: 'said'; readonly said: SaidOfDay }
  | { readonly kind: 'printing' }
  | Exclude<DayAnswer, { readonly kind: 'said' }>
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface DayWork {
  readonly busy: boolean
  readonly told: DayTold | null
  readonly quiet: () => void
  /** One question at a time: a key that bounces signs nothing twice. */
  readonly once: (ask: () => Promise<DayAnswer | Printing>, done: () => void) => void
}

export function useDayWork(): DayWork {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<DayTold | null>(null)
  const under = useRef(false)
  const run = async (ask: () => Promise<DayAnswer | Printing>, done: () => void): Promise<void> => {
    if (under.current) return
    under.current = true
    setBusy(true)
    const answer = await answered(ask())
    under.current = false
    setBusy(false)
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    setTold(answer.value.kind === 'printing' ? { kind: 'printing' } : answer.value)
    if (answer.value.kind === 'said' || answer.value.kind === 'printing') done()
  }
  return { busy, told, quiet: () => setTold(null), once: (ask, done) => void run(ask, done) }
}
