import { z } from 'zod'

import { Department } from '../domain/hospital/facility.ts'
import { JobId, OperatorId, PersonId, PrescriptionId, PrescriptionItemId } from '../domain/id.ts'
import { FourTexts } from '../domain/language.ts'
import { Allergy } from '../domain/person/allergy.ts'
import { Person } from '../domain/person/person.ts'
import { EmergencySupply } from '../domain/pharmacy/emergency-supply.ts'
import { Lot, Medicine } from '../domain/pharmacy/medicine.ts'
import { Prescription, PrescriptionItem } from '../domain/pharmacy/prescription.ts'
import { Warning } from '../domain/pharmacy/warning.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'
import { LineQuestion, orderChannels } from './order.ts'
import { staffEvents, staffShell } from './shell.ts'
import { stockChannels } from './stock.ts'

export const ShelfLot = z.strictObject({
  lot: Lot,
  here: z.int(),
  expired: z.boolean(),
  /** Taken out of giving, with the reason of whoever did it; absent while it is free. */
  mark: z.strictObject({ state: z.enum(['quarantined', 'recalled']), reason: z.string() }).optional(),
})
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
  /** What speaks against it beside what else this person takes. */
  warnings: z.array(Warning),
  /** Other stores of this hospital that have it, while this shelf has too little. */
  elsewhere: z
    .array(z.strictObject({ name: FourTexts, units: z.int().min(1) }))
    .max(3)
    .optional(),
  /** The most that two people may give of it in an emergency, while the right is not here; 0 when they may not. */
  emergency: z.int().min(0),
  /** What the prescriber was asked about it last. */
  question: LineQuestion.optional(),
  /** The prescriber wants none of it any more. */
  closed: z.enum(['taken-back', 'replaced']).optional(),
})
export type PickLine = z.infer<typeof PickLine>

/** Where the rights to a prescription are, as far as is known here. */
export const RightPlace = z.strictObject({
  state: z.discriminatedUnion('kind', [
    /** Whatever is left to give may be given here. */
    z.strictObject({ kind: z.literal('here') }),
    /** It came from another counter just now. */
    z.strictObject({ kind: z.literal('came') }),
    z.strictObject({ kind: z.literal('there') }),
    z.strictObject({ kind: z.literal('asked'), until: z.iso.datetime() }),
    /** Asked, and nobody answered in time. */
    z.strictObject({ kind: z.literal('silent') }),
    /** The prescription ended; nothing more is given. */
    z.strictObject({ kind: z.literal('stopped') }),
    /** This terminal may be an old copy of itself, so it gives by no right. */
    z.strictObject({ kind: z.literal('locked') }),
  ]),
  /** The counters that hold it, where their names are known. */
  counters: z.array(z.string()),
  /** The counter that waits for what is here; empty when its name is not known. */
  wantedBy: z.string().nullable(),
})
export type RightPlace = z.infer<typeof RightPlace>

/** A supply in an emergency as lists show it. */
export const SupplyNote = z.strictObject({
  supply: EmergencySupply,
  medicine: Medicine.nullable(),
  person: Person.nullable(),
  /** Who gave it and who confirmed it, by name. */
  operator: z.string(),
  witness: z.string(),
})
export type SupplyNote = z.infer<typeof SupplyNote>

export const PickList = z.strictObject({
  person: Person,
  age: z.int(),
  allergies: z.array(Allergy),
  prescriptions: z.array(z.strictObject({ prescription: Prescription, lines: z.array(PickLine), place: RightPlace })),
  /** What this person was given in emergencies, the newest first. */
  supplies: z.array(SupplyNote).max(20),
  /** When this terminal last took everything HIMS had. */
  asOf: z.iso.datetime().nullable().optional(),
  /** What they were given on their last days here or elsewhere, the newest first. */
  fills: z.array(z.strictObject({ day: z.iso.date(), medicine: Medicine, quantity: z.int() })).max(20),
})
export type PickList = z.infer<typeof PickList>

export const GiveRefusal = z.enum([
  'no-right',
  'more-than-right',
  'more-than-stock',
  'expired-lot',
  'held-lot',
  'allergy',
  'stopped',
  /** The prescriber was asked and has not answered. */
  'asked',
  /** The prescriber took it back, or ordered something else in its place. */
  'taken-back',
  /** Something speaks against it, and no reason came with it. */
  'reason-missing',
  /** Two people must look at it. */
  'two-persons',
  'one-person',
  'unknown',
])
export type GiveRefusal = z.infer<typeof GiveRefusal>

export const SupplyRefusal = z.enum([
  'right-here',
  'not-listed',
  'more-than-a-day',
  'more-than-stock',
  'expired-lot',
  'held-lot',
  'allergy',
  'one-person',
  'unknown',
])
export type SupplyRefusal = z.infer<typeof SupplyRefusal>

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
              /** Why it is given although something speaks against it. */
              reason: z.string().trim().min(1).max(200).optional(),
            }),
          )
          .min(1)
          .max(40),
        /** The second person, where two must look. */
        second: z.strictObject({ witness: OperatorId, pin: z.string().regex(/^\d{4,8}$/) }).optional(),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('given'),
          labels: z.array(JobId),
          /** The slip that says what is owed, when something is. */
          owed: JobId.nullable(),
        }),
        z.strictObject({ kind: z.literal('refused'), reason: GiveRefusal, itemId: PrescriptionItemId }),
        z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
        z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
        NotSaved,
      ]),
    ),
    /** Nobody's list is open any more, so that another counter may have what was. */
    'pick.leave': channel(z.strictObject({}), z.strictObject({})),
    'right.claim': channel(
      z.strictObject({ prescriptionId: PrescriptionId }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('given') }),
        z.strictObject({ kind: z.literal('asked'), until: z.iso.datetime() }),
        z.strictObject({ kind: z.literal('none'), cause: z.enum(['unknown', 'stopped', 'done', 'locked']) }),
        z.strictObject({ kind: z.literal('offline') }),
      ]),
    ),
    /** Lets the counter that asks have what is here; false when nobody asks any more. */
    'right.yield': channel(z.strictObject({ prescriptionId: PrescriptionId }), z.boolean()),
    'right.parked': channel(
      z.strictObject({}),
      z.array(z.strictObject({ title: z.string(), at: z.iso.datetime() })).max(100),
    ),
    /** Who may be the second person: everybody who works here but the first. */
    'supply.witnesses': channel(z.strictObject({}), z.array(z.strictObject({ id: OperatorId, name: z.string() }))),
    'supply.give': channel(
      z.strictObject({
        prescriptionId: PrescriptionId,
        itemId: PrescriptionItemId,
        lotId: z.string().max(80),
        quantity: z.int().min(1).max(100),
        reason: z.string().trim().min(1).max(200),
        witness: OperatorId,
        pin: z.string().regex(/^\d{4,8}$/),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('given'), label: JobId }),
        z.strictObject({ kind: z.literal('refused'), reason: SupplyRefusal }),
        z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
        z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
        NotSaved,
      ]),
    ),
    'supply.recent': channel(z.strictObject({}), z.array(SupplyNote).max(100)),
    ...orderChannels,
    ...stockChannels,
    'department.names': channel(z.strictObject({}), z.array(Department)),
  },
  events: staffEvents,
} as const
export type Pharmacy = typeof pharmacy
