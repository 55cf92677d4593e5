import type { Parameter } from '../clinical/parameter.ts'
import { parameter as p } from './search-parameter.ts'

/** The resources that this HIMS speaks. */
export const resourceTypes = [
  'Patient',
  'RelatedPerson',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'Encounter',
  'Condition',
  'AllergyIntolerance',
  'Observation',
  'DiagnosticReport',
  'ServiceRequest',
  'Immunization',
  'Medication',
  'MedicationRequest',
  'MedicationDispense',
  'Composition',
  'Coverage',
  'Appointment',
  'Schedule',
  'Slot',
  'Task',
  'Communication',
  'Consent',
  'SupplyRequest',
  'SupplyDelivery',
  'AuditEvent',
  'Provenance',
] as const
export type ResourceType = (typeof resourceTypes)[number]

const known: ReadonlySet<string> = new Set(resourceTypes)
export const isResourceType = (text: string): text is ResourceType => known.has(text)

export interface TypeRule {
  /**
   * `native`: rows that terminals hold too. `stored`: as FHIR came. `both`: native where our own tables can hold it whole
   * and act on it, stored where it is only told.
   */
  readonly kept: 'native' | 'stored' | 'both'
  readonly writes: readonly ('create' | 'update' | 'delete')[]
  /** A change must name the version that it was made from: whoever missed one could undo a warning. */
  readonly guarded: boolean
  /** Once it is there it stays as it is. */
  readonly onlyAdded: boolean
  /** The elements that may say whose record it belongs to, and the search parameters that ask for it. */
  readonly person: readonly string[]
  readonly personSearch: readonly string[]
  /** The elements that may say when it was. */
  readonly happened: readonly string[]
  readonly search: Readonly<Record<string, Parameter>>
}

const all = ['create', 'update', 'delete'] as const

const stored = (
  person: string,
  happened: string,
  search: TypeRule['search'],
  more: Partial<TypeRule> = {},
): TypeRule => ({
  kept: 'stored',
  writes: all,
  guarded: false,
  onlyAdded: false,
  person: person === '' ? [] : person.split(' '),
  personSearch: person === '' ? [] : person === 'subject' ? ['patient', 'subject'] : ['patient'],
  happened: happened === '' ? [] : happened.split(' '),
  search,
  ...more,
})

const identifier = p('token identifier')
const name = p('string name')

