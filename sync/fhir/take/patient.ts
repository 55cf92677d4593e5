import { z } from 'zod'

import { cardsOf } from '../../../domain/fhir/card-identifier.ts'
import { idIn } from '../../../domain/fhir/element.ts'
import { PatientIn, personOf } from '../../../domain/fhir/patient-input.ts'
import { extraOf } from '../../../domain/fhir/person-extra.ts'
import { fail } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Person } from '../../../domain/person/person.ts'
import { PersonLink } from '../../../domain/person/person-link.ts'
import { localId } from '../local-id.ts'
import { skip } from './taken.ts'
import type { Arrived, Take, TakenRow } from './taken.ts'

/** The person that a Patient tells of, as this terminal calls them. */
export function personIn(
  { id, updated, resource }: Omit<Arrived, 'before' | 'version'>,
  today: string,
): Result<Person, string> {
  // One that was merged into another is still somebody's card and papers.
  const read = PatientIn.safeParse({ ...resource, active: undefined })
  if (!read.success) return fail(read.error.issues[0]?.path.join('.') ?? 'unreadable')
  const extra = extraOf(resource)
  const at = extra.registeredAt ?? new Date(Date.parse(updated) || 0).toISOString()
  const mothers = (there: string) => localId('Patient', there)
  const person = personOf(read.data, { id: localId('Patient', id), today, at, kept: extra, mothers })
  return person.ok ? person : fail(person.problem.diagnostics)
}

export const takePatient: Take = (arrived, { today }) => {
  const person = personIn(arrived, today)
  if (!person.ok) return skip(person.problem)
  const { id } = person.value
  const links = linksOf(arrived.resource, id)
  return {
    rows: [
      { table: 'person', id, row: person.value },
      ...cardsOf(arrived.resource, id).map((card): TakenRow => ({ table: 'card', id: card.cardId, row: card })),
      ...links.map((link) => linkRow(link, arrived.updated, null)),
      ...gone(arrived, links).map((link) => linkRow(link, arrived.updated, arrived.updated)),
    ],
    body: links,
    skipped: null,
  }
}

const Link = z.object({ id: z.string(), kept: z.string(), merged: z.string() })
type Link = z.infer<typeof Link>

const Linked = z.looseObject({
  link: z
    .array(
      z.looseObject({
        id: z.string().optional(),
        other: z.looseObject({ reference: z.string().optional() }),
        type: z.string(),
      }),
    )
    .optional(),
})

/** Which records are kept of this one, by `replaced-by`; the other direction is told by the other record. */
function linksOf(resource: unknown, merged: string): readonly Link[] {
  const read = Linked.safeParse(resource)
  return (read.success ? (read.data.link ?? []) : []).flatMap(({ id, other, type }) => {
    const kept = idIn(other.reference, 'Patient')
    if (type !== 'replaced-by' || kept === null) return []
    const named = z.uuid().safeParse(id)
    const local = localId('Patient', kept)
    return [{ id: named.success ? named.data : localId('Link', `${local} ${merged}`), kept: local, merged }]
  })
}

/** Links that were there and are no more. */
function gone({ before }: Arrived, now: readonly Link[]): readonly Link[] {
  const known = z.array(Link).safeParse(before?.body)
  return (known.success ? known.data : []).filter(({ id }) => now.every((link) => link.id !== id))
}

function linkRow({ id, kept, merged }: Link, at: string, undone: string | null): TakenRow {
  const moment = (text: string) => new Date(Date.parse(text) || 0).toISOString()
  const row = PersonLink.safeParse({
    id,
    kept,
    merged,
    at: moment(at),
    by: 'elsewhere',
    undone: undone === null ? null : { at: moment(undone), by: 'elsewhere', reason: '' },
  })
  return { table: 'person_link', id, row: row.success ? row.data : null }
}
