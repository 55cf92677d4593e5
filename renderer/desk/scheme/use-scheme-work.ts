import { useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import type { NotSaved } from '../../../contract/not-saved.ts'
import { answered } from '../../ui/ask.ts'
import type { DeskAnswer } from '../desk-bridge.ts'

type Answer = DeskAnswer<'scheme.note' | 'scheme.confirm' | 'scheme.withdraw' | 'scheme.print'>

/** What the last question came to. */
export type SchemeTold =
  | { readonly kind: 'gone' | 'not-yes' | 'printing' | 'taken-back' }
  | { readonly kind: 'noted' | 'confirmed'; readonly name: string }
  | NotSaved
  | { readonly kind: 'refused'; readonly refusal: Refusal }

type Failed = Extract<Answer, { readonly kind: 'gone' | 'not-yes' | 'not-saved' }>

const hasFailed = (answer: Answer): answer is Failed => ['gone', 'not-yes', 'not-saved'].includes(answer.kind)
const hasWorked = <Asked extends Answer>(answer: Asked): answer is Exclude<Asked, Failed> => !hasFailed(answer)

export interface SchemeWork {
  readonly told: SchemeTold | null
  readonly tell: (told: SchemeTold | null) => void
  /** One question at a time, so that a key that bounces answers nothing twice. */
  readonly once: <Asked extends Answer>(
    ask: () => Promise<Asked>,
    done: (answer: Exclude<Asked, Failed>) => void,
  ) => void
}

export function useSchemeWork(): SchemeWork {
  const [told, setTold] = useState<SchemeTold | null>(null)
  const under = useRef(false)
  async function run<Asked extends Answer>(
    ask: () => Promise<Asked>,
    done: (answer: Exclude<Asked, Failed>) => void,
  ): Promise<void> {
    if (under.current) return
    under.current = true
    const answer = await answered(ask())
    under.current = false
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    if (hasFailed(answer.value)) return setTold(answer.value)
    if (hasWorked(answer.value)) done(answer.value)
  }
  return { told, tell: setTold, once: (ask, done) => void run(ask, done) }
}
