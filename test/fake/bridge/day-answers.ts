import type { Handlers } from '../../../contract/channel.ts'
import type { dayChannels, DayView, SaidOfDay } from '../../../contract/day.ts'
import { noCounts } from '../../../domain/hospital/day-count.ts'
import { JobId, OperatorId, PersonId, TerminalId } from '../../../domain/id.ts'

const TODAY = '2026-11-22'
const id = (n: number) => `01926c00-0000-7000-8000-${(0xd00 + n).toString(16).padStart(12, '0')}`
const here = TerminalId.parse(id(1))
const other = TerminalId.parse(id(2))
const third = TerminalId.parse(id(3))
const [sunita, rajesh, imran] = [
  { id: OperatorId.parse('sunita-devi'), name: 'Sunita Devi' },
  { id: OperatorId.parse('rajesh-meena'), name: 'Rajesh Meena' },
  { id: OperatorId.parse('imran-qureshi'), name: 'Imran Qureshi' },
]

const counts = {
  ...noCounts,
  registered: 61,
  cardsIssued: 64,
  cardsReissued: 3,
  cardsStopped: 2,
  tokens: 142,
  cancelled: 4,
  restored: 1,
  transferred: 6,
  slips: 139,
  reprints: 3,
  spoiled: 2,
  unprinted: 1,
}

export const statementOf = (
  kind: SaidOfDay['statement']['kind'],
  more: Partial<SaidOfDay['statement']> = {},
): SaidOfDay => ({
  statement: {
    id: id(10),
    kind,
    facility: 'lok-nayak',
    terminal: here,
    label: 'Counter 7',
    day: TODAY,
    from: '2026-11-21T18:30:00.000Z',
    at: '2026-11-22T08:40:00.000Z',
    by: imran.id,
    to: kind === 'handed' ? sunita.id : null,
    after: null,
    counts,
    waiting: 0,
    refused: 0,
    emergency: 0,
    differences: [],
    note: '',
    audit: { seq: 4211, hash: '9f3a77c2'.repeat(8) },
    ...more,
  },
  by: kind === 'handed' ? rajesh.name : imran.name,
  to: kind === 'handed' ? sunita.name : null,
})

/** A desk in the afternoon: two tokens without a slip, a shift that was handed over, yesterday not signed. */
export const dayView = (more: Partial<DayView> = {}): DayView => ({
  day: TODAY,
  isToday: true,
  label: 'Counter 7',
  counts,
  waiting: 5,
  refused: 0,
  emergency: 1,
  differences: [
    { kind: 'token-without-paper', name: 'M 162', at: '2026-11-22T05:21:00.000Z', paper: 'spoiled' },
    { kind: 'token-without-paper', name: 'M 171', at: '2026-11-22T06:02:00.000Z', paper: 'open' },
  ],
  standing: { kind: 'open', reopened: null },
  shift: {
    from: '2026-11-22T08:00:00.000Z',
    counts: { ...noCounts, registered: 12, tokens: 31 },
    takenFrom: rajesh.name,
  },
  said: [statementOf('handed', { at: '2026-11-22T08:00:00.000Z' })],
  others: [
    {
      terminal: other,
      label: 'Counter 8',
      tokens: 128,
      signed: statementOf('signed', { id: id(11), terminal: other, counts: { ...counts, tokens: 131 } }),
    },
    { terminal: third, label: null, tokens: 37, signed: null },
  ],
  open: [{ day: '2026-11-21', kind: 'never' }],
  operator: sunita.id,
  supervisors: [imran],
  colleagues: [rajesh, imran],
  ...more,
})

export const dayAnswers = (): Handlers<typeof dayChannels> => ({
  'day.open': async ({ day }) => dayView(day === null || day === TODAY ? {} : { day, isToday: false, differences: [] }),
  'day.unsigned': async () => [],
  'day.list': async ({ number }) => ({
    lines:
      number === 'restored'
        ? []
        : ['M 101', 'M 102', 'M 103'].map((label, at) => ({
            label,
            at: `2026-11-22T04:1${at}:00.000Z`,
            by: sunita.name,
            person: {
              id: PersonId.parse(id(20 + at)),
              name: ['Gurpreet Kaur', 'Ramesh Kumar', 'Salma Khatoon'][at] ?? '',
            },
          })),
    more: false,
  }),
  'day.sign': async ({ pin }) =>
    pin === '2468' ? { kind: 'said', said: statementOf('signed') } : { kind: 'wrong', triesLeft: 4 },
  'day.reopen': async () => ({ kind: 'said', said: statementOf('reopened') }),
  'day.hand': async () => ({ kind: 'said', said: statementOf('handed') }),
  'day.print': async () => ({ kind: 'printing', job: JobId.parse(id(30)) }),
})
