import { uuidV7 } from '../../../domain/id.ts'
import { fieldsOf, listOf, valuesAt } from '../../../domain/fhir/fields.ts'
import { storedOf } from '../../clinical/stored.ts'
import type { Store } from '../../database/schema.ts'
import { moment } from '../../world.ts'
import type { Answer } from '../interaction/answer.ts'
import type { Face } from '../interaction/handle.ts'
import { FhirRefusal } from '../problem.ts'
import { resourceOf } from '../stored-resource.ts'
import type { ResourceType } from '../type-table.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import type { Resource } from '../resource.ts'
import { mentionedBy } from './everything.ts'
import { nativePapers, personRecords } from './record-of.ts'
import { sectionOf, sections } from './section.ts'

/** As many of the newest are looked at; a person has rarely more. */
const LOOKED_AT = 500
const MOST_RESULTS = 60
const MOST_ENCOUNTERS = 15

/** What a doctor who never saw the person must know, as a document Bundle: `Patient/ID/$summary`. */
export async function summaryOf({ inside: { store, world }, base }: Face, id: string): Promise<Answer> {
  const found = await personRecords(store, id)
  const [patient] = found?.patients ?? []
  if (found === null || patient === undefined) {
    throw new FhirRefusal({ status: 404, code: 'not-found', diagnostics: 'No such patient' })
  }
  const papers = await papersOf(store, found.people)
  const parts = Object.values(papers).flat()
  const composition = compositionOf(patient, papers, uuidV7(world.now(), world.random(10)), moment(world.now()))
  const all = [composition, ...found.patients, ...parts, ...(await mentionedBy(store, parts))]
  const distinct = new Map(all.map((one) => [`${one.resourceType}/${one.id}`, one]))
  return {
    status: 200,
    body: {
      resourceType: 'Bundle',
      identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${composition.id}` },
      type: 'document',
      timestamp: moment(world.now()),
      entry: [...distinct].map(([name, resource]) => ({ fullUrl: `${base}/${name}`, resource })),
    },
  }
}

type Papers = Readonly<Record<keyof typeof sections, readonly Resource[]>>

async function papersOf(store: Store, people: readonly string[]): Promise<Papers> {
  const [conditions, allergies, orders, immunizations, observations, reports, encounters] = await Promise.all(
    (
      [
        'Condition',
        'AllergyIntolerance',
        'MedicationRequest',
        'Immunization',
        'Observation',
        'DiagnosticReport',
        'Encounter',
      ] as const
    ).map((type) => newest(store, type, people)),
  )
  const warnings = [...(await nativePapers(store, 'AllergyIntolerance', people)), ...(allergies ?? [])]
  const ordered = [...(await nativePapers(store, 'MedicationRequest', people)), ...(orders ?? [])]
  return {
    problems: (conditions ?? []).filter((one) => isActive(one) && !isWrong(one)),
    allergies: warnings.filter((one) => isActive(one) && !isWrong(one)),
    medicines: ordered.filter(({ status }) => status === 'active' || status === 'on-hold'),
    immunizations: (immunizations ?? []).filter(({ status }) => status === 'completed'),
    results: [...newestOfEach(observations ?? []), ...(reports ?? []).filter(isTrue).slice(0, MOST_ENCOUNTERS)],
    encounters: (encounters ?? []).filter(isTrue).slice(0, MOST_ENCOUNTERS),
  }
}

async function newest(store: Store, type: ResourceType, people: readonly string[]): Promise<readonly Resource[]> {
  const rows = await store
    .selectFrom('resource')
    .selectAll()
    .where('person', 'in', people)
    .where('type', '=', type)
    .where('deleted', '=', 0)
    .orderBy('happened', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  return rows.map((row) => resourceOf(type, storedOf(row)))
}

const codesAt = (resource: Resource, path: string): readonly unknown[] => valuesAt(resource, `${path}.coding.code`)

const isActive = (resource: Resource): boolean => {
  const codes = codesAt(resource, 'clinicalStatus')
  return codes.length === 0 || codes.some((code) => code === 'active' || code === 'recurrence' || code === 'relapse')
}
const isWrong = (resource: Resource): boolean =>
  codesAt(resource, 'verificationStatus').some((code) => code === 'entered-in-error' || code === 'refuted')
const isTrue = ({ status }: Resource): boolean => status !== 'entered-in-error' && status !== 'cancelled'

/** The newest result of each kind. */
function newestOfEach(observations: readonly Resource[]): readonly Resource[] {
  const found = new Map<string, Resource>()
  for (const observation of observations.filter(isTrue)) {
    const [coding] = listOf(fieldsOf(observation['code'])['coding']).map(fieldsOf)
    const key = `${String(coding?.['system'])}|${String(coding?.['code'] ?? fieldsOf(observation['code'])['text'])}`
    if (!found.has(key)) found.set(key, observation)
  }
  return [...found.values()].slice(0, MOST_RESULTS)
}

function compositionOf(patient: Resource, papers: Papers, id: string, at: string): Resource {
  const kinds = ['problems', 'allergies', 'medicines', 'immunizations', 'results', 'encounters'] as const
  const section = kinds.flatMap((kind) => sectionOf(sections[kind], papers[kind]) ?? [])
  return {
    resourceType: 'Composition',
    id,
    meta: { versionId: '1', lastUpdated: at },
    status: 'final',
    type: { coding: [{ system: system.loinc, code: '60591-5', display: 'Patient summary Document' }] },
    subject: { reference: `Patient/${patient.id}` },
    date: at,
    author: [{ display: 'HIMS' }],
    title: 'Patient summary Document',
    section,
  }
}
