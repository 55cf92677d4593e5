import type { Admin, Change, Directory, RefusedEdit, Saved } from '../../../contract/admin.ts'
import type { Handlers } from '../../../contract/channel.ts'
import { Facility } from '../../../domain/hospital/facility.ts'
import { Room } from '../../../domain/hospital/room.ts'
import { Roster } from '../../../domain/hospital/roster.ts'
import { StaffRow } from '../../../domain/hospital/staff-row.ts'
import { MutationId, OperatorId } from '../../../domain/id.ts'
import type { Language } from '../../../domain/language.ts'
import { departments, status as deskStatus } from './desk-answers.ts'
import { metformin } from './doctor-answers.ts'
import { suggestedNames } from './name-answers.ts'
import { scannerAnswers } from './scanner-answers.ts'
import { sessionAnswers } from './session-answers.ts'
import { syncAnswers } from './sync-answers.ts'

export const mutationId = MutationId.parse('01926c00-0000-7000-8000-0000000007d0')
const today = '2026-11-22'
const room = { en: 'Room', hi: 'कमरा', pa: 'ਕਮਰਾ', ur: 'کمرہ' }

const facility = Facility.parse({
  code: 'lok-nayak',
  name: {
    en: 'Lok Nayak Hospital',
    hi: 'लोक नायक अस्पताल',
    pa: 'ਲੋਕ ਨਾਇਕ ਹਸਪਤਾਲ',
    ur: 'لوک نائک ہسپتال',
  },
  hfr: null,
  runBy: 'delhi',
})

const staff = [
  { id: 'sunita-devi', name: 'Sunita Devi', roles: ['clerk'] },
  { id: 'shabnam-khan', name: 'Shabnam Khan', roles: ['clerk', 'pharmacist', 'supervisor'] },
  {
    id: 'meena-rao',
    name: 'Dr Meena Rao',
    names: { en: 'Dr Meena Rao', hi: 'डॉ मीना राव', pa: 'ਡਾ ਮੀਨਾ ਰਾਓ', ur: 'ڈاکٹر مینا راؤ' },
    roles: ['doctor'],
    department: 'medicine',
  },
  { id: 'arvind-negi', name: 'Arvind Negi', roles: ['pharmacist'], left: '2026-11-01' },
].map((row) => StaffRow.parse(row))

const rooms = departments.map(({ code, room: label, floor, line }) =>
  Room.parse({
    code: `room-${label}`,
    label,
    name: room,
    kind: 'consulting',
    department: code,
    floor,
    line,
    open: true,
  }),
)

const hours = Roster.parse({
  id: '2026-11-22-meena-rao',
  operator: 'meena-rao',
  department: 'medicine',
  room: 'room-14',
  day: today,
  from: '09:00',
  to: '13:00',
  minutes: 6,
  status: 'planned',
})

export const directory: Directory = {
  today,
  facility: { row: facility, waiting: false },
  departments: departments.map((row, at) => ({
    row: at === 5 ? { ...row, closed: '2026-11-20' } : row,
    waiting: at === 1,
  })),
  staff: staff.map((row, at) => ({ row, waiting: false, badge: at === 2 })),
  rooms: rooms.map((row, at) => ({ row: at === 4 ? { ...row, open: false } : row, waiting: false })),
  medicines: { given: 412, all: 430 },
  refused: 1,
}

const bone = directory.departments[1]?.row
const mine = bone === undefined ? departments[1] : { ...bone, floor: 3, room: '40' }
const theirs = {
  ...mine,
  floor: 1,
  room: '22',
  name: { en: 'Bones and joints', hi: 'हड्डी और जोड़', pa: 'ਹੱਡੀ ਅਤੇ ਜੋੜ', ur: 'ہڈی اور جوڑ' },
}

const refused: RefusedEdit = {
  id: mutationId,
  at: '2026-11-22T03:50:00.000Z',
  by: 'Ravi Kumar',
  reason: 'changed-meanwhile',
  rows: [
    {
      mine: { table: 'department', row: mine },
      was: { table: 'department', row: departments[1] },
      now: { table: 'department', row: theirs },
    },
  ],
}

const changes: readonly Change[] = [
  {
    id: `${mutationId}.0`,
    table: 'room',
    row: 'room-14',
    name: 'Room 21',
    at: '2026-11-22T04:02:00.000Z',
    by: 'Ravi Kumar',
    isNew: false,
    fields: [
      { field: 'label', was: '"14"', now: '"21"' },
      { field: 'line', was: '"green"', now: '"blue"' },
    ],
    waiting: true,
  },
  {
    id: `${mutationId}.1`,
    table: 'operator',
    row: 'meena-rao',
    name: 'Dr Meena Rao',
    at: '2026-11-21T09:02:00.000Z',
    by: null,
    isNew: false,
    fields: [
      { field: 'roles', was: '["clerk"]', now: '["doctor"]' },
      { field: 'pin', was: '"…"', now: '"…"' },
      { field: 'since', was: null, now: '"2026-11-22"' },
    ],
    waiting: false,
  },
]

export interface Play {
  saved: Saved
}

export const saved: Saved = { kind: 'saved', ids: [mutationId], rows: 1, row: 'medicine' }
export const crossed: Saved = { kind: 'changed-meanwhile', now: { table: 'department', row: theirs } }

export const adminStatus = (language: Language, more: object = {}) =>
  deskStatus(language, {
    role: 'admin',
    label: 'Office',
    session: { kind: 'unlocked', operator: OperatorId.parse('ravi-kumar'), name: 'Ravi Kumar' },
    devices: [],
    ...more,
  })

export const adminAnswers = (language: Language, play: Play): Handlers<Admin['channels']> => ({
  'terminal.status': async () => adminStatus(language),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  ...scannerAnswers(),
  ...syncAnswers([]),
  ...sessionAnswers,
  'session.operators': async () => [{ id: OperatorId.parse('ravi-kumar'), name: 'Ravi Kumar' }],
  'session.unlock': async () => ({ kind: 'unlocked', name: 'Ravi Kumar' }),
  'session.lock': async () => ({}),
  'print.recent': async () => [],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => null,
  'scan.text': async () => {
    throw new Error('Nothing is scanned here')
  },
  'directory.now': async () => directory,
  'directory.roster': async () => [{ row: hours, waiting: false }],
  'directory.formulary': async () => ({
    lines: [
      { medicine: metformin, given: true, level: { id: 'metformin', least: 2000, wanted: 9000 }, waiting: false },
      {
        medicine: { ...metformin, code: 'metformin-1g', strength: '1 g', shelf: '' },
        given: false,
        level: null,
        waiting: false,
      },
    ],
    all: 2,
  }),
  'directory.save': async () => play.saved,
  'directory.copy-roster': async () => ({ ...saved, rows: 12 }),
  'directory.undo': async () => saved,
  'directory.history': async () => [...changes],
  'directory.refused': async () => [refused],
  'directory.decide': async ({ take }) => (take === 'theirs' ? { kind: 'left' } : saved),
  'name.suggest': async ({ text }) => suggestedNames(text),
  'staff.pin': async () => ({ pin: '907351' }),
})
