import { useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import { answered } from '../../ui/ask.ts'

export type Told<Answer> =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'fault'; readonly refusal: Refusal }

/** Does one thing at a time, and keeps what became of it. */
export function useDeed<Answer>(onAnswer: (answer: Answer) => void) {
  const under = useRef(false)
  const [told, setTold] = useState<Told<Answer>>({ kind: 'none' })
  const run = async (question: () => Promise<Answer>) => {
    if (under.current) return
    under.current = true
    setTold({ kind: 'busy' })
    const result = await answered(question())
    under.current = false
    setTold(result.ok ? { kind: 'answer', answer: result.value } : { kind: 'fault', refusal: result.problem })
    if (result.ok) onAnswer(result.value)
  }
  return { told, busy: told.kind === 'busy', run: (question: () => Promise<Answer>) => void run(question) }
}
