import type { PersonId } from '../id.ts'
import type { PersonLink } from './person-link.ts'

/** Which records are one person, by the links that have not been taken back. */
export interface LinkSet {
  /** The record that is kept; of a person without links, the only one. */
  readonly canonical: (id: PersonId) => PersonId
  /** All records of one person, the kept one first. */
  readonly all: (id: PersonId) => readonly PersonId[]
}

type Link = Pick<PersonLink, 'kept' | 'merged' | 'undone'>

const live = ({ undone }: Link): boolean => undone === null

/** Ends also where two desks, cut off from each other, linked in a circle or one person twice: every reader picks the same. */
export function linkSet(links: readonly Link[]): LinkSet {
  const standing = links.filter(live)
  const all = (id: PersonId): readonly PersonId[] => {
    const found = new Set([id])
    for (const each of found) {
      for (const { kept, merged } of standing) {
        if (kept === each) found.add(merged)
        if (merged === each) found.add(kept)
      }
    }
    return keptFirst([...found], standing)
  }
  return { all, canonical: (id) => all(id)[0] ?? id }
}

/** Records that are one person, the kept one first and the others by age. */
export function keptFirst(ids: readonly PersonId[], links: readonly Link[]): readonly PersonId[] {
  const merged = new Set(links.filter(live).map((link) => link.merged))
  const [kept, ...rest] = ids.toSorted(
    (one, other) => Number(merged.has(one)) - Number(merged.has(other)) || (one < other ? -1 : 1),
  )
  return kept === undefined ? [] : [kept, ...rest]
}

/** Why a link may not be made: it would say nothing, close a circle, or link one record to two. */
export type LinkRefusal = 'already-one' | 'already-linked'

export function linkRefusal(
  links: readonly Link[],
  { kept, merged }: Pick<PersonLink, 'kept' | 'merged'>,
): LinkRefusal | null {
  const { canonical } = linkSet(links)
  if (canonical(kept) === canonical(merged)) return 'already-one'
  return links.some((link) => live(link) && link.merged === merged) ? 'already-linked' : null
}
