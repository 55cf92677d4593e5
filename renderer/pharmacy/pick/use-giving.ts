import { useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import type { JobId, PrescriptionId } from '../../../domain/id.ts'
import { answered } from '../../ui/ask.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import { askedLines } from './plan.ts'
import type { Plan, Reasons } from './plan.ts'

/** What was said when the list was looked at again. */
export interface Said {
  readonly reasons: Reasons
  readonly second: NonNullable<Parameters<PharmacyBridge['ask']['dispense.give']>[0]['second']> | null
}

export type GiveProblem =
  | Exclude<PharmacyAnswer<'dispense.give'>, { kind: 'given' }>
  | { readonly kind: 'fault'; readonly refusal: Refusal }

interface Done {
  readonly papers: readonly JobId[]
  readonly owed: boolean
}

/** Gives once: a key that bounces never gives twice. */
export function useGiving({ ask }: PharmacyBridge, onGiven: (done: Done) => void) {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<GiveProblem | null>(null)
  const give = async (prescriptionId: PrescriptionId, plans: readonly Plan[], said: Said | null) => {
    const lines = askedLines(plans, said?.reasons)
    const second = said?.second ?? null
    if (under.current || lines.length === 0) return
    under.current = true
    setBusy(true)
    setProblem(null)
    const answer = await answered(
      ask['dispense.give']({ prescriptionId, lines, ...(second === null ? {} : { second }) }),
    )
    under.current = false
    setBusy(false)
    if (!answer.ok) setProblem({ kind: 'fault', refusal: answer.problem })
    else if (answer.value.kind !== 'given') setProblem(answer.value)
    else {
      const { labels, owed } = answer.value
      onGiven({ papers: owed === null ? labels : [...labels, owed], owed: owed !== null })
    }
  }
  return {
    busy,
    problem,
    give: (id: PrescriptionId, plans: readonly Plan[], said: Said | null = null) => void give(id, plans, said),
  }
}
