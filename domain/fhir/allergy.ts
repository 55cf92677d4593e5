import { z } from 'zod'

import { allergyGroupOf } from '../person/allergy-code.ts'
import { Allergy } from '../person/allergy.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { Dated } from './dated.ts'
import { CodeableConcept, IdentifierIn, Reference, codeIn, idIn, modifierExtension } from './element.ts'
import { unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { system } from './vocabulary.ts'
import type { Identifier, Resource } from './vocabulary.ts'

const concept = (inSystem: string, code: string): object => ({ coding: [{ system: inSystem, code }] })

/** An allergy as FHIR R4 AllergyIntolerance. */
export function allergyIntoleranceOf(
  { row, version, changedAt }: Dated<Allergy>,
  identifier: readonly Identifier[] = [],
): Resource<'AllergyIntolerance'> {
  return {
    resourceType: 'AllergyIntolerance',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    ...(identifier.length === 0 ? {} : { identifier }),
    clinicalStatus: concept(system.clinical, 'active'),
    verificationStatus: concept(system.verification, row.verification),
    category: ['medication'],
    criticality: row.criticality,
    code: { ...concept(system.allergyGroup, row.group), text: row.group },
    patient: { reference: `Patient/${row.personId}` },
    recordedDate: row.notedOn,
  }
}

export const AllergyIntoleranceIn = z.object({
  resourceType: z.literal('AllergyIntolerance'),
  modifierExtension,
  identifier: z.array(IdentifierIn).max(20).optional(),
  clinicalStatus: CodeableConcept.optional(),
  verificationStatus: CodeableConcept.optional(),
  criticality: z.enum(['low', 'high', 'unable-to-assess']).optional(),
  code: CodeableConcept,
  patient: Reference,
  recordedDate: z.string().optional(),
})
export type AllergyIntoleranceIn = z.infer<typeof AllergyIntoleranceIn>

/** The group of medicines that an allergy's code means: our own code, or one of SNOMED CT that is sure. */
export function groupIn(code: CodeableConcept | undefined): string | null {
  const finding = codeIn(code, system.snomed)
  return codeIn(code, system.allergyGroup) ?? (finding === null ? null : allergyGroupOf(Number(finding)))
}

/** Reads an allergy. One that was refuted or is over is no alert, and there is no way here to keep it as history. */
export function allergyOf(
  resource: AllergyIntoleranceIn,
  { id, today }: { readonly id: string; readonly today: string },
): Result<Allergy, FhirProblem> {
  const group = groupIn(resource.code)
  if (group === null) return refused('required', `A code of ${system.allergyGroup} is needed`, 'code')
  const clinical = codeIn(resource.clinicalStatus, system.clinical) ?? 'active'
  if (clinical !== 'active') return refused('not-supported', 'Only active allergies are kept', 'clinicalStatus')
  const verification = codeIn(resource.verificationStatus, system.verification) ?? 'unconfirmed'
  const allergy = Allergy.safeParse({
    id,
    personId: idIn(resource.patient.reference, 'Patient'),
    group,
    criticality: resource.criticality ?? 'unable-to-assess',
    verification,
    notedOn: resource.recordedDate?.slice(0, 10) ?? today,
  })
  if (allergy.success) return ok(allergy.data)
  return refused('value', 'cannot be read', allergy.error.issues[0]?.path.join('.') ?? '')
}

const refused = (code: FhirProblem['code'], text: string, element: string): Result<never, FhirProblem> =>
  fail(unprocessable(code, text, `AllergyIntolerance.${element}`))
