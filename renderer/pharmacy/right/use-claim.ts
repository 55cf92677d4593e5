import { useRef, useState } from 'react'

import type { PrescriptionId } from '../../../domain/id.ts'
import { answered } from '../../ui/ask.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'

export type Claimed = PharmacyAnswer<'right.claim'>

/** Asks once for what another counter holds, and remembers what was said until it is asked again. */
export function useClaim({ ask }: PharmacyBridge) {
  const under = useRef(false)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<Claimed | null>(null)
  const claim = async (prescriptionId: PrescriptionId) => {
    if (under.current) return
    under.current = true
    setAsking(true)
    const answer = await answered(ask['right.claim']({ prescriptionId }))
    under.current = false
    setAsking(false)
    setSaid(answer.ok ? answer.value : { kind: 'offline' })
  }
  return {
    asking,
    said,
    claim: (id: PrescriptionId) => void claim(id),
    letGo: (id: PrescriptionId) => void answered(ask['right.yield']({ prescriptionId: id })),
  }
}
