import type { Refusal } from '../../../contract/channel.ts'
import type { PersonHit } from '../../../contract/desk.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'

/** Keys come faster than this while somebody types; in milliseconds. */
const PAUSE = 60

export interface Search {
  readonly query: string
  readonly understood: DeskAnswer<'person.search'>['understood'] | null
  readonly hits: readonly PersonHit[]
  readonly more: boolean
  /** What is shown answers what is typed. */
  readonly settled: boolean
  readonly refusal: Refusal | null
}

/** Searches as the words are typed; an answer to older words never replaces a newer one. `round` asks again. */
export function useSearch({ ask }: Pick<DeskBridge, 'ask'>, query: string, round: number): Search {
  const text = useDelayed(query.trim(), PAUSE)
  const key = text === '' ? null : `${round} ${text}`
  const answer = useAnswer(key, () => ask['person.search']({ text }))
  const shown = query.trim() === '' ? null : latest(answer)
  return {
    query,
    understood: shown?.understood ?? null,
    hits: shown?.hits ?? [],
    more: shown?.more ?? false,
    settled: answer.kind === 'here' && text === query.trim(),
    refusal: answer.kind === 'refused' ? answer.refusal : null,
  }
}
