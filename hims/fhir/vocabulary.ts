/** The code systems and identifiers of this HIMS, as FHIR names them. */
export const system = {
  card: 'urn:hims:card',
  /** ABHA numbers, as ABDM names their register. */
  abha: 'https://healthid.abdm.gov.in',
  prescription: 'urn:hims:prescription',
  formulary: 'urn:hims:formulary',
  food: 'urn:hims:food',
  allergyGroup: 'urn:hims:allergy-group',
  script: 'urn:hims:script',
  toldAge: 'urn:hims:told-age',
  department: 'urn:hims:department',
  language: 'urn:ietf:bcp:47',
  role: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  units: 'http://unitsofmeasure.org',
  clinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  verification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
} as const

export type ResourceType = 'Patient' | 'MedicationRequest' | 'MedicationDispense' | 'AllergyIntolerance'

/** A resource as it is sent: its type, its id, and the rest as FHIR R4 says. */
export interface Resource {
  readonly resourceType: ResourceType
  readonly id: string
  readonly meta: { readonly versionId: string; readonly lastUpdated: string }
}

export interface Identifier {
  readonly system: string
  readonly value: string
}
