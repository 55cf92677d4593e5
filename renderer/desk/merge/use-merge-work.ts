import { useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import type { NotSaved } from '../../../contract/not-saved.ts'
import type { Result } from '../../../domain/result.ts'
import { answered } from '../../ui/ask.ts'
import type { DeskAnswer } from '../desk-bridge.ts'

type Answer =
  | DeskAnswer<'person.correct'>
  | DeskAnswer<'person.link'>
  | DeskAnswer<'person.unlink'>
  | DeskAnswer<'review.decide'>

/** What the last question came to, while the screen stays. */
export type MergeTold =
  | { readonly kind: 'gone' | 'ask-supervisor' | 'nothing-changed' }
  | { readonly kind: 'not-linked'; readonly reason: 'already-one' | 'already-linked' }
  | NotSaved
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface MergeWork {
  readonly busy: boolean
  readonly told: MergeTold | null
  readonly quiet: () => void
  /** Runs one question at a time; `done` is called with what succeeded, anything else is told. */
  readonly once: <Asked extends Answer>(
    ask: () => Promise<Asked>,
    done: (answer: Exclude<Asked, MergeTold>) => void,
  ) => void
}

const isTold = (answer: Answer): answer is Extract<Answer, MergeTold> =>
  ['gone', 'ask-supervisor', 'nothing-changed', 'not-linked', 'not-saved'].includes(answer.kind)

const succeeded = <Asked extends Answer>(answer: Asked): answer is Exclude<Asked, MergeTold> => !isTold(answer)

/** A key that bounces never links or decides twice. */
export function useMergeWork(): MergeWork {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<MergeTold | null>(null)
  const under = useRef(false)
  async function run<Asked extends Answer>(
    ask: () => Promise<Asked>,
    done: (answer: Exclude<Asked, MergeTold>) => void,
  ): Promise<void> {
    if (under.current) return
    under.current = true
    setBusy(true)
    const answer: Result<Asked, Refusal> = await answered(ask())
    under.current = false
    setBusy(false)
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    if (isTold(answer.value)) return setTold(answer.value)
    setTold(null)
    if (succeeded(answer.value)) done(answer.value)
  }
  return { busy, told, quiet: () => setTold(null), once: (ask, done) => void run(ask, done) }
}
