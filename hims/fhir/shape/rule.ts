import { fieldsOf, listOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'

/** A rule of FHIR R4 that types alone cannot say; `key` is its name in the specification. */
export interface Rule {
  readonly key: string
  readonly text: string
  /** The element to name, or nothing for the whole. */
  readonly at: string
  readonly holds: (value: Fields) => boolean
}

const rule = (key: string, at: string, text: string, holds: (value: Fields) => boolean): Rule => ({
  key,
  at,
  text,
  holds,
})

const has = (value: Fields, name: string): boolean => value[name] !== undefined
/** One of `value[x]`. */
const hasAny = (value: Fields, start: string): boolean =>
  Object.keys(value).some((name) => new RegExp(`^_?${start}[A-Z]`).test(name))
const list = (value: unknown): readonly Fields[] => listOf(value).map(fieldsOf)
const codings = (concept: unknown): readonly Fields[] => list(fieldsOf(concept)['coding'])
const says = (concept: unknown, codes: readonly string[]): boolean =>
  codings(concept).some(({ code }) => codes.some((one) => one === code))
const number = (quantity: unknown): number => Number(fieldsOf(quantity)['value'])

/** As validators judge it: what is less exact than the other must come first as text too. */
const notAfter = (from: unknown, to: unknown): boolean => {
  if (typeof from !== 'string' || typeof to !== 'string') return true
  if (from.length <= 10 || to.length <= 10) return from <= to
  return Date.parse(from) <= Date.parse(to)
}

const UCUM = 'http://unitsofmeasure.org'
const inUcum = (value: Fields): boolean =>
  (has(value, 'code') || !has(value, 'value')) && (!has(value, 'system') || value['system'] === UCUM)
const coded = rule('qty-3', 'system', 'A code of a unit needs its system', (v) => !has(v, 'code') || has(v, 'system'))
const exact = rule('sqty-1', 'comparator', 'No comparator here', (v) => !has(v, 'comparator'))
const units = rule('dis-1', 'code', 'A unit of UCUM', inUcum)

const notHome = (key: string, at: string): Rule =>
  rule(key, at, 'No home here', (v) => list(v[at]).every(({ use }) => use !== 'home'))

const needs = (key: string, element: string, other: string): Rule =>
  rule(key, other, `${element} needs ${other}`, (v) => !has(v, element) || has(v, other))
const either = (key: string, ...names: readonly string[]): Rule =>
  rule(key, '', `One of ${names.join(', ')} is needed`, (v) => names.some((name) => has(v, name)))

export const rules: Readonly<Record<string, readonly Rule[]>> = {
  Extension: [rule('ext-1', '', 'A value or extensions, not both', (v) => has(v, 'extension') !== hasAny(v, 'value'))],
  Period: [rule('per-1', 'end', 'The end is before the start', (v) => notAfter(v['start'], v['end']))],
  Quantity: [coded],
  SimpleQuantity: [coded, exact],
  Age: [coded, units, rule('age-1', 'value', 'More than nothing', (v) => !has(v, 'value') || Number(v['value']) > 0)],
  Distance: [coded, units],
  Count: [
    coded,
    units,
    rule('cnt-3', 'value', 'A whole number', (v) => !has(v, 'value') || Number.isInteger(v['value'])),
  ],
  Duration: [
    coded,
    rule('drt-1', 'code', 'A unit of UCUM', (v) => !has(v, 'code') || (v['system'] === UCUM && has(v, 'value'))),
  ],
  Range: [rule('rng-2', 'high', 'High is below low', (v) => !(number(v['high']) < number(v['low'])))],
  Ratio: [
    rule('rat-1', '', 'Numerator and denominator', (v) => has(v, 'numerator') === has(v, 'denominator')),
    either('rat-1', 'numerator', 'extension'),
  ],
  Attachment: [needs('att-1', 'data', 'contentType')],
  ContactPoint: [needs('cpt-2', 'value', 'system')],
  Expression: [either('exp-1', 'expression', 'reference')],
  'DataRequirement.codeFilter': [
    rule('drq-1', '', 'path or searchParam', (v) => has(v, 'path') !== has(v, 'searchParam')),
  ],
  'DataRequirement.dateFilter': [
    rule('drq-2', '', 'path or searchParam', (v) => has(v, 'path') !== has(v, 'searchParam')),
  ],
  TriggerDefinition: [
    rule('trd-1', '', 'data or timing', (v) => !has(v, 'data') || !hasAny(v, 'timing')),
    needs('trd-2', 'condition', 'data'),
    rule('trd-3', '', 'What the type asks for', (v) => {
      if (v['type'] === 'named-event') return has(v, 'name')
      return v['type'] === 'periodic' ? hasAny(v, 'timing') : has(v, 'data')
    }),
  ],
  'Timing.repeat': [
    needs('tim-1', 'duration', 'durationUnit'),
    needs('tim-2', 'period', 'periodUnit'),
    rule('tim-4', 'duration', 'Not below zero', (v) => !(Number(v['duration']) < 0)),
    rule('tim-5', 'period', 'Not below zero', (v) => !(Number(v['period']) < 0)),
    needs('tim-6', 'periodMax', 'period'),
    needs('tim-7', 'durationMax', 'duration'),
    needs('tim-8', 'countMax', 'count'),
    rule('tim-9', 'offset', 'An offset from what', (v) => {
      const when: unknown = v['when']
      if (!has(v, 'offset')) return true
      return Array.isArray(when) && when.every((code) => !['C', 'CM', 'CD', 'CV'].some((meal) => meal === code))
    }),
    rule('tim-10', 'when', 'timeOfDay or when', (v) => !has(v, 'timeOfDay') || !has(v, 'when')),
  ],
  AllergyIntolerance: [
    rule('ait-1', 'clinicalStatus', 'A clinical status, unless entered in error', (v) =>
      says(v['verificationStatus'], ['entered-in-error']) ? true : has(v, 'clinicalStatus'),
    ),
    rule('ait-2', 'clinicalStatus', 'No clinical status of what was entered in error', (v) =>
      says(v['verificationStatus'], ['entered-in-error']) ? !has(v, 'clinicalStatus') : true,
    ),
  ],
  Appointment: [
    rule('app-2', 'end', 'start and end, or neither', (v) => has(v, 'start') === has(v, 'end')),
    rule('app-3', 'start', 'A start and an end', (v) =>
      ['proposed', 'cancelled', 'waitlist'].some((status) => status === v['status']) ? true : has(v, 'start'),
    ),
    rule('app-4', 'cancelationReason', 'Only of a cancelled appointment', (v) =>
      has(v, 'cancelationReason') ? v['status'] === 'noshow' || v['status'] === 'cancelled' : true,
    ),
  ],
  'Appointment.participant': [either('app-1', 'type', 'actor')],
  'AuditEvent.entity': [rule('sev-1', 'query', 'name or query', (v) => !has(v, 'name') || !has(v, 'query'))],
  'Composition.section': [
    either('cmp-1', 'text', 'entry', 'section'),
    rule('cmp-2', 'emptyReason', 'Not empty', (v) => !has(v, 'emptyReason') || !has(v, 'entry')),
  ],
  Condition: [
    rule('con-4', 'clinicalStatus', 'What has abated is inactive, resolved or in remission', (v) =>
      hasAny(v, 'abatement') ? says(v['clinicalStatus'], ['resolved', 'remission', 'inactive']) : true,
    ),
    rule('con-5', 'clinicalStatus', 'No clinical status of what was entered in error', (v) =>
      says(v['verificationStatus'], ['entered-in-error']) ? !has(v, 'clinicalStatus') : true,
    ),
  ],
  'Condition.stage': [either('con-1', 'summary', 'assessment')],
  'Condition.evidence': [either('con-2', 'code', 'detail')],
  Consent: [either('ppc-1', 'policy', 'policyRule')],
  'Immunization.education': [either('imm-1', 'documentType', 'reference')],
  MedicationDispense: [
    rule('mdd-1', 'whenHandedOver', 'Handed over before it was prepared', (v) =>
      notAfter(v['whenPrepared'], v['whenHandedOver']),
    ),
  ],
  Observation: [
    rule('obs-6', 'dataAbsentReason', 'Not beside a value', (v) => !has(v, 'dataAbsentReason') || !hasAny(v, 'value')),
    rule('obs-7', 'component', 'A component of the same code beside a value', (v) => {
      const own = codings(v['code']).map(codingKey)
      const parts = list(v['component']).flatMap(({ code }) => codings(code).map(codingKey))
      return !hasAny(v, 'value') || !parts.some((part) => own.includes(part))
    }),
  ],
  'Observation.referenceRange': [either('obs-3', 'low', 'high', 'text')],
  Organization: [either('org-1', 'identifier', 'name'), notHome('org-2', 'address'), notHome('org-3', 'telecom')],
  'Patient.contact': [either('pat-1', 'name', 'telecom', 'address', 'organization')],
  ServiceRequest: [needs('prr-1', 'orderDetail', 'code')],
  Task: [
    rule('inv-1', 'lastModified', 'Changed before it was written', (v) => notAfter(v['authoredOn'], v['lastModified'])),
  ],
}

function codingKey({ system, code, version, display }: Fields): string {
  return JSON.stringify([system, code, version, display])
}
