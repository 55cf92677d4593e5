import { latest, useAnswer } from '../../ui/use-answer.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import type { Search } from './use-search.ts'

export type Elsewhere = DeskAnswer<'person.elsewhere'> | { readonly kind: 'asking' } | null

/**
 * Asks the hub or HIMS once a whole phone, ABHA number or card number stands in the box. A name is asked of nobody: it
 * would list strangers.
 */
export function useElsewhere({ ask }: Pick<DeskBridge, 'ask'>, search: Search, online: boolean): Elsewhere {
  const { understood } = search
  const number = understood?.abha ?? understood?.phone ?? understood?.shortCode ?? null
  const answer = useAnswer(number === null || !online ? null : number, () =>
    ask['person.elsewhere']({ text: number ?? '' }),
  )
  if (number === null || answer.kind === 'none' || answer.kind === 'refused') return null
  return answer.kind === 'asking' ? { kind: 'asking' } : latest(answer)
}