/** What can be done with each resource, and what it is searched by: routes, search and CapabilityStatement all read this. */
export const typeTable: Readonly<Record<ResourceType, TypeRule>> = {
  Patient: stored(
    '',
    '',
    {
      identifier,
      name,
      phone: p('token telecom'),
      telecom: p('token telecom'),
      family: p('string name.family'),
      given: p('string name.given'),
      gender: p('token gender'),
      birthdate: p('date birthDate'),
    },
    { kept: 'native', writes: ['create', 'update'], guarded: true },
  ),
  RelatedPerson: stored(
    'patient',
    '',
    { identifier, name, phone: p('token telecom'), relationship: p('token relationship') },
    { kept: 'both' },
  ),
  Practitioner: stored(
    '',
    '',
    { identifier, name, family: p('string name.family'), active: p('token active') },
    { kept: 'both' },
  ),
  PractitionerRole: stored(
    '',
    '',
    {
      identifier,
      practitioner: p('reference practitioner'),
      organization: p('reference organization'),
      location: p('reference location'),
      service: p('reference healthcareService'),
      role: p('token code'),
      specialty: p('token specialty'),
      active: p('token active'),
      date: p('date period'),
    },
    { kept: 'both' },
  ),
  Organization: stored(
    '',
    '',
    { identifier, name, type: p('token type'), partof: p('reference partOf') },
    { kept: 'both' },
  ),
  Location: stored(
    '',
    '',
    {
      identifier,
      name,
      status: p('token status'),
      type: p('token type'),
      organization: p('reference managingOrganization'),
      partof: p('reference partOf'),
    },
    { kept: 'both' },
  ),
  HealthcareService: stored(
    '',
    '',
    {
      identifier,
      name,
      organization: p('reference providedBy'),
      location: p('reference location'),
      specialty: p('token specialty'),
      'service-type': p('token type'),
      active: p('token active'),
    },
    { kept: 'both' },
  ),
  Encounter: stored('subject', 'period', {
    identifier,
    status: p('token status'),
    class: p('token class'),
    type: p('token type'),
    date: p('date period'),
    location: p('reference location.location'),
    participant: p('reference participant.individual'),
    'service-provider': p('reference serviceProvider'),
    'part-of': p('reference partOf'),
    'reason-code': p('token reasonCode'),
  }),
  Condition: stored('subject', 'onset[x] recordedDate', {
    identifier,
    'clinical-status': p('token clinicalStatus'),
    'verification-status': p('token verificationStatus'),
    category: p('token category'),
    code: p('token code'),
    encounter: p('reference encounter'),
    'onset-date': p('date onsetDateTime onsetPeriod'),
    'recorded-date': p('date recordedDate'),
  }),
  AllergyIntolerance: stored(
    'patient',
    'onset[x] recordedDate',
    {
      identifier,
      'clinical-status': p('token clinicalStatus'),
      'verification-status': p('token verificationStatus'),
      category: p('token category'),
      criticality: p('token criticality'),
      code: p('token code'),
      date: p('date recordedDate'),
    },
    { kept: 'both', guarded: true },
  ),
  Observation: stored('subject', 'effective[x] issued', {
    identifier,
    status: p('token status'),
    category: p('token category'),
    code: p('token code'),
    date: p('date effectiveDateTime effectivePeriod effectiveInstant'),
    encounter: p('reference encounter'),
    'component-code': p('token component.code'),
    'based-on': p('reference basedOn'),
    performer: p('reference performer'),
  }),
  DiagnosticReport: stored('subject', 'effective[x] issued', {
    identifier,
    status: p('token status'),
    category: p('token category'),
    code: p('token code'),
    date: p('date effectiveDateTime effectivePeriod'),
    encounter: p('reference encounter'),
    issued: p('date issued'),
    result: p('reference result'),
    'based-on': p('reference basedOn'),
  }),
  ServiceRequest: stored('subject', 'authoredOn occurrence[x]', {
    identifier,
    status: p('token status'),
    intent: p('token intent'),
    category: p('token category'),
    code: p('token code'),
    authored: p('date authoredOn'),
    encounter: p('reference encounter'),
    requester: p('reference requester'),
    performer: p('reference performer'),
    requisition: p('token requisition'),
  }),
  Immunization: stored('patient', 'occurrence[x] recorded', {
    identifier,
    status: p('token status'),
    'vaccine-code': p('token vaccineCode'),
    date: p('date occurrenceDateTime'),
    location: p('reference location'),
  }),
  Medication: stored('', '', { identifier, code: p('token code'), status: p('token status') }, { kept: 'both' }),
  MedicationRequest: stored(
    'subject',
    'authoredOn',
    {
      identifier,
      status: p('token status'),
      intent: p('token intent'),
      category: p('token category'),
      code: p('token medicationCodeableConcept'),
      medication: p('reference medicationReference'),
      authoredon: p('date authoredOn'),
      encounter: p('reference encounter'),
      requester: p('reference requester'),
    },
    { kept: 'both', guarded: true },
  ),
  MedicationDispense: stored(
    'subject',
    'whenHandedOver whenPrepared',
    {
      identifier,
      status: p('token status'),
      code: p('token medicationCodeableConcept'),
      medication: p('reference medicationReference'),
      prescription: p('reference authorizingPrescription'),
      context: p('reference context'),
      whenhandedover: p('date whenHandedOver'),
    },
    { kept: 'both', guarded: true },
  ),
  Composition: stored('subject', 'date', {
    identifier,
    status: p('token status'),
    type: p('token type'),
    category: p('token category'),
    date: p('date date'),
    author: p('reference author'),
    encounter: p('reference encounter'),
    title: p('string title'),
  }),
  Coverage: stored(
    'beneficiary',
    'period',
    { identifier, status: p('token status'), type: p('token type'), payor: p('reference payor') },
    { kept: 'both', personSearch: ['patient', 'beneficiary'] },
  ),
  Appointment: stored('participant.actor', 'start', {
    identifier,
    status: p('token status'),
    date: p('date start'),
    actor: p('reference participant.actor'),
    slot: p('reference slot'),
    'service-type': p('token serviceType'),
    specialty: p('token specialty'),
  }),
  Schedule: stored(
    '',
    '',
    {
      identifier,
      active: p('token active'),
      actor: p('reference actor'),
      date: p('date planningHorizon'),
      'service-type': p('token serviceType'),
      specialty: p('token specialty'),
    },
    { kept: 'both' },
  ),
  Slot: stored(
    '',
    'start',
    {
      identifier,
      schedule: p('reference schedule'),
      start: p('date start'),
      status: p('token status'),
      'service-type': p('token serviceType'),
      specialty: p('token specialty'),
    },
    { kept: 'both' },
  ),
  Task: stored(
    'for',
    'authoredOn lastModified',
    {
      identifier,
      status: p('token status'),
      intent: p('token intent'),
      code: p('token code'),
      priority: p('token priority'),
      owner: p('reference owner'),
      requester: p('reference requester'),
      focus: p('reference focus'),
      encounter: p('reference encounter'),
      'business-status': p('token businessStatus'),
      'based-on': p('reference basedOn'),
      'authored-on': p('date authoredOn'),
      modified: p('date lastModified'),
    },
    { kept: 'both', personSearch: ['patient', 'subject'] },
  ),
  Communication: stored('subject', 'sent received', {
    identifier,
    status: p('token status'),
    category: p('token category'),
    encounter: p('reference encounter'),
    recipient: p('reference recipient'),
    sender: p('reference sender'),
    sent: p('date sent'),
  }),
  Consent: stored(
    'patient',
    'dateTime',
    {
      identifier,
      status: p('token status'),
      scope: p('token scope'),
      category: p('token category'),
      date: p('date dateTime'),
      organization: p('reference organization'),
    },
    { guarded: true },
  ),
  SupplyRequest: stored(
    'deliverTo',
    'authoredOn',
    {
      identifier,
      status: p('token status'),
      category: p('token category'),
      date: p('date authoredOn'),
      requester: p('reference requester'),
      supplier: p('reference supplier'),
    },
    { kept: 'both', personSearch: ['subject'] },
  ),
  SupplyDelivery: stored(
    'patient',
    'occurrence[x]',
    {
      identifier,
      status: p('token status'),
      receiver: p('reference receiver'),
      supplier: p('reference supplier'),
    },
    { kept: 'both' },
  ),
  AuditEvent: stored(
    'entity.what agent.who',
    'recorded',
    {
      action: p('token action'),
      date: p('date recorded'),
      type: p('token type'),
      subtype: p('token subtype'),
      outcome: p('token outcome'),
      agent: p('reference agent.who'),
      entity: p('reference entity.what'),
    },
    { kept: 'both', writes: ['create'] },
  ),
  Provenance: stored(
    'target',
    'recorded',
    { target: p('reference target'), agent: p('reference agent.who'), recorded: p('date recorded') },
    { kept: 'both', writes: ['create', 'update'], onlyAdded: true },
  ),
}
