/** The code systems and identifiers of HIMS and its terminals, as FHIR names them. */
export const system = {
  card: 'urn:hims:card',
  /** ABHA numbers, as ABDM names their register. */
  abha: 'https://healthid.abdm.gov.in',
  /** Facilities, as ABDM's Health Facility Registry names them. */
  hfr: 'https://facility.abdm.gov.in',
  client: 'urn:hims:client',
  prescription: 'urn:hims:prescription',
  formulary: 'urn:hims:formulary',
  food: 'urn:hims:food',
  allergyGroup: 'urn:hims:allergy-group',
  script: 'urn:hims:script',
  toldAge: 'urn:hims:told-age',
  department: 'urn:hims:department',
  /** Extension of a Medication: what a pharmacy has to know of a line of the formulary. */
  medicine: 'urn:hims:medicine',
  /** A card's place in the status list, its status and its kind, as an extension of the identifier. */
  cardFact: 'urn:hims:card-fact',
  /** A person's blood group as it is printed, as an extension of a Patient. */
  bloodGroup: 'urn:hims:blood-group',
  /** When a person was registered, and the code their details were read from, as extensions of a Patient. */
  registered: 'urn:hims:registered',
  evidence: 'urn:hims:evidence',
  /** How each part of a person's details is known, whose child they are, and by which code whoever has no name yet is called. */
  factSource: 'urn:hims:fact-source',
  mother: 'urn:hims:mother',
  unidentified: 'urn:hims:unidentified',
  /** The ward of the Municipal Corporation, as an extension of an Address. */
  ward: 'urn:hims:ward',
  /** What a terminal is called. */
  terminal: 'urn:hims:terminal',
  /** The terminal's name for one thing that it did. */
  mutation: 'urn:hims:mutation',
  /** A number in a queue: `department/day/M3 17`. */
  token: 'urn:hims:token',
  /** The Task that says who may hand out an order: by the order's id, and by the right's own. */
  rightTo: 'urn:hims:right-to',
  right: 'urn:hims:right',
  /** What a Task of ours is about. */
  task: 'urn:hims:task',
  staff: 'urn:hims:staff',
  /** What a member of staff may do: clerk, pharmacist, supervisor, doctor, administrator. */
  staffRole: 'urn:hims:staff-role',
  /** Extension of a Location that is a room: what stands over its door, its floor and the line to it. */
  room: 'urn:hims:room',
  physicalType: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
  /** Extension of an Organization: who runs it. */
  runBy: 'urn:hims:run-by',
  category: 'urn:hims:dispense-category',
  language: 'urn:ietf:bcp:47',
  role: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  /** Extension of a RelatedPerson: the same person as a Patient. */
  relative: 'urn:hims:relative',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  units: 'http://unitsofmeasure.org',
  clinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  verification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
} as const

/** ABDM's register of ABHA numbers, under its name and the one it had as NDHM. */
export const isAbha = (inSystem: string): boolean =>
  inSystem === system.abha || inSystem === 'https://healthid.ndhm.gov.in'

/** A resource as it is sent: its type, its id, and the rest as FHIR R4 says. */
export interface Resource<Type extends string = string> {
  readonly resourceType: Type
  readonly id: string
  readonly meta: {
    readonly versionId: string
    readonly lastUpdated: string
    readonly profile?: readonly unknown[]
  }
  readonly [element: string]: unknown
}

export interface Identifier {
  readonly system: string
  readonly value: string
  readonly type?: object
}

const identifierType = (code: string, display: string): object => ({
  coding: [{ system: 'https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-identifier-type-code', code, display }],
})

/** What kinds of numbers ours are, as ABDM's profiles name them. */
export const numberType = {
  abha: identifierType('HIN', 'Health ID issued by NDHM'),
  card: identifierType('IGA', 'Identifier(s) assigned by central/state or local Government authority'),
} as const
