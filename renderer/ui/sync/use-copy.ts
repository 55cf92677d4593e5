import { useEffect, useEffectEvent, useState } from 'react'

import type { CopyState } from '../../../contract/sync.ts'
import type { Refusal } from '../../../contract/channel.ts'
import { answered } from '../ask.ts'
import type { SyncAsk } from './use-sync-work.ts'

/** Often enough that the figure is seen to move, in milliseconds. */
const LOOK = 400

export interface Copying {
  readonly state: CopyState
  /** What came of it is told only where it was asked for. */
  readonly isOurs: boolean
  readonly refusal: Refusal | null
  readonly begin: () => void
}

/** The copy of this computer's records: begun from here, or found under way by whoever opens the page. */
export function useCopy(ask: SyncAsk): Copying {
  const [state, setState] = useState<CopyState>({ kind: 'idle' })
  const [isOurs, setOurs] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isCopying = state.kind === 'copying'
  const take = (answer: Awaited<ReturnType<typeof answered<CopyState>>>): void => {
    setRefusal(answer.ok ? null : answer.problem)
    setState(answer.ok ? answer.value : { kind: 'idle' })
  }
  const look = useEffectEvent(() => answered(ask['sync.copying']({})))
  const taken = useEffectEvent(take)
  useEffect(() => {
    let stale = false
    const run = async () => {
      const answer = await look()
      if (!stale) taken(answer)
    }
    void run()
    const timer = isCopying ? setInterval(() => void run(), LOOK) : null
    return () => {
      stale = true
      if (timer !== null) clearInterval(timer)
    }
  }, [isCopying])
  const begin = () => {
    if (isCopying) return
    setOurs(true)
    void answered(ask['sync.copy']({})).then(take)
  }
  return { state, isOurs, refusal, begin }
}
