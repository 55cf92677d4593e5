import type { z } from 'zod'

import type { mergeChannels } from '../../contract/merge.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId, PersonId } from '../../domain/id.ts'
import { linkRefusal } from '../../domain/person/link-set.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import type { Person } from '../../domain/person/person.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'

type Channels = typeof mergeChannels
type Linked = z.input<Channels['person.link']['output']>
type Separated = z.input<Channels['person.unlink']['output']>

/** Who has unlocked this desk, when it is a supervisor. */
export function supervisorOf(bench: Bench): OperatorId | null {
  return bench.supervisor()
}

interface Pair {
  readonly kept: Person
  readonly merged: Person
}

export type PairProblem =
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-linked'; readonly reason: 'already-one' | 'already-linked' }

/** Two records that may be linked, each as the one that is kept of its person so far. */
export function pairOf(
  { store }: Bench,
  { kept, merged }: { readonly kept: PersonId; readonly merged: PersonId },
): Result<Pair, PairProblem> {
  const [one, other] = [store.shared.person.get(kept), store.shared.person.get(merged)]
  if (one === null || other === null) return fail({ kind: 'gone' })
  const pair = { kept: store.people.kept(one), merged: store.people.kept(other) }
  const links = [...store.people.links(kept), ...store.people.links(merged)]
  const reason = linkRefusal(links, { kept: pair.kept.id, merged: pair.merged.id })
  return reason === null ? ok(pair) : fail({ kind: 'not-linked', reason })
}

/** Writes a link into the commit that it is given. */
export function writeLink(bench: Bench, write: Write, { kept, merged }: Pair, by: OperatorId): PersonLink {
  const link: PersonLink = { id: bench.newId(), kept: kept.id, merged: merged.id, at: write.at, by, undone: null }
  write.put('person_link', link)
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'person.linked', link }, kept.name.latin)
  write.audit('person.linked', `${kept.id} ${merged.id}`)
  return link
}

/** Says that two records are one person; only a supervisor does. */
export function linkPeople(bench: Bench, asked: { readonly kept: PersonId; readonly merged: PersonId }): Linked {
  const pair = pairOf(bench, asked)
  if (!pair.ok) return pair.problem
  const by = supervisorOf(bench)
  if (by === null) return { kind: 'ask-supervisor' }
  const saved = bench.save((write) => writeLink(bench, write, pair.value, by))
  return saved.ok ? { kind: 'linked', link: saved.value } : { kind: 'not-saved', cause: saved.problem }
}

/** Takes a link back: neither record has changed meanwhile, so both are as they were. */
export function separatePeople(
  bench: Bench,
  { linkId, reason }: { readonly linkId: string; readonly reason: string },
): Separated {
  const link = bench.store.shared.person_link.get(linkId)
  if (link === null || link.undone !== null) return { kind: 'gone' }
  const by = supervisorOf(bench)
  if (by === null) return { kind: 'ask-supervisor' }
  const saved = bench.save((write) => {
    const { at } = write
    write.put('person_link', { ...link, undone: { at, by, reason } })
    const name = bench.store.shared.person.get(link.kept)?.name.latin ?? ''
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'person.unlinked', linkId, at, by, reason }, name)
    write.audit('person.separated', `${link.kept} ${link.merged}`)
  })
  return saved.ok ? { kind: 'separated' } : { kind: 'not-saved', cause: saved.problem }
}
