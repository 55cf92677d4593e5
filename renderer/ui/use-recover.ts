import { useState } from 'react'

import type { Refusal } from '../../contract/channel.ts'
import { answered } from './ask.ts'
import type { ShellBridge } from './bridge.ts'

/** Fewer letters are no code. */
const SHORTEST = 6

/** More letters are none either. */
export const LONGEST_CODE = 64

export interface Recovering {
  readonly code: string
  readonly setCode: (code: string) => void
  /** Null while nothing is known to be wrong with it. */
  readonly cause: 'unknown-code' | 'unreachable' | 'wrong-key' | null
  readonly refusal: Refusal | null
  /** Whether the code can be sent now. */
  readonly isReady: boolean
  readonly recover: () => void
}

/** Brings a lost key back by the code that HIMS gave out; the records open by themselves. */
export function useRecover({ ask }: Pick<ShellBridge, 'ask'>): Recovering {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<Recovering['cause']>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isReady = !busy && code.trim().length >= SHORTEST
  const recover = async () => {
    if (!isReady) return
    setBusy(true)
    setRefusal(null)
    const answer = await answered(ask['terminal.recover']({ code }))
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.problem)
    setCause(answer.value.kind === 'refused' ? answer.value.cause : null)
  }
  return { code, setCode, cause, refusal, isReady, recover: () => void recover() }
}
