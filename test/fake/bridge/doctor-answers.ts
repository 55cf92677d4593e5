import type { Handlers } from '../../../contract/channel.ts'
import type { WaitingRoom } from '../../../contract/display.ts'
import { DoctorRoom } from '../../../contract/doctor.ts'
import type { Doctor, QueueLine } from '../../../contract/doctor.ts'
import { OperatorId, PrescriptionId, VisitId } from '../../../domain/id.ts'
import type { Language } from '../../../domain/language.ts'
import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { departments, hits, personId, status as deskStatus } from './desk-answers.ts'
import type { RoomQuestion } from '../../../contract/order.ts'
import { questionAnswers } from './order-answers.ts'
import { scannerAnswers } from './scanner-answers.ts'
import { syncAnswers } from './sync-answers.ts'
import { sessionAnswers } from './session-answers.ts'

const uuid = (n: number) => `01926c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const [medicineDepartment] = departments

export const metformin = Medicine.parse({
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  form: 'tablet',
  groups: [],
  shelf: 'B 14',
})
const amoxicillin = Medicine.parse({
  ...metformin,
  code: 'amoxicillin',
  name: 'Amoxicillin',
  form: 'capsule',
  groups: ['penicillin'],
})
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const

/** Somebody in the queue; the first of them by number is `line(0)`. */
export function line(n: number, more: Partial<QueueLine> = {}): QueueLine {
  const person = hits[n % hits.length]?.person
  return {
    visitId: VisitId.parse(uuid(300 + n)),
    label: `M ${148 + n}`,
    personId: person?.id ?? personId(1),
    person: person === undefined ? null : { name: person.name, sex: person.sex, birth: person.birth },
    priority: 'none',
    stage: 'waiting',
    openedAt: '2026-11-22T03:20:00.000Z',
    calledAt: null,
    calls: 0,
    doctor: null,
    mine: true,
    room: null,
    lost: [],
    ...more,
  }
}

const called = { stage: 'called', calledAt: '2026-11-22T04:08:00.000Z', calls: 1, room: '14' } as const
const patient = (of: QueueLine, isKnown = true) => ({
  line: of,
  allergies: isKnown
    ? [
        {
          id: 'a1',
          personId: of.personId,
          group: 'penicillin',
          criticality: 'high',
          verification: 'confirmed',
          notedOn: '2026-01-01',
        },
      ]
    : [],
  running: isKnown
    ? [{ medicine: metformin, dose, until: '2026-12-03', prescriber: 'Dr Meena Rao', writtenOn: '2026-11-04' }]
    : [],
  written: [],
})

const queue = [
  line(1, { priority: 'pregnant' }),
  line(2, { priority: 'elderly', doctor: 'Dr Imran Ali', mine: false }),
  line(3),
  line(4, { stage: 'absent', calls: 2 }),
  line(5, { person: null }),
  line(6, { priority: 'disabled' }),
]

const seats = ['14', '15'].flatMap((label) =>
  medicineDepartment === undefined ? [] : [{ room: `room-${label}`, label, department: medicineDepartment }],
)

const base = {
  seats,
  seat: seats[0] ?? null,
  current: null,
  elsewhere: null,
  next: patient(line(1, { priority: 'pregnant' })),
  queue,
  others: [line(9, { ...called, room: '15' })],
  last: null,
  seen: 12,
}

/** The situations of a doctor's room. */
export const rooms = {
  idle: DoctorRoom.parse({ ...base, last: line(0, { stage: 'seen', calledAt: called.calledAt }) }),
  busy: DoctorRoom.parse({ ...base, current: patient(line(0, { ...called, priority: 'emergency', lost: ['15'] })) }),
  elsewhere: DoctorRoom.parse({ ...base, elsewhere: line(0, { ...called, room: '15', lost: ['14'] }) }),
  empty: DoctorRoom.parse({ ...base, next: null, queue: [], others: [] }),
  seatless: DoctorRoom.parse({ ...base, seat: null, next: null, queue: [] }),
}

export interface Play {
  room: DoctorRoom
  questions?: readonly RoomQuestion[]
}

export const doctorStatus = (language: Language, more: object = {}) =>
  deskStatus(language, {
    role: 'doctor',
    label: 'Room 14',
    session: { kind: 'unlocked', operator: OperatorId.parse('meena-rao'), name: 'Dr Meena Rao' },
    devices: [],
    ...more,
  })

export const doctorAnswers = (language: Language, play: Play): Handlers<Doctor['channels']> => ({
  'terminal.status': async () => doctorStatus(language),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  ...scannerAnswers(),
  ...syncAnswers([]),
  ...sessionAnswers,
  'session.operators': async () => [{ id: OperatorId.parse('meena-rao'), name: 'Dr Meena Rao' }],
  'session.unlock': async () => ({ kind: 'unlocked', name: 'Dr Meena Rao' }),
  'session.lock': async () => ({}),
  'print.recent': async () => [],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => null,
  'scan.text': async () => {
    throw new Error('Nothing is scanned here')
  },
  'room.now': async () => play.room,
  'room.sit': async () => true,
  'room.next': async () => ({ kind: 'noted' }),
  'room.note': async () => ({ kind: 'noted' }),
  'write.medicines': async ({ text }) =>
    [metformin, amoxicillin].filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())),
  'write.lately': async () => [
    { id: PrescriptionId.parse(uuid(900)), items: [{ medicine: metformin, dose, days: 30, quantity: 60 }] },
  ],
  'write.check': async ({ items }) =>
    items.map(({ medicine, again }) => {
      if (medicine === 'amoxicillin') return { kind: 'allergy', group: 'penicillin' }
      return again ? null : { kind: 'running', until: '2026-12-03' }
    }),
  'write.give': async () => ({ kind: 'given', id: PrescriptionId.parse(uuid(901)), counter: 'Window 3' }),
  ...questionAnswers(() => play.questions ?? []),
})

const call = (n: number, room: string) => ({
  id: uuid(500 + n),
  label: `M ${148 - n}`,
  room,
  to: 'room' as const,
  sign: medicineDepartment?.sign ?? 'medicine',
  department: medicineDepartment?.name ?? { en: '', hi: '', pa: '', ur: '' },
  at: '2026-11-22T04:08:00.000Z',
})

export const hall: WaitingRoom = {
  departments: departments.slice(0, 2).map(({ name }) => name),
  now: call(0, '14'),
  before: [call(1, '15'), call(2, '14'), call(3, '15'), call(4, '14')],
  next: ['M 149', 'M 150', 'E 89'],
}
