import { cardIdentifier, cardsOf } from '../../../domain/fhir/card-identifier.ts'
import { fieldsOf, listOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'
import { patientOf } from '../../../domain/fhir/patient.ts'
import { extensionsOf, ownExtensions } from '../../../domain/fhir/person-extra.ts'
import { originUrls } from '../../../domain/fhir/person-origin.ts'
import { isAbha, system } from '../../../domain/fhir/vocabulary.ts'
import { groupsOf, groupsThatDiffer } from '../../../domain/person/person-group.ts'
import { meet } from '../../../domain/person/merge.ts'
import type { Proposal } from '../../../domain/person/merge.ts'
import type { PersonGroup } from '../../../domain/person/person-change.ts'
import type { Person } from '../../../domain/person/person.ts'
import { ok } from '../../../domain/result.ts'
import type { MutationBody } from '../../../domain/wire/sync.ts'
import { localId } from '../local-id.ts'
import type { Current } from '../reader.ts'
import { personIn } from '../take/patient.ts'
import { changed, created, nameThere, refuse } from './plan.ts'
import type { Entry, GiveWorld, Plan, Planned } from './plan.ts'
import { deviceOf } from './provenance.ts'

type Body<Kind extends MutationBody['kind']> = Extract<MutationBody, { readonly kind: Kind }>

/** A person as a Patient with everything that is known here. */
function patientFields(person: Person): Entry['resource'] {
  const { meta: _, ...patient } = patientOf({ row: person, version: 1, changedAt: person.registeredAt }, [])
  return { ...patient, extension: [...listOf(patient['extension']), ...extensionsOf(person)] }
}

export async function register({ person }: Body<'person.registered'>, { read }: GiveWorld): Planned {
  const known = await read.get('Patient', person.id)
  if (!known.ok) return known
  // Only this mutation has that id: what is there came of it, and may have been corrected since.
  if (known.value !== null) return ok({ kind: 'nothing' })
  return ok({ kind: 'write', entries: [created(patientFields(person))] })
}

const patientAt = ({ read, memory }: GiveWorld, personId: string) =>
  read.get('Patient', nameThere(memory, 'Patient', personId))

const gone = refuse('person-unknown')

export async function issueCard({ card }: Body<'card.issued'>, world: GiveWorld): Planned {
  const patient = await patientAt(world, card.personId)
  if (!patient.ok) return patient
  if (patient.value === null) return ok(gone)
  return ok(withCard(patient.value, card.cardId, cardIdentifier(card)))
}

export async function changeCard({ cardId, to }: Body<'card.changed'>, { read }: GiveWorld): Planned {
  const found = await read.search('Patient', { identifier: `${system.card}|${cardId}` })
  if (!found.ok) return found
  const [patient] = found.value
  const card =
    patient === undefined
      ? undefined
      : cardsOf(patient.resource, localId('Patient', patient.id)).find((one) => one.cardId === cardId)
  if (patient === undefined || card === undefined) return ok(refuse('card-unknown'))
  return ok(withCard(patient, cardId, cardIdentifier({ ...card, status: to })))
}

function withCard(patient: Current, cardId: string, identifier: object): Plan {
  const others = listOf(patient.resource['identifier']).filter((entry) => {
    const { system: named, value } = fieldsOf(entry)
    return named !== system.card || value !== cardId
  })
  return { kind: 'write', entries: [changed(patient, { identifier: [...others, identifier] })] }
}

/** A correction, by the rules of `domain/person/merge.ts`, onto the person as the server has them now. */
export async function change({ change: said }: Body<'person.changed'>, world: GiveWorld, mutation: string): Planned {
  const patient = await patientAt(world, said.personId)
  if (!patient.ok) return patient
  if (patient.value === null) return ok(gone)
  const before = personIn(patient.value, world.today)
  if (!before.ok) return ok(refuse(`unreadable there: ${before.problem}`))
  const standing = { person: before.value, versions: [], open: [], changedAt: Date.parse(patient.value.updated) || 0 }
  const met = meet(standing, said, { terminal: world.terminal, now: world.now().getTime() })
  const groups = groupsThatDiffer(groupsOf(before.value), groupsOf(met.person))
  const entries = [
    ...(groups.length === 0
      ? []
      : [changed(patient.value, correctedFields(patient.value.resource, met.person, groups))]),
    ...met.proposals.map((proposal) => reviewTask(proposal, patient.value?.id ?? '', mutation, world)),
  ]
  const shown = groupsOf(met.person)
  const isOther = groupsThatDiffer(shown, { ...shown, ...said.set }).length > 0
  const note = met.proposals.length > 0 ? ({ note: 'review' } as const) : isOther ? ({ note: 'merged' } as const) : {}
  return ok(entries.length === 0 ? { kind: 'nothing', ...note } : { kind: 'write', entries, ...note })
}

/** The elements of a Patient that hold each group of a person's details. */
const elementsOf: Readonly<Record<PersonGroup, readonly string[]>> = {
  name: ['name'],
  birth: ['birthDate', 'extension'],
  sex: ['gender'],
  bloodGroup: ['extension'],
  phone: ['telecom'],
  address: ['address'],
  guardian: ['contact'],
  language: ['communication'],
  abha: ['identifier'],
}

/** Only what changes is written; entries of a list that are not ours stay in it. */
function correctedFields(there: Fields, person: Person, groups: readonly PersonGroup[]): Fields {
  const whole = patientFields(person)
  // How a group is known changes with it.
  const names = new Set(['extension', ...groups.flatMap((group) => elementsOf[group])])
  const elements: Record<string, unknown> = {}
  for (const name of names) elements[name] = merged(name, there[name], whole[name])
  return elements
}

function merged(name: string, there: unknown, ours: unknown): unknown {
  const isOurs = spokenFor[name]
  if (isOurs === undefined) return ours
  const all = [
    ...listOf(ours).map(fieldsOf).filter(isOurs),
    ...listOf(there)
      .map(fieldsOf)
      .filter((one) => !isOurs(one)),
  ]
  return all.length === 0 ? undefined : all
}

/** Which entries of a list a terminal speaks for; of any other element it speaks for all. */
const spokenFor: Readonly<Record<string, (entry: Fields) => boolean>> = {
  extension: ({ url }) => url === system.toldAge || ownExtensions.has(String(url)) || originUrls.has(String(url)),
  telecom: (point) => point['system'] === 'phone',
  identifier: (entry) => isAbha(String(entry['system'])),
}

/** Two versions that only a person may decide between, laid before whoever works at the server. */
function reviewTask({ group, stands, proposed }: Proposal, patient: string, mutation: string, world: GiveWorld): Entry {
  const input = (code: string, value: unknown) => ({
    type: { coding: [{ system: system.task, code }] },
    valueString: JSON.stringify(value),
  })
  return created({
    resourceType: 'Task',
    id: localId('review', `${mutation} ${group}`),
    status: 'requested',
    intent: 'proposal',
    code: { coding: [{ system: system.task, code: 'review' }], text: `Two versions of ${group}` },
    for: { reference: `Patient/${patient}` },
    authoredOn: world.now().toISOString(),
    requester: deviceOf(world),
    input: [input('group', group), input('stands', stands), input('proposed', proposed)],
  })
}

/** Both records point at each other; neither is touched otherwise. */
export async function link({ link: said }: Body<'person.linked'>, world: GiveWorld): Planned {
  const both = await pair(world, said.kept, said.merged)
  if (!both.ok) return both
  if (both.value === null) return ok(gone)
  const [kept, merged_] = both.value
  const to = (current: Current, other: Current, type: string) =>
    changed(current, {
      link: [
        ...listOf(current.resource['link']).filter((one) => fieldsOf(one)['id'] !== said.id),
        { id: said.id, other: { reference: `Patient/${other.id}` }, type },
      ],
    })
  return ok({ kind: 'write', entries: [to(kept, merged_, 'replaces'), to(merged_, kept, 'replaced-by')] })
}

async function pair({ read, memory }: GiveWorld, one: string, other: string) {
  const first = await read.get('Patient', nameThere(memory, 'Patient', one))
  if (!first.ok) return first
  const second = await read.get('Patient', nameThere(memory, 'Patient', other))
  if (!second.ok) return second
  return ok(first.value === null || second.value === null ? null : ([first.value, second.value] as const))
}

export async function unlink(
  { linkId }: Body<'person.unlinked'>,
  world: GiveWorld,
  people: readonly [string, string] | null,
): Planned {
  const both = people === null ? ok(null) : await pair(world, ...people)
  if (!both.ok) return both
  if (both.value === null) return ok(refuse('link-unknown'))
  const without = (current: Current) => {
    const left = listOf(current.resource['link']).filter((one) => fieldsOf(one)['id'] !== linkId)
    return changed(current, { link: left.length === 0 ? undefined : left })
  }
  return ok({ kind: 'write', entries: both.value.map(without) })
}
