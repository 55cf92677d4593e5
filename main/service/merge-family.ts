import type { z } from 'zod'

import type { Handlers } from '../../contract/channel.ts'
import type { familyChannels, Relative } from '../../contract/family.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId } from '../../domain/id.ts'
import { familyEnds, familyRefusal, familyRole } from '../../domain/person/family-link.ts'
import type { FamilyLink } from '../../domain/person/family-link.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { hlcMilliseconds } from '../../domain/time/hlc.ts'
import { familyQuery } from '../store/family-query.ts'
import type { FamilyQuery } from '../store/family-query.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { nameOf } from './visit-desk.ts'

type Channels = typeof familyChannels
type Asked<Name extends keyof Channels> = z.output<Channels[Name]['input']>
type Told<Name extends keyof Channels> = z.input<Channels[Name]['output']>

interface Family {
  readonly bench: Bench
  readonly query: FamilyQuery
}

/** Who belongs to whose family, and what was corrected of somebody's details. */
export function familyHandlers(bench: Bench): Handlers<Channels> {
  const family = { bench, query: familyQuery(bench.store.database) }
  return {
    'family.list': async ({ personId }) => relativesOf(family, personId),
    'family.link': async (asked) => linkFamily(family, asked),
    'family.end': async (asked) => endFamily(bench, asked),
    'person.history': async ({ personId }) => historyOf(family, personId),
  }
}

const nowFirst = (one: FamilyLink, other: FamilyLink): number =>
  Number(one.ended !== null) - Number(other.ended !== null) || other.at.localeCompare(one.at)

/** Each once: two desks that were cut off from each other may have said the same. */
function relativesOf({ bench, query }: Family, personId: Asked<'family.list'>['personId']): Relative[] {
  const { people, shared } = bench.store
  const records = people.records(personId)
  const seen = new Set<string>()
  return query
    .links(records)
    .toSorted(nowFirst)
    .flatMap((link): Relative[] => {
      const role = familyRole(link, records)
      const other = records.includes(link.person) ? link.relative : link.person
      const person = personHere(bench.store, other)
      const key = `${role} ${person?.id ?? other} ${link.ended === null ? '' : link.id}`
      if (seen.has(key)) return []
      seen.add(key)
      const age = person === null ? null : ageOn(person.birth, bench.today())
      return [{ link, role, person: person ?? shared.person.get(other), age, by: nameOf(bench, link.by) }]
    })
    .slice(0, 100)
}

function linkFamily({ bench, query }: Family, { personId, other, role }: Asked<'family.link'>): Told<'family.link'> {
  const [one, two] = [personHere(bench.store, personId), personHere(bench.store, other)]
  const by = operatorOf(bench)
  if (one === null || two === null || by === null) return { kind: 'gone' }
  const ends = familyEnds(one.id, two.id, role)
  const refusal = familyRefusal(sameRecords(bench, query.links(bench.store.people.records(one.id))), ends)
  if (refusal !== null) return { kind: 'not-linked', reason: refusal }
  const saved = bench.save((write) => {
    const link: FamilyLink = { id: bench.newId(), ...ends, at: write.at, by, ended: null }
    write.put('family_link', link)
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'family.linked', link }, namesOf(one, two))
    write.audit('family.linked', `${link.person} ${link.relative} ${link.relation}`)
    return link
  })
  return saved.ok ? { kind: 'linked', link: saved.value } : { kind: 'not-saved', cause: saved.problem }
}

/** Links as they stand between the records that are kept. */
const sameRecords = ({ store }: Bench, links: readonly FamilyLink[]): readonly FamilyLink[] =>
  links.map((link) => ({
    ...link,
    person: personHere(store, link.person)?.id ?? link.person,
    relative: personHere(store, link.relative)?.id ?? link.relative,
  }))

const namesOf = (one: Person, other: Person): string => `${one.name.latin}, ${other.name.latin}`

function endFamily(bench: Bench, { linkId, reason }: Asked<'family.end'>): Told<'family.end'> {
  const link = bench.store.shared.family_link.get(linkId)
  const by = operatorOf(bench)
  if (link === null || link.ended !== null || by === null) return { kind: 'gone' }
  const saved = bench.save((write) => {
    const { at } = write
    write.put('family_link', { ...link, ended: { at, by, reason } })
    const name = bench.store.shared.person.get(link.person)?.name.latin ?? ''
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'family.ended', linkId, at, by, reason }, name)
    write.audit('family.ended', `${link.person} ${link.relative} ${link.relation}`)
  })
  return saved.ok ? { kind: 'ended' } : { kind: 'not-saved', cause: saved.problem }
}

/** Every record of the person has its own corrections; together they are one history. */
function historyOf({ bench, query }: Family, personId: Asked<'person.history'>['personId']): Told<'person.history'> {
  const here = bench.store.device.read().terminal
  return bench.store.people
    .records(personId)
    .flatMap((record) => query.edits(record))
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, 100)
    .map(({ id, at, by, terminal, source, was, set }) => ({
      id,
      at: new Date(hlcMilliseconds(at)).toISOString(),
      by: by === null ? null : nameOf(bench, by),
      terminal,
      here: terminal === here,
      source,
      was,
      set,
    }))
}

function operatorOf({ session }: Bench): OperatorId | null {
  const now = session()
  return now.kind === 'locked' ? null : now.operator
}
