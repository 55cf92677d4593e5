import { z } from 'zod'

import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type { Dose } from '../pharmacy/prescription.ts'
import { DosageIn, doseOf } from './dosage.ts'
import {
  CodeableConcept,
  ExtensionIn,
  IdentifierIn,
  Quantity,
  Reference,
  codeIn,
  idIn,
  modifierExtension,
} from './element.ts'
import { unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { system } from './vocabulary.ts'
import type { Identifier } from './vocabulary.ts'

/** What would change the meaning of an order and can't be kept here is named, so that it is refused and not dropped. */
export const MedicationRequestIn = z.object({
  resourceType: z.literal('MedicationRequest'),
  modifierExtension,
  extension: z.array(ExtensionIn).optional(),
  identifier: z.array(IdentifierIn).max(20).optional(),
  status: z.literal('active'),
  intent: z.literal('order'),
  doNotPerform: z.literal(false).optional(),
  priorPrescription: z.undefined().optional(),
  medicationCodeableConcept: CodeableConcept,
  subject: Reference,
  authoredOn: z.string().optional(),
  requester: Reference.optional(),
  groupIdentifier: IdentifierIn.optional(),
  dosageInstruction: z.array(DosageIn).min(1).max(8),
  dispenseRequest: z.object({
    numberOfRepeatsAllowed: z.literal(0).optional(),
    quantity: Quantity,
    expectedSupplyDuration: Quantity.optional(),
  }),
})
export type MedicationRequestIn = z.infer<typeof MedicationRequestIn>

/** One ordered item, before it has an id or a prescription. */
export interface Order {
  readonly personId: string
  readonly group: Identifier | null
  readonly identifiers: readonly Identifier[]
  readonly prescriber: string
  readonly department: string
  readonly writtenAt: string
  readonly medicine: string
  readonly dose: Dose
  readonly days: number
  readonly quantity: number
}

export function orderOf(request: MedicationRequestIn, at: string): Result<Order, FhirProblem> {
  const personId = idIn(request.subject.reference, 'Patient')
  if (personId === null) return missing('subject', 'subject must be Patient/ID')
  const medicine = codeIn(request.medicationCodeableConcept, system.formulary)
  if (medicine === null) return missing('medicationCodeableConcept', `A code of ${system.formulary} is needed`)
  const dose = doseOf(request.dosageInstruction)
  if (!dose.ok) return dose
  const days = daysOf(request)
  if (days === null) return missing('dispenseRequest.expectedSupplyDuration', 'For how many days: a value in d or wk')
  const quantity = request.dispenseRequest.quantity.value
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 5000) {
    return fail(
      unprocessable('value', 'A whole number of units, 1 to 5000', 'MedicationRequest.dispenseRequest.quantity'),
    )
  }
  const written = momentOf(request.authoredOn ?? at)
  if (written === null) return missing('authoredOn', 'authoredOn is no date')
  const department = request.extension?.find(({ url }) => url === system.department)?.valueCode ?? ''
  return ok({
    personId,
    group: request.groupIdentifier ?? null,
    identifiers: request.identifier ?? [],
    prescriber: (request.requester?.display ?? '').slice(0, 120),
    department: department.slice(0, 64),
    writtenAt: written,
    medicine,
    dose: dose.value,
    days,
    quantity,
  })
}

/** FHIR's dateTime as a moment; a time without a zone, which FHIR does not allow, is one of Delhi wherever this runs. */
function momentOf(text: string): string | null {
  const [found, time, zone] =
    /^\d{4}(?:-\d{2}(?:-\d{2}(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/.exec(text) ?? []
  if (found === undefined) return null
  const at = Date.parse(time !== undefined && zone === undefined ? `${text}+05:30` : text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

const missing = (element: string, diagnostics: string): Result<never, FhirProblem> =>
  fail(unprocessable('required', diagnostics, `MedicationRequest.${element}`))

const daysIn: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['week', 7],
  ['weeks', 7],
])

/** How long the supply is for, in whole days. */
function daysOf({ dispenseRequest, dosageInstruction }: MedicationRequestIn): number | null {
  const bounds = dosageInstruction
    .map(({ timing }) => timing?.repeat?.boundsDuration)
    .find((span) => span !== undefined)
  const duration = dispenseRequest.expectedSupplyDuration ?? bounds
  const factor = daysIn.get(duration?.code ?? duration?.unit ?? '')
  if (duration === undefined || factor === undefined) return null
  const days = duration.value * factor
  return Number.isInteger(days) && days >= 1 && days <= 366 ? days : null
}
