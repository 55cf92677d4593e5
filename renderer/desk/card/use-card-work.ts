import { useRef, useState } from 'react'

import type { CardView, CardWishes, NewCard } from '../../../contract/desk.ts'
import type { CardStatus } from '../../../domain/card/card-status.ts'
import type { JobId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { Fact } from '../../../domain/person/check-fact.ts'
import { answered } from '../../ui/ask.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import type { Issue } from '../issue.ts'
import type { Told } from './told-note.tsx'

export type Replacing = Omit<Parameters<DeskBridge['ask']['card.reissue']>[0], 'cardId' | 'language'>
export type PermanentWish = Pick<Parameters<DeskBridge['ask']['card.permanent']>[0], 'stickers' | 'letter'>

export interface CardWork {
  readonly busy: boolean
  readonly told: Told | null
  /** Facts that did not fit at the last try. */
  readonly wrong: readonly Fact[]
  readonly quiet: () => void
  readonly change: (card: CardView, to: CardStatus) => void
  readonly temporary: (wishes: CardWishes) => void
  readonly permanent: (wishes: CardWishes, more: PermanentWish) => void
  readonly replace: (card: CardView, how: Replacing) => void
}

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
  readonly onIssued: (issue: Issue) => void
  /** Something about the cards is other than before. */
  readonly onChanged: () => void
}

interface Given {
  readonly kind: 'issued'
  readonly card: NewCard
  readonly more: readonly JobId[]
}
type Outcome = Told | Given

/** What the desk does with cards, one thing at a time: a key that bounces never prints two. */
export function useCardWork({ hims, person, onIssued, onChanged }: Props): CardWork {
  const { ask } = hims
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [wrong, setWrong] = useState<readonly Fact[]>([])
  const under = useRef(false)
  const common = { language: person.language, personId: person.id }

  async function once(work: () => Promise<Outcome>): Promise<void> {
    if (under.current) return
    under.current = true
    setBusy(true)
    setWrong([])
    const outcome = await work()
    under.current = false
    setBusy(false)
    onChanged()
    if (outcome.kind !== 'issued') return setTold(outcome)
    const card = { kind: 'issued', ...outcome.card } as const
    onIssued({ person, registered: false, token: null, card, more: outcome.more })
  }

  return {
    busy,
    told,
    wrong,
    quiet: () => setTold(null),
    change: (card, to) =>
      void once(async () => {
        const answer = await answered(ask['card.change']({ cardId: card.cardId, to, reason: '' }))
        if (!answer.ok) return { kind: 'refused', refusal: answer.problem }
        return answer.value.kind === 'changed' ? { kind: 'changed', code: card.shortCode } : answer.value
      }),
    temporary: (wishes) =>
      void once(async () => {
        const answer = await answered(ask['card.issue']({ ...common, wishes }))
        return answer.ok ? issuedOr(answer.value) : { kind: 'refused', refusal: answer.problem }
      }),
    permanent: (wishes, more) =>
      void once(async () => {
        const answer = await answered(ask['card.permanent']({ ...common, wishes, ...more }))
        if (!answer.ok) return { kind: 'refused', refusal: answer.problem }
        if (answer.value.kind !== 'issued') return answer.value
        const [purse] = answer.value.cards
        if (purse === undefined) return { kind: 'no-blank' }
        return { kind: 'issued', card: purse, more: answer.value.jobs.filter((job) => job !== purse.job) }
      }),
    replace: ({ cardId }, how) =>
      void once(async () => {
        const answer = await answered(ask['card.reissue']({ cardId, language: person.language, ...how }))
        if (!answer.ok) return { kind: 'refused', refusal: answer.problem }
        if (answer.value.kind === 'facts-differ') setWrong(answer.value.wrong)
        return issuedOr(answer.value)
      }),
  }
}

type Issuing = DeskAnswer<'card.issue'> | DeskAnswer<'card.reissue'>

function issuedOr(answer: Issuing): Outcome {
  if (answer.kind !== 'issued') return answer
  const { kind, ...card } = answer
  return { kind, card, more: [] }
}
