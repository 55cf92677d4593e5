import { useReducer, useRef } from 'react'

import type { Evidence, Person } from '../../../domain/person/person.ts'
import { answered } from '../../ui/ask.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import type { Wanted } from '../issue.ts'
import { checkedFields, problemsOf, readDraft } from './draft.ts'
import type { DraftText } from './draft.ts'
import type { CodeFill } from './code-fill.ts'
import { sourcesIn } from './known-how.ts'
import { freshSave, saves } from './save-state.ts'

interface Saving {
  readonly hims: DeskBridge
  readonly draft: DraftText
  readonly evidence: Evidence | null
  readonly fills: readonly CodeFill[]
  readonly today: string
  readonly onIssue: (wanted: Wanted) => void
}

/** Saves once: a second press while the first is under way does nothing. */
export function useSaving({ hims, draft, evidence, fills, today, onIssue }: Saving) {
  const [state, dispatch] = useReducer(saves, freshSave)
  const problems = problemsOf(draft, today)
  const form = useRef<HTMLDivElement>(null)
  const finish = (person: Person, give: boolean) =>
    onIssue({ person, registered: true, department: give ? draft.department : null, card: give })
  const save = async (give: boolean) => {
    const whole = readDraft(draft, today, evidence)
    if (state.step.kind === 'saving') return
    if (whole === null || Object.keys(problems).length > 0) {
      dispatch({ kind: 'touched', fields: checkedFields })
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .wrong input')?.focus())
      return
    }
    dispatch({ kind: 'step', step: { kind: 'saving' } })
    const sources = sourcesIn(draft, whole, fills)
    const known = { ...whole, ...(sources === undefined ? {} : { sources }) }
    const answer = await answered(hims.ask['person.register']({ draft: known, distinctFrom: [...state.distinctFrom] }))
    if (!answer.ok) dispatch({ kind: 'step', step: { kind: 'refused', refusal: answer.problem } })
    else if (answer.value.kind === 'saved') finish(answer.value.person, give)
    else dispatch({ kind: 'step', step: answer.value })
  }
  return { state, dispatch, problems, form, save }
}
