import { z } from 'zod'

import { Department } from '../domain/hospital/facility.ts'
import { Priority } from '../domain/hospital/visit-event.ts'
import { PersonId, PrescriptionId, PrescriptionItemId, VisitId } from '../domain/id.ts'
import { Allergy } from '../domain/person/allergy.ts'
import { Birth, PersonName, Sex } from '../domain/person/person.ts'
import { Medicine } from '../domain/pharmacy/medicine.ts'
import { Dose } from '../domain/pharmacy/prescription.ts'
import { AskAnswer } from '../domain/pharmacy/order-event.ts'
import { Warning } from '../domain/pharmacy/warning.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'
import { RoomQuestion, TakeBack } from './order.ts'
import { staffEvents, staffShell } from './shell.ts'
import { VisitNoted } from './visit.ts'

/** A room where this doctor may sit. */
export const SeatChoice = z.strictObject({
  /** The code of a Room, or the number over the door where the hospital keeps no list of rooms. */
  room: z.string().max(32),
  label: z.string(),
  department: Department,
})
export type SeatChoice = z.infer<typeof SeatChoice>

/** Somebody in the queue as a doctor sees them. */
export const QueueLine = z.strictObject({
  visitId: VisitId,
  /** `M 148` */
  label: z.string(),
  personId: PersonId,
  /** Null while the record has not reached this terminal. */
  person: z.strictObject({ name: PersonName, sex: Sex, birth: Birth }).nullable(),
  priority: Priority,
  stage: z.enum(['waiting', 'called', 'absent', 'seen', 'cancelled']),
  openedAt: z.iso.datetime(),
  calledAt: z.iso.datetime().nullable(),
  calls: z.int().min(0),
  /** Who was asked for, when it is somebody. */
  doctor: z.string().nullable(),
  /** Whether this doctor may call them in their turn. */
  mine: z.boolean(),
  /** What stands over the door where they are called. */
  room: z.string().nullable(),
  /** Doors of rooms that called them too, later than the one that counts. */
  lost: z.array(z.string()),
})
export type QueueLine = z.infer<typeof QueueLine>

export const RunningItem = z.strictObject({
  medicine: Medicine,
  dose: Dose,
  /** The last day it lasts for. */
  until: z.iso.date(),
  prescriber: z.string(),
  writtenOn: z.iso.date(),
})
export type RunningItem = z.infer<typeof RunningItem>

export const PatientView = z.strictObject({
  line: QueueLine,
  allergies: z.array(Allergy),
  /** What they still have medicine of. */
  running: z.array(RunningItem).max(60),
  /** What was written for them today. */
  written: z
    .array(z.strictObject({ id: PrescriptionId, count: z.int(), at: z.iso.datetime(), waiting: z.boolean() }))
    .max(20),
})
export type PatientView = z.infer<typeof PatientView>

export const DoctorRoom = z.strictObject({
  seats: z.array(SeatChoice).max(200),
  seat: SeatChoice.nullable(),
  /** Who was called into this room and is there, or on the way. */
  current: PatientView.nullable(),
  /** Somebody this room called whom another room had called before: they go there. */
  elsewhere: QueueLine.nullable(),
  next: PatientView.nullable(),
  queue: z.array(QueueLine).max(300),
  /** Whom other rooms of the department are seeing. */
  others: z.array(QueueLine).max(50),
  /** Whom this room saw last, so that a wrong key can be taken back. */
  last: QueueLine.nullable(),
  seen: z.int().min(0),
})
export type DoctorRoom = z.infer<typeof DoctorRoom>

export const outOfTurn = ['worse', 'report', 'staff', 'other'] as const

export const WrittenItem = z.strictObject({
  medicine: z.string().max(80),
  dose: Dose,
  days: z.int().min(1).max(366),
  quantity: z.int().min(1).max(5000),
  /** The doctor knows that they still have some of it. */
  again: z.boolean(),
})
export type WrittenItem = z.infer<typeof WrittenItem>

