import { useEffect, useEffectEvent } from 'react'

import type { BadgeAnswer } from '../../../contract/shell.ts'
import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import { useTypedBadge } from '../use-wedge.ts'

export interface BadgeBridge {
  readonly ask: Pick<StaffBridge['ask'], 'session.badge'>
  readonly listen: StaffBridge['listen']
}

const hearing: object[] = []

/** Staff badges from every reader. The last mounted hears: a box for a second person before the page's lock. */
export function useBadge({ ask, listen }: BadgeBridge, onBadge: (answer: BadgeAnswer) => void): void {
  const heard = useEffectEvent(onBadge)
  useEffect(() => {
    const own = {}
    hearing.push(own)
    const deaf = listen('badge', (answer) => {
      if (hearing.at(-1) === own) heard(answer)
    })
    return () => {
      deaf()
      hearing.splice(hearing.indexOf(own), 1)
    }
  }, [listen])
  useTypedBadge((text) => {
    const show = async () => {
      const answer = await answered(ask['session.badge']({ text }))
      if (answer.ok && answer.value !== null) onBadge(answer.value)
    }
    void show()
  })
}
