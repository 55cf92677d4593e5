import type { Refusal } from '../../contract/channel.ts'
import type { JobId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { answered } from '../ui/ask.ts'
import type { DeskAnswer, DeskBridge } from './desk-bridge.ts'
import { inTurn } from './visit/place.ts'
import type { Place } from './visit/place.ts'

type Refused = { readonly kind: 'refused'; readonly refusal: Refusal }
export type CardIssue = DeskAnswer<'card.issue'> | Refused
export type TokenIssue = DeskAnswer<'token.issue'> | Refused

/** What one person was given at one go. */
export interface Issue {
  readonly person: Person
  /** New in the records with this issue. */
  readonly registered: boolean
  readonly card: CardIssue | null
  /** Papers beside the card: the large one, stickers, a letter. */
  readonly more: readonly JobId[]
  readonly token: TokenIssue | null
}

/** What to give: a token for a department, a card, or both. */
export interface Wanted {
  readonly person: Person
  readonly registered: boolean
  readonly department: string | null
  readonly card: boolean
  /** How they wait; in turn unless it is said. */
  readonly place?: Place
}

/** A card with no personal data in its code and none but the usual on its face. */
const nothingMore = { details: false, emergency: false, face: false } as const

/** Gives the token before the card: the queue is what a patient waits for. */
export async function issueFor({ ask }: Pick<DeskBridge, 'ask'>, wanted: Wanted): Promise<Issue> {
  const { person, registered, department, place = inTurn } = wanted
  const personId = person.id
  const token = department === null ? null : await answered(ask['token.issue']({ personId, department, ...place }))
  const card = wanted.card
    ? await answered(ask['card.issue']({ personId, language: person.language, wishes: nothingMore }))
    : null
  return {
    person,
    registered,
    token: token && (token.ok ? token.value : { kind: 'refused', refusal: token.problem }),
    more: [],
    card: card && (card.ok ? card.value : { kind: 'refused', refusal: card.problem }),
  }
}

/** The papers of an issue, the slip first. */
export function jobsOf({ token, card, more }: Issue): readonly JobId[] {
  return [...[token, card].flatMap((each) => (each?.kind === 'issued' ? [each.job] : [])), ...more]
}
