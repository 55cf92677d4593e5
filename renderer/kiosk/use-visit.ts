import { useCallback, useEffect, useReducer, useRef } from 'react'

import { useWedge } from '../ui/use-wedge.ts'
import { newVisit, reduce } from './state.ts'
import type { Visit } from './state.ts'
import type { KioskWorld } from './world.ts'

export interface VisitActs {
  readonly read: (text: string, source: 'camera' | 'wedge') => void
  readonly choose: (department: string) => void
  readonly call: () => void
}

/** One visitor's time at the kiosk: the state, and what is asked of the main side for it. */
export function useVisit({ hims }: Pick<KioskWorld, 'hims'>) {
  const [visit, dispatch] = useReducer(reduce, newVisit)
  const gone = useRef(false)
  const reading = useRef(false)

  useEffect(() => {
    gone.current = false
    const deaf = [
      hims.listen('scanned', (scan) => dispatch({ kind: 'scanned', scan })),
      hims.listen('paper', (paper) => dispatch({ kind: 'paper', paper })),
    ]
    return () => {
      gone.current = true
      for (const each of deaf) each()
    }
  }, [hims])

  useEffect(() => {
    if (visit.step.kind !== 'token') return
    // The paper may have been quicker than the answer that carries its number.
    void hims.ask['kiosk.paper']({}).then(
      (paper) => {
        if (!gone.current && paper !== null) dispatch({ kind: 'paper', paper })
      },
      () => undefined,
    )
  }, [hims, visit.step.kind])

  const read = useCallback(
    (text: string, source: 'camera' | 'wedge') => {
      if (reading.current) return
      reading.current = true
      dispatch({ kind: 'reading' })
      void hims.ask['kiosk.scan']({ text, source })
        .then(
          (scan) => dispatch({ kind: 'scanned', scan }),
          () => dispatch({ kind: 'refused', why: 'failed' }),
        )
        .finally(() => {
          reading.current = false
        })
    },
    [hims],
  )

  // A scanner that types is read on every screen, as an attached one is.
  useWedge((text) => read(text, 'wedge'))

  const choose = useCallback((department: string) => dispatch({ kind: 'choose', department }), [])
  useIssuing(hims, visit, dispatch)

  const call = useCallback(() => {
    dispatch({ kind: 'call', state: 'calling' })
    void hims.ask['kiosk.call']({}).then(
      () => dispatch({ kind: 'call', state: 'coming' }),
      () => dispatch({ kind: 'call', state: 'failed' }),
    )
  }, [hims])

  const acts: VisitActs = { read, choose, call }
  return { visit, dispatch, acts }
}

/** Asks for the number once, when a department has been chosen. */
function useIssuing(hims: KioskWorld['hims'], visit: Visit, dispatch: React.Dispatch<Parameters<typeof reduce>[1]>) {
  const asked = useRef<string | null>(null)
  const { step, language } = visit
  useEffect(() => {
    if (step.kind !== 'issuing' || language === null || asked.current === step.guest) return
    asked.current = step.guest
    void hims.ask['kiosk.checkin']({ guest: step.guest, department: step.department, language }).then(
      (answer) => {
        if (answer.kind === 'issued') dispatch({ kind: 'issued', token: answer.token })
        else dispatch({ kind: 'refused', why: answer.kind === 'scan-again' ? 'scan-again' : answer.why })
      },
      () => dispatch({ kind: 'refused', why: 'failed' }),
    )
  }, [hims, step, language, dispatch])
}
