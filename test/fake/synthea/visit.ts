import { doctorSystem, entryOf, organizationSystem } from './bundle.ts'
import type { SyntheaEntry, SyntheaWish } from './bundle.ts'

const snomed = 'http://snomed.info/sct'
const loinc = 'http://loinc.org'
const terminology = 'http://terminology.hl7.org/CodeSystem'
const concept = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
  text: display,
})

const findings = [
  ['59621000', 'Hypertension'],
  ['44054006', 'Diabetes mellitus type 2 (disorder)'],
  ['195662009', 'Acute viral pharyngitis (disorder)'],
  ['271737000', 'Anemia (disorder)'],
] as const
const labs = [
  ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '%'],
  ['718-7', 'Hemoglobin [Mass/volume] in Blood', 'g/dL'],
  ['2339-0', 'Glucose [Mass/volume] in Blood', 'mg/dL'],
] as const
const drugs = [
  ['860975', '24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet'],
  ['314076', 'lisinopril 10 MG Oral Tablet'],
] as const

/** Everything that Synthea writes of a person's visits and that HIMS keeps. */
export function clinicalEntries(wish: SyntheaWish, patient: string): readonly SyntheaEntry[] {
  const allergy = entryOf(wish.random, 'AllergyIntolerance', {
    clinicalStatus: { coding: [{ system: `${terminology}/allergyintolerance-clinical`, code: 'active' }] },
    verificationStatus: { coding: [{ system: `${terminology}/allergyintolerance-verification`, code: 'confirmed' }] },
    type: 'allergy',
    category: ['medication'],
    criticality: 'high',
    code: concept(snomed, '91936005', 'Allergy to penicillin'),
    patient: { reference: patient },
    recordedDate: '1979-02-10T09:20:00+05:30',
  })
  const pollen = entryOf(wish.random, 'AllergyIntolerance', {
    clinicalStatus: { coding: [{ system: `${terminology}/allergyintolerance-clinical`, code: 'active' }] },
    category: ['environment'],
    criticality: 'low',
    code: concept(snomed, '782576004', 'Tree pollen (substance)'),
    patient: { reference: patient },
  })
  return [allergy, pollen, ...Array.from({ length: wish.visits }, (_, at) => visitEntries(wish, patient, at)).flat()]
}

function visitEntries(wish: SyntheaWish, patient: string, at: number): readonly SyntheaEntry[] {
  const { random, hospital } = wish
  const subject = { reference: patient }
  const start = new Date(Date.UTC(2016 + (at % 10), Math.floor(random() * 12), 1 + Math.floor(random() * 28), 5))
  const when = start.toISOString().replace('.000Z', '+00:00')
  const end = new Date(start.getTime() + 1_800_000).toISOString().replace('.000Z', '+00:00')
  const doctor = { reference: `Practitioner?identifier=${doctorSystem}|${hospital}`, display: 'Dr. Meera Rao' }
  const visit = entryOf(random, 'Encounter', {
    status: 'finished',
    class: { system: `${terminology}/v3-ActCode`, code: 'AMB' },
    type: [concept(snomed, '162673000', 'General examination of patient (procedure)')],
    subject,
    participant: [
      { type: [concept(`${terminology}/v3-ParticipationType`, 'PPRF', 'primary performer')], individual: doctor },
    ],
    period: { start: when, end },
    serviceProvider: { reference: `Organization?identifier=${organizationSystem}|${hospital}`, display: hospital },
  })
  const encounter = { reference: visit.fullUrl }
  const paper = (type: string, resource: object): SyntheaEntry => entryOf(random, type, { ...resource, encounter })
  const [code, finding] = findings[at % findings.length] ?? findings[0]
  const condition = paper('Condition', {
    clinicalStatus: {
      coding: [{ system: `${terminology}/condition-clinical`, code: at % 2 === 0 ? 'active' : 'resolved' }],
    },
    verificationStatus: { coding: [{ system: `${terminology}/condition-ver-status`, code: 'confirmed' }] },
    category: [concept(`${terminology}/condition-category`, 'encounter-diagnosis', 'Encounter Diagnosis')],
    code: concept(snomed, code, finding),
    subject,
    onsetDateTime: when,
    recordedDate: when,
    ...(at % 2 === 0 ? {} : { abatementDateTime: end }),
  })
  const results = [
    pressure(wish, subject, when, paper),
    ...labs.map(([lab, name, unit]) =>
      paper('Observation', {
        status: 'final',
        category: [concept(`${terminology}/observation-category`, 'laboratory', 'laboratory')],
        code: concept(loinc, lab, name),
        subject,
        effectiveDateTime: when,
        issued: start.toISOString(),
        valueQuantity: { value: 5 + random() * 3, unit, system: 'http://unitsofmeasure.org', code: unit },
      }),
    ),
  ]
  const report = paper('DiagnosticReport', {
    status: 'final',
    category: [concept(`${terminology}/v2-0074`, 'LAB', 'Laboratory')],
    code: concept(loinc, '51990-0', 'Basic Metabolic Panel'),
    subject,
    effectiveDateTime: when,
    issued: start.toISOString(),
    performer: [doctor],
    result: results.slice(1).map(({ fullUrl }) => ({ reference: fullUrl })),
    presentedForm: [{ contentType: 'text/plain', data: 'SGVhbHRoeQ==' }],
  })
  const shot = entryOf(random, 'Immunization', {
    status: 'completed',
    vaccineCode: concept('http://hl7.org/fhir/sid/cvx', '140', 'Influenza, seasonal, injectable'),
    patient: subject,
    encounter,
    occurrenceDateTime: when,
    primarySource: true,
  })
  const [rx, drug] = drugs[at % drugs.length] ?? drugs[0]
  const order = paper('MedicationRequest', {
    status: at % 3 === 0 ? 'active' : 'stopped',
    intent: 'order',
    medicationCodeableConcept: concept('http://www.nlm.nih.gov/research/umls/rxnorm', rx, drug),
    subject,
    authoredOn: when,
    requester: doctor,
    reasonReference: [{ reference: condition.fullUrl }],
    dosageInstruction: [
      {
        sequence: 1,
        asNeededBoolean: false,
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 1 } }],
      },
    ],
  })
  return [visit, condition, ...results, report, shot, order]
}

function pressure(
  { random }: SyntheaWish,
  subject: object,
  when: string,
  paper: (type: string, resource: object) => SyntheaEntry,
): SyntheaEntry {
  const part = (code: string, display: string, value: number) => ({
    code: concept(loinc, code, display),
    valueQuantity: { value, unit: 'mm[Hg]', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  })
  return paper('Observation', {
    status: 'final',
    category: [concept(`${terminology}/observation-category`, 'vital-signs', 'Vital signs')],
    code: concept(loinc, '85354-9', 'Blood pressure panel with all children optional'),
    subject,
    effectiveDateTime: when,
    issued: when,
    component: [
      part('8462-4', 'Diastolic Blood Pressure', Math.round(70 + random() * 20)),
      part('8480-6', 'Systolic Blood Pressure', Math.round(110 + random() * 40)),
    ],
  })
}
