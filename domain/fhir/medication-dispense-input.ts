import { z } from 'zod'

import { IdentifierIn, Reference, idIn } from './element.ts'
import { system } from './vocabulary.ts'

const Named = Reference.extend({ identifier: IdentifierIn.optional() })

const DispenseIn = z.looseObject({
  status: z.string(),
  medicationReference: Reference.optional(),
  subject: Reference,
  performer: z.array(z.looseObject({ actor: Named })).optional(),
  authorizingPrescription: z.array(Reference).min(1),
  supportingInformation: z.array(Named).optional(),
  quantity: z.looseObject({ value: z.number() }),
  whenHandedOver: z.string().optional(),
})

/** What a MedicationDispense says of a hand-over; ids are those of the server, and null is not said. */
export interface HandOver {
  readonly status: string
  readonly order: string | null
  readonly patient: string | null
  readonly quantity: number
  readonly at: string | null
  readonly right: string | null
  readonly lot: string | null
  readonly operator: string | null
  readonly terminal: string | null
}

/** Reads a MedicationDispense of an order; null for any other. */
export function handOverOf(resource: unknown): HandOver | null {
  const read = DispenseIn.safeParse(resource)
  if (!read.success) return null
  const { performer = [], supportingInformation = [], authorizingPrescription, subject, quantity } = read.data
  const actors = [...performer.map(({ actor }) => actor), ...supportingInformation]
  const named = (inSystem: string) =>
    actors.find(({ identifier }) => identifier?.system === inSystem)?.identifier?.value ?? null
  const told = [read.data.medicationReference, ...supportingInformation]
  const lots = told.flatMap((one) => idIn(one?.reference, 'Medication') ?? [])
  const at = Date.parse(read.data.whenHandedOver ?? '')
  return {
    status: read.data.status,
    order: idIn(authorizingPrescription[0]?.reference, 'MedicationRequest'),
    patient: idIn(subject.reference, 'Patient'),
    quantity: quantity.value,
    at: Number.isNaN(at) ? null : new Date(at).toISOString(),
    right: named(system.right),
    lot: lots[0] ?? null,
    operator: named(system.staff),
    terminal: named(system.terminal),
  }
}
