import { z } from 'zod'

import { languages, ownScripts } from '../language.ts'
import { Address, Birth, Guardian, Person, districts } from '../person/person.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { CodeableConcept, ExtensionIn, IdentifierIn, codeIn, modifierExtension } from './element.ts'
import { relationCode } from './patient.ts'
import { originOf } from './person-origin.ts'
import { unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { isAbha, system } from './vocabulary.ts'

const HumanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
  extension: z.array(ExtensionIn).optional(),
})

export const PatientIn = z.object({
  resourceType: z.literal('Patient'),
  id: z.string().optional(),
  modifierExtension,
  extension: z.array(ExtensionIn).optional(),
  identifier: z.array(IdentifierIn).max(20).optional(),
  active: z.literal(true).optional(),
  deceasedBoolean: z.boolean().optional(),
  name: z.array(HumanName).min(1),
  gender: z.enum(['female', 'male', 'other', 'unknown']).optional(),
  birthDate: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  multipleBirthInteger: z.int().optional(),
  telecom: z.array(z.object({ system: z.string().optional(), value: z.string().optional() })).optional(),
  address: z
    .array(
      z.object({
        line: z.array(z.string()).optional(),
        city: z.string().optional(),
        district: z.string().optional(),
        extension: z.array(ExtensionIn).optional(),
        postalCode: z.string().optional(),
      }),
    )
    .optional(),
  contact: z
    .array(
      z.object({
        relationship: z.array(CodeableConcept).optional(),
        name: z.object({ text: z.string().optional() }).optional(),
        telecom: z.array(z.object({ system: z.string().optional(), value: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  communication: z.array(z.object({ language: CodeableConcept, preferred: z.boolean().optional() })).optional(),
})
export type PatientIn = z.infer<typeof PatientIn>

/** Ten digits of an Indian mobile number however it was written; null for any other number. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+91|0091|91(?=\d{10}$)|0(?=\d{10}$))/, '')
  return /^[6-9]\d{9}$/.test(digits) ? digits : null
}

interface Frame {
  readonly id: string
  readonly today: string
  readonly at: string
  /** The record before, for what a Patient has no place for; null for a new person. */
  readonly kept: Pick<Person, 'bloodGroup' | 'evidence'> | null
  /** What this side calls the mother's record; as FHIR does unless it is said. */
  readonly mothers?: (id: string) => string
}

/** Reads a FHIR Patient as the person it tells of. */
export function personOf(patient: PatientIn, { id, today, at, kept, mothers }: Frame): Result<Person, FhirProblem> {
  const { bloodGroup, evidence } = kept ?? { bloodGroup: null, evidence: null }
  const phones = (patient.telecom ?? []).filter((point) => point.system === 'phone')
  const person = Person.safeParse({
    id,
    registeredAt: at,
    name: nameOf(patient.name),
    sex: patient.gender ?? 'unknown',
    birth: birthOf(patient, today),
    phone: phones.map(({ value }) => phoneOf(value ?? '')).find((phone) => phone !== null) ?? null,
    address: addressOf(patient.address?.[0]),
    guardian: guardianOf(patient.contact?.[0]),
    language: languageOf(patient),
    abha: abhaOf(patient),
    bloodGroup,
    evidence,
    ...originOf(patient, mothers),
  })
  if (person.success) return ok(person.data)
  const [issue] = person.error.issues
  return fail(unprocessable('value', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`, 'Patient'))
}

/** With hyphens or without; anything else is told to whoever sent it. */
function abhaOf({ identifier }: PatientIn): string | null {
  const value = identifier?.find((named) => isAbha(named.system))?.value
  return value?.replace(/[\s-]/g, '') ?? null
}

function nameOf(names: PatientIn['name']): object {
  const written = names.map((name) => ({
    text: name.text ?? [...(name.given ?? []), name.family ?? ''].join(' ').trim(),
    script: scriptOf(name),
  }))
  const latin = written.find(({ script }) => script === null)
  const own = written.find(({ script }) => script !== null)
  return {
    latin: latin?.text ?? own?.text ?? '',
    own: own === undefined ? null : { script: own.script, text: own.text },
  }
}

/** The script a name is said or seen to be in; null for Latin. */
function scriptOf({ text, given, extension }: z.infer<typeof HumanName>): string | null {
  const said = extension?.find(({ url }) => url === system.script)?.valueCode
  if (said !== undefined) return ownScripts.find((script) => script === said) ?? null
  const letters = `${text ?? ''}${given?.join('') ?? ''}`
  if (/\p{Script=Devanagari}/u.test(letters)) return 'Deva'
  if (/\p{Script=Gurmukhi}/u.test(letters)) return 'Guru'
  return /\p{Script=Arabic}/u.test(letters) ? 'Arab' : null
}

function birthOf({ birthDate, extension }: PatientIn, today: string): Birth {
  const told = extension?.find(({ url }) => url === system.toldAge)?.extension
  const years = told?.find(({ url }) => url === 'years')?.valueInteger
  const asOf = told?.find(({ url }) => url === 'asOf')?.valueDate
  if (years !== undefined && asOf !== undefined) return { kind: 'age', years, asOf }
  if (birthDate.length === 10) return { kind: 'date', on: birthDate }
  // A year or a month is no birthday: the age it makes today is all that is known.
  return { kind: 'age', years: Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)), asOf: today }
}

function addressOf(address: NonNullable<PatientIn['address']>[number] | undefined): Address {
  const ward = Address.shape.ward.safeParse(address?.extension?.find(({ url }) => url === system.ward)?.valueString)
  return {
    house: (address?.line ?? []).join(', ').slice(0, 120),
    locality: (address?.city ?? '').slice(0, 80),
    ...(ward.data === undefined ? {} : { ward: ward.data }),
    district: districts.find((district) => district === address?.district) ?? null,
    pin: /^11\d{4}$/.test(address?.postalCode ?? '') ? (address?.postalCode ?? null) : null,
  }
}

function guardianOf(contact: NonNullable<PatientIn['contact']>[number] | undefined): Guardian | null {
  const codes = (contact?.relationship ?? []).map((concept) => codeIn(concept, system.role))
  const name = contact?.name?.text ?? ''
  const relation = Guardian.shape.relation.options.find((option) => codes.includes(relationCode[option]))
  const phone = (contact?.telecom ?? []).map(({ value }) => phoneOf(value ?? '')).find((number) => number !== null)
  if (relation === undefined || name === '') return null
  return { relation, name, ...(phone === undefined || phone === null ? {} : { phone }) }
}

function languageOf({ communication = [] }: PatientIn): string {
  const said = communication.toSorted((one, other) => Number(other.preferred ?? false) - Number(one.preferred ?? false))
  const codes = said.map(({ language }) => codeIn(language, system.language)?.slice(0, 2))
  return codes.flatMap((code) => languages.find((language) => language === code) ?? []).at(0) ?? 'hi'
}
