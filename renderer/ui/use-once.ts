import { useRef, useState } from 'react'

import type { Refusal } from '../../contract/channel.ts'
import { answered } from './ask.ts'

/** A question that brought no answer. */
export interface Fault {
  readonly kind: 'fault'
  readonly refusal: Refusal
}

/** One thing at a time: a key that bounces asks once. */
export function useOnce<Answer>(done: (answer: Answer | Fault) => void) {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const run = async (ask: () => Promise<Answer>) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    const answer = await answered(ask())
    under.current = false
    setBusy(false)
    done(answer.ok ? answer.value : { kind: 'fault', refusal: answer.problem })
  }
  return { busy, run: (ask: () => Promise<Answer>) => void run(ask) }
}
