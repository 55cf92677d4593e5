import { useEffect, useEffectEvent, useState } from 'react'

import type { Refusal } from '../../contract/channel.ts'
import { answered } from './ask.ts'

/** What is known of a question: not asked, asked, answered or refused. */
export type Answer<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly last: Value | null }
  | { readonly kind: 'here'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The newest value there is, even while a newer one is asked for. */
export function latest<Value>(answer: Answer<Value>): Value | null {
  if (answer.kind === 'here') return answer.value
  return answer.kind === 'asking' ? answer.last : null
}

/**
 * Asks whenever `key` changes, and shows the answer to the newest question only; `null` asks nothing. While a new
 * answer is on its way the last one stays on the screen.
 */
export function useAnswer<Value>(key: string | null, ask: (() => Promise<Value>) | null): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({ kind: 'none' })
  const put = useEffectEvent(ask ?? (() => null))
  useEffect(() => {
    let stale = false
    const run = async () => {
      const question = key === null ? null : put()
      if (question === null) {
        setAnswer({ kind: 'none' })
        return
      }
      setAnswer((before) => ({ kind: 'asking', last: latest(before) }))
      const result = await answered(question)
      if (stale) return
      setAnswer(result.ok ? { kind: 'here', value: result.value } : { kind: 'refused', refusal: result.problem })
    }
    void run()
    return () => {
      stale = true
    }
  }, [key])
  return answer
}
