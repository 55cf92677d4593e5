import { useEffect, useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import { answered } from '../../ui/ask.ts'
import { useAnswer } from '../../ui/use-answer.ts'
import type { Answer } from '../../ui/use-answer.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'

type Said = DeskAnswer<'batch.order'> | DeskAnswer<'batch.step'>
export type BatchTold = Exclude<Said, { kind: 'ordered' | 'noted' }> | { kind: 'refused'; refusal: Refusal }
export type BatchStep = Parameters<DeskBridge['ask']['batch.step']>[0]['step']
export type Batches = DeskAnswer<'batch.open'>
export type Batch = NonNullable<Batches['batch']>

export interface BatchWork {
  /** Grows when something was done here. */
  readonly own: number
  readonly told: BatchTold | null
  readonly answer: Answer<Batches>
  readonly show: (id: string) => void
  readonly order: (people: Parameters<DeskBridge['ask']['batch.order']>[0]['people'], done: () => void) => void
  readonly step: (id: string, step: BatchStep) => void
}

/** How often the page looks how far it is; in milliseconds. */
const LOOK = 1000

/** Cards for many people: what is asked for, one thing at a time, and how far it is. */
export function useBatch({ ask }: DeskBridge, round: number): BatchWork {
  const [own, setOwn] = useState(0)
  const [tick, setTick] = useState(0)
  const [shown, setShown] = useState<string | null>(null)
  const [told, setTold] = useState<BatchTold | null>(null)
  const under = useRef(false)
  const answer = useAnswer(`${shown} ${round} ${own} ${tick}`, () => ask['batch.open']({ id: shown }))
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), LOOK)
    return () => clearInterval(timer)
  }, [])
  const once = async (question: () => Promise<Said>, done: () => void): Promise<void> => {
    if (under.current) return
    under.current = true
    const said = await answered(question())
    under.current = false
    setOwn((before) => before + 1)
    if (!said.ok) return setTold({ kind: 'refused', refusal: said.problem })
    if (said.value.kind !== 'ordered' && said.value.kind !== 'noted') return setTold(said.value)
    setTold(null)
    done()
  }
  return {
    own,
    told,
    answer,
    show: setShown,
    order: (people, done) =>
      void once(
        () => ask['batch.order']({ people }),
        () => {
          setShown(null)
          done()
        },
      ),
    step: (id, step) =>
      void once(
        () => ask['batch.step']({ id, step }),
        () => {},
      ),
  }
}
