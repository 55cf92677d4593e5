import { useEffect, useReducer, useState } from 'react'

import { answered } from '../ask.ts'
import type { StaffBridge } from '../bridge.ts'
import { latest, useAnswer } from '../use-answer.ts'
import { useEvent } from '../use-event.ts'
import { useWedge } from '../use-wedge.ts'
import { freshSetup, setupDoes } from './setup-state.ts'

/** How often the page says that it is open and asks what is there, in milliseconds. */
const WATCH = 1500

/** Counts up for as long as the page is open. */
function useTick(every: number): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return tick
}

/** Everything the scanner page knows and does. */
export function useSetup(hims: StaffBridge) {
  const [state, dispatch] = useReducer(setupDoes, freshSetup)
  const [changes, setChanges] = useState(0)
  const tick = useTick(WATCH)
  const watched = useAnswer(`${tick} ${state.round} ${changes}`, () => hims.ask['scanner.watch']({}))
  const code = latest(useAnswer(String(state.round), () => hims.ask['scanner.pair']({})))?.code ?? null
  useEvent(hims.listen, 'scanner', (heard) => dispatch({ kind: 'heard', heard }))
  const typed = async (text: string) => {
    const answer = await answered(hims.ask['scanner.typed']({ text }))
    if (answer.ok) dispatch({ kind: 'heard', heard: answer.value })
  }
  useWedge((text) => void typed(text))
  const name = async (device: string, wanted: string) => {
    const answer = await answered(hims.ask['scanner.name']({ device, name: wanted }))
    const saved = answer.ok && answer.value.kind === 'saved'
    dispatch(saved ? { kind: 'saved', name: wanted } : { kind: 'not-saved' })
  }
  const forget = async (device: string) => {
    const answer = await answered(hims.ask['scanner.forget']({ device }))
    if (!answer.ok || answer.value.kind === 'not-saved') dispatch({ kind: 'not-saved' })
    setChanges((before) => before + 1)
  }
  return {
    state,
    dispatch,
    watched,
    code,
    name: (device: string, wanted: string) => void name(device, wanted),
    forget: (device: string) => void forget(device),
  }
}
