import { useState } from 'react'

import { nameQuestion } from '../../../domain/search/name-question.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import type { Search } from './use-search.ts'

export interface Elsewhere {
  readonly answer: DeskAnswer<'person.elsewhere'> | { readonly kind: 'asking' } | null
  /** It was, or would be, asked by name. */
  readonly named: boolean
  /** Asks for the name as it stands in the box; null where it was asked for, or may not be. */
  readonly press: (() => void) | null
  /** With a place or the end of a phone it would be asked for by itself. */
  readonly isShort: boolean
}

/** A name is asked for once nobody types on it; in milliseconds. */
const PAUSE = 700

/**
 * Asks the hub or HIMS once a whole phone, ABHA number or card number stands in the box, or a name with an age and a place
 * or the end of a phone. Where somebody here fits in everything, or less was said, a name is asked for when the clerk says so.
 */
export function useElsewhere({ ask }: Pick<DeskBridge, 'ask'>, search: Search, online: boolean): Elsewhere {
  const { query, understood, settled } = search
  const text = query.trim()
  const [pressed, setPressed] = useState('')
  const number = understood?.abha ?? understood?.phone ?? understood?.shortCode ?? null
  const may = number !== null || understood === null || !online ? 'no' : nameQuestion(understood)
  const waited = useDelayed(text, PAUSE) === text && settled
  const isAsked = may !== 'no' && (pressed === text || (may === 'ask' && waited && !isHere(search)))
  const asked = !online ? null : (number ?? (isAsked ? text : null))
  const answer = useAnswer(asked, () =>
    ask['person.elsewhere']({ text: asked ?? '', pressed: number === null && pressed === text }),
  )
  const about = { named: number === null, isShort: may === 'press' }
  const press = may !== 'no' && !isAsked && waited ? () => setPressed(text) : null
  if (asked === null || answer.kind === 'none' || answer.kind === 'refused') return { answer: null, press, ...about }
  return { answer: answer.kind === 'asking' ? { kind: 'asking' } : latest(answer), press, ...about }
}

/** Somebody on this computer fits in everything that was said. */
const isHere = ({ hits }: Search): boolean => hits.some(({ reasons }) => reasons.every(({ match }) => match === 'same'))
