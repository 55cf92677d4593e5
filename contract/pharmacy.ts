import { z } from 'zod'

import { Department } from '../domain/hospital/facility.ts'
import { JobId, PersonId, PrescriptionId, PrescriptionItemId } from '../domain/id.ts'
import { Allergy } from '../domain/person/allergy.ts'
import { Person } from '../domain/person/person.ts'
import { Lot, Medicine } from '../domain/pharmacy/medicine.ts'
import { Prescription, PrescriptionItem } from '../domain/pharmacy/prescription.ts'
import { channel } from './channel.ts'
import { staffEvents, staffShell } from './shell.ts'

export const ShelfLot = z.strictObject({ lot: Lot, here: z.int(), expired: z.boolean() })
export type ShelfLot = z.infer<typeof ShelfLot>

/** One line to pick: what was ordered, what may still be given here, and from which lots, first expiry first. */
export const PickLine = z.strictObject({
  item: PrescriptionItem,
  medicine: Medicine,
  given: z.int(),
  /** What this terminal's right still allows; 0 when another terminal holds it. */
  mayGive: z.int(),
  rightHere: z.boolean(),
  lots: z.array(ShelfLot),
  /** Allergies of the person that this medicine touches. */
  allergies: z.array(Allergy),
})
export type PickLine = z.infer<typeof PickLine>

export const PickList = z.strictObject({
  person: Person,
  age: z.int(),
  allergies: z.array(Allergy),
  prescriptions: z.array(z.strictObject({ prescription: Prescription, lines: z.array(PickLine) })),
})
export type PickList = z.infer<typeof PickList>

export const GiveRefusal = z.enum([
  'no-right',
  'more-than-right',
  'more-than-stock',
  'expired-lot',
  'allergy',
  'unknown',
])
export type GiveRefusal = z.infer<typeof GiveRefusal>

export const pharmacy = {
  role: 'pharmacy',
  channels: {
    ...staffShell,
    /** People with an open prescription here, by name, phone or token: for those who come without a card. */
    'pick.find': channel(
      z.strictObject({ text: z.string().max(200) }),
      z.array(z.strictObject({ person: Person, age: z.int(), open: z.int() })).max(50),
    ),
    'pick.open': channel(z.strictObject({ personId: PersonId }), PickList.nullable()),
    'dispense.give': channel(
      z.strictObject({
        prescriptionId: PrescriptionId,
        lines: z
          .array(
            z.strictObject({
              itemId: PrescriptionItemId,
              lotId: z.string().max(80),
              quantity: z.int().min(1).max(5000),
            }),
          )
          .min(1)
          .max(40),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('given'),
          labels: z.array(JobId),
          /** The slip that says what is owed, when something is. */
          owed: JobId.nullable(),
        }),
        z.strictObject({ kind: z.literal('refused'), reason: GiveRefusal, itemId: PrescriptionItemId }),
        z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) }),
      ]),
    ),
    'stock.find': channel(
      z.strictObject({ text: z.string().max(100) }),
      z.array(z.strictObject({ medicine: Medicine, lots: z.array(ShelfLot), here: z.int() })).max(100),
    ),
    'department.names': channel(z.strictObject({}), z.array(Department)),
  },
  events: staffEvents,
} as const
export type Pharmacy = typeof pharmacy
