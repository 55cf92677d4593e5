import type { AccessTable, OriginTable } from '../../database/part/clinical.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import type { Resource } from '../resource.ts'

/** DICOM's letters for what was done, by the interaction of FHIR. */
const actions: Readonly<Record<string, string>> = { create: 'C', read: 'R', vread: 'R', update: 'U', delete: 'D' }

const who = (client: string | null, name: string | undefined): object =>
  client === null
    ? { display: 'Administrator of HIMS' }
    : { identifier: { system: system.client, value: client }, display: name ?? 'Client' }

const dicom = (code: string, display: string): object => ({
  coding: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code, display }],
})
const entityKind = (type: string, role: string): object => ({
  type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: type },
  role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: role },
})

/** An access as FHIR R4 AuditEvent, in the shape of IHE's Basic Audit Log Patterns for RESTful servers. */
export function auditEventOf(row: AccessTable, name: string | undefined): Resource {
  const { type, target, person, query } = row
  const entity = [
    ...(person === null ? [] : [{ what: { reference: `Patient/${person}` }, ...entityKind('1', '1') }]),
    ...(type === null || target === null || (type === 'Patient' && target === person)
      ? []
      : [{ what: { reference: `${type}/${target}` }, ...entityKind('2', '4') }]),
    ...(query === null ? [] : [{ ...entityKind('2', '24'), query: Buffer.from(query).toString('base64') }]),
  ]
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    meta: { versionId: '1', lastUpdated: row.at },
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
      display: 'RESTful Operation',
    },
    subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: row.action }],
    action: actions[row.action] ?? 'E',
    recorded: row.at,
    outcome: String(row.outcome),
    agent: [
      { type: dicom('110153', 'Source Role ID'), who: who(row.client, name), requestor: true },
      { type: dicom('110152', 'Destination Role ID'), who: { display: 'HIMS' }, requestor: false },
    ],
    source: { observer: { display: 'HIMS' } },
    ...(entity.length === 0 ? {} : { entity }),
  }
}

/** Who wrote a version, as FHIR R4 Provenance. */
export const provenanceOf = (row: OriginTable, name: string | undefined): Resource => ({
  resourceType: 'Provenance',
  id: row.id,
  meta: { versionId: '1', lastUpdated: row.at },
  target: [{ reference: `${row.type}/${row.target}/_history/${row.version}` }],
  recorded: row.at,
  activity: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: row.activity }],
  },
  agent: [
    {
      type: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'transmitter' }],
      },
      who: who(row.client, name),
    },
  ],
})
