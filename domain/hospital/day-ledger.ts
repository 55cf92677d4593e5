import type { DayCounts, DayNumber } from './day-count.ts'
import type { DifferenceKind } from './day-statement.ts'

/** One entry of a desk's log, in the order of its making. */
export interface DayDeed {
  readonly seq: number
  readonly at: string
  readonly by: string | null
  readonly deed: string
  readonly subject: string
}

/** A token slip as the desk's queue of papers knows it. */
export interface DaySlip {
  readonly job: string
  /** `M 148` */
  readonly label: string
  readonly at: string
  readonly copy: number
  /** `came` and `spoiled`: known, or said by somebody who looked. */
  readonly fate: 'came' | 'spoiled' | 'open'
  /** Whose paper it is, when its token is known here. */
  readonly visit: string | null
}

export interface DayToken {
  readonly visit: string
  readonly label: string
  readonly at: string
  readonly isCancelled: boolean
  /** What became of every paper of this token, on whatever day. */
  readonly papers: readonly DaySlip['fate'][]
}

/** Everything a desk wrote down about one day or one shift. */
export interface DayLedger {
  readonly deeds: readonly DayDeed[]
  readonly tokens: readonly DayToken[]
  readonly slips: readonly DaySlip[]
  /** Numbers that were taken of the desk's own blocks, as they are said. */
  readonly taken: readonly string[]
}

/** One line of the list behind a number. */
export interface DayEntry {
  /** What it was done to: a person, a card, a visit, a paper. */
  readonly subject: string
  readonly label: string
  readonly at: string
  readonly by: string | null
}

export type DayLists = Readonly<Record<DayNumber, readonly DayEntry[]>>

const replaced: ReadonlySet<string> = new Set(['clerk.replaced-card', 'supervisor.replaced-card'])
const stopped: ReadonlySet<string> = new Set(['lost', 'suspended', 'revoked'].map((status) => `card.${status}`))
const visitDeeds = ['cancelled', 'restored', 'moved'] as const
const visitDeed = (kind: (typeof visitDeeds)[number]): string => `visit.${kind}`
const counted: ReadonlySet<string> = new Set([
  'person.registered',
  'card.issued',
  ...replaced,
  ...stopped,
  ...visitDeeds.map(visitDeed),
])

/** Whether a deed is one that a day is told in. */
export const isCounted = ({ deed }: Pick<DayDeed, 'deed'>): boolean => counted.has(deed)

/** The list behind every number. A card that takes another's place is written right after the word that it does. */
export function dayLists({ deeds, tokens, slips }: DayLedger): DayLists {
  const replacing = new Set(deeds.flatMap(({ deed, seq }) => (replaced.has(deed) ? [seq + 1] : [])))
  const entries = (fits: (deed: DayDeed) => boolean): readonly DayEntry[] =>
    deeds.filter(fits).map(({ subject, at, by }) => ({ subject, label: '', at, by }))
  const of = (wanted: string) => entries(({ deed }) => deed === wanted)
  const papers = (fits: (slip: DaySlip) => boolean): readonly DayEntry[] =>
    slips.filter(fits).map(({ job, label, at }) => ({ subject: job, label, at, by: null }))
  return {
    registered: of('person.registered'),
    cardsIssued: entries(({ deed, seq }) => deed === 'card.issued' && !replacing.has(seq)),
    cardsReissued: entries(({ deed, seq }) => deed === 'card.issued' && replacing.has(seq)),
    cardsStopped: entries(({ deed }) => stopped.has(deed)),
    tokens: tokens.map(({ visit, label, at }) => ({ subject: visit, label, at, by: null })),
    cancelled: of(visitDeed('cancelled')),
    restored: of(visitDeed('restored')),
    transferred: of(visitDeed('moved')),
    slips: papers(({ copy, fate }) => copy === 1 && fate === 'came'),
    reprints: papers(({ copy, fate }) => copy > 1 && fate === 'came'),
    spoiled: papers(({ fate }) => fate === 'spoiled'),
    unprinted: papers(({ fate }) => fate === 'open'),
  }
}

export function countsOf(lists: DayLists): DayCounts {
  return {
    registered: lists.registered.length,
    cardsIssued: lists.cardsIssued.length,
    cardsReissued: lists.cardsReissued.length,
    cardsStopped: lists.cardsStopped.length,
    tokens: lists.tokens.length,
    cancelled: lists.cancelled.length,
    restored: lists.restored.length,
    transferred: lists.transferred.length,
    slips: lists.slips.length,
    reprints: lists.reprints.length,
    spoiled: lists.spoiled.length,
    unprinted: lists.unprinted.length,
  }
}

export interface DayDifference {
  readonly kind: DifferenceKind
  /** `M 148` */
  readonly name: string
  readonly at: string | null
  /** How far the papers of a token without one came. */
  readonly paper: 'none' | 'spoiled' | 'open' | null
}

/**
 * Where tokens and papers do not agree. A cancelled token needs no paper; one whose paper may still come out is told of,
 * because nobody has the slip in hand yet.
 */
export function dayDifferences({ tokens, slips, taken }: DayLedger): readonly DayDifference[] {
  const known = new Set(tokens.map(({ label }) => label))
  return [
    ...tokens.flatMap(({ label, at, isCancelled, papers }): DayDifference[] => {
      if (isCancelled || papers.includes('came')) return []
      return [{ kind: 'token-without-paper', name: label, at, paper: worst(papers) }]
    }),
    ...slips.flatMap(({ visit, label, at, fate }): DayDifference[] =>
      visit === null && fate !== 'spoiled' ? [{ kind: 'paper-without-token', name: label, at, paper: null }] : [],
    ),
    ...taken.flatMap((label): DayDifference[] =>
      known.has(label) ? [] : [{ kind: 'number-without-token', name: label, at: null, paper: null }],
    ),
  ]
}

const worst = (papers: readonly DaySlip['fate'][]): 'none' | 'spoiled' | 'open' =>
  papers.length === 0 ? 'none' : papers.includes('open') ? 'open' : 'spoiled'
