import { useRef, useState } from 'react'

import { answered } from './ask.ts'

/** One thing at a time: a key that bounces asks once. `null` is a call that brought no answer. */
export function useOnce<Answer>(done: (answer: Answer | null) => void) {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const run = async (ask: () => Promise<Answer>) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    const answer = await answered(ask())
    under.current = false
    setBusy(false)
    done(answer.ok ? answer.value : null)
  }
  return { busy, run: (ask: () => Promise<Answer>) => void run(ask) }
}