/** Why an item may not be written. */
export const WriteStop = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allergy'), group: z.string() }),
  z.strictObject({ kind: z.literal('twice') }),
  z.strictObject({ kind: z.literal('running'), until: z.iso.date() }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type WriteStop = z.infer<typeof WriteStop>

/** A doctor's room: who is next, and what is ordered. */
export const doctor = {
  role: 'doctor',
  channels: {
    ...staffShell,
    'room.now': channel(z.strictObject({}), DoctorRoom),
    'room.sit': channel(z.strictObject({ room: z.string().max(32), department: z.string().max(32) }), z.boolean()),
    /** Calls whoever is next; the one who was called before was seen, or was not there. */
    'room.next': channel(
      z.strictObject({ current: z.strictObject({ visitId: VisitId, was: z.enum(['seen', 'absent']) }).nullable() }),
      VisitNoted,
    ),
    'room.note': channel(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('again'), visitId: VisitId }),
        z.strictObject({ kind: z.literal('seen'), visitId: VisitId }),
        z.strictObject({ kind: z.literal('absent'), visitId: VisitId }),
        /** Back into the queue: it was a wrong key, or another room shall go on. */
        z.strictObject({ kind: z.literal('restored'), visitId: VisitId }),
        z.strictObject({ kind: z.literal('out-of-turn'), visitId: VisitId, why: z.enum(outOfTurn) }),
      ]),
      VisitNoted,
    ),
    'write.medicines': channel(z.strictObject({ text: z.string().max(100) }), z.array(Medicine).max(30)),
    /** What this doctor wrote lately, the newest first, each set of medicines once. */
    'write.lately': channel(
      z.strictObject({}),
      z
        .array(
          z.strictObject({
            id: PrescriptionId,
            items: z.array(z.strictObject({ medicine: Medicine, dose: Dose, days: z.int(), quantity: z.int() })),
          }),
        )
        .max(8),
    ),
    'write.check': channel(
      z.strictObject({ personId: PersonId, items: z.array(WrittenItem).max(20) }),
      z.array(WriteStop.nullable()).max(20),
    ),
    /** What speaks against each item beside what the person takes, and whether the pharmacy has it. */
    'write.look': channel(
      z.strictObject({ personId: PersonId, items: z.array(WrittenItem.pick({ medicine: true })).max(20) }),
      z
        .array(
          z.strictObject({
            warnings: z.array(Warning).max(40),
            /** Null while nothing is known of its stock here. */
            stock: z.strictObject({ pharmacy: z.int(), elsewhere: z.int() }).nullable(),
          }),
        )
        .max(20),
    ),
    /** What this doctor ordered lately, as far as something of it can be taken back. */
    'write.orders': channel(z.strictObject({}), z.array(TakeBack).max(30)),
    'write.take-back': channel(
      z.strictObject({
        prescriptionId: PrescriptionId,
        items: z.array(PrescriptionItemId).min(1).max(40),
        words: z.string().trim().max(200),
      }),
      VisitNoted,
    ),
    /** What pharmacies ask. */
    'question.list': channel(z.strictObject({}), z.array(RoomQuestion).max(50)),
    'question.answer': channel(
      z.strictObject({
        prescriptionId: PrescriptionId,
        question: z.uuid(),
        answer: AskAnswer,
        /** What is ordered in its place. */
        item: WrittenItem.omit({ again: true }).nullable(),
        words: z.string().trim().max(200),
      }),
      z.discriminatedUnion('kind', [
        ...VisitNoted.options,
        z.strictObject({ kind: z.literal('stopped'), stop: WriteStop }),
      ]),
    ),
    /** Gives the order to the pharmacy; with a visit, the person was seen. */
    'write.give': channel(
      z.strictObject({ personId: PersonId, visitId: VisitId.nullable(), items: z.array(WrittenItem).min(1).max(20) }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('given'), id: PrescriptionId, counter: z.string().nullable() }),
        z.strictObject({ kind: z.literal('stopped'), stops: z.array(WriteStop.nullable()).max(20) }),
        NotSaved,
      ]),
    ),
  },
  events: staffEvents,
} as const
export type Doctor = typeof doctor
