import type { Handlers } from '../../../contract/channel.ts'
import { BoardRow, HandOver, Proposal, RoomQuestion, TakeBack } from '../../../contract/order.ts'
import type { orderChannels } from '../../../contract/order.ts'
import type { Doctor } from '../../../contract/doctor.ts'

const uuid = (n: number) => `01926c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const at = (minutes: number) => new Date(Date.parse('2026-11-22T04:00:00.000Z') + minutes * 60_000).toISOString()
const medicine = (code: string, name: string, strength: string, groups: readonly string[] = []) => ({
  code,
  name,
  strength,
  form: 'tablet',
  groups,
  shelf: 'B 14',
})
const telmisartan = medicine('telmisartan-40', 'Telmisartan', '40 mg')
const half = medicine('telmisartan-20', 'Telmisartan', '20 mg')
const tramadol = medicine('tramadol-50', 'Tramadol', '50 mg', ['opioid'])
const dose = { morning: 1, noon: 0, evening: 0, night: 0, food: 'after' }
const twice = { ...dose, morning: 2 }
const item = { id: uuid(811), medicine: 'telmisartan-40', dose, days: 30, quantity: 30 }
const instead = { medicine: 'telmisartan-20', dose: twice, days: 30, quantity: 60 }
const name = (latin: string, script: string, text: string) => ({ latin, own: { script, text } })
const ramesh = name('Ramesh Kumar', 'Deva', 'रमेश कुमार')
const noor = name('Noor Jahan', 'Arab', 'نور جہاں')
const gurpreet = name('Gurpreet Kaur', 'Guru', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ')

const row = (n: number, person: object | null, state: string, more: object = {}) =>
  BoardRow.parse({
    prescriptionId: uuid(820 + n),
    personId: uuid(n + 1),
    name: person,
    token: n === 3 ? null : `M ${147 + n}`,
    writtenAt: at(n),
    open: 1 + (n % 4),
    state,
    since: at(n + 2),
    picker: null,
    isHere: true,
    holder: null,
    ...more,
  })
const arvind = { name: 'Arvind Negi', counter: null, isHere: true }
const farida = { name: 'Farida Begum', counter: 'Window 4', isHere: false }

export const board: readonly BoardRow[] = [
  row(0, ramesh, 'asked'),
  row(1, noor, 'to-pick'),
  row(2, gurpreet, 'picking', { picker: farida, isHere: false, holder: 'Window 4' }),
  row(3, ramesh, 'picked', { picker: arvind }),
  row(4, noor, 'called', { picker: arvind }),
  row(5, gurpreet, 'part'),
  row(6, null, 'answered', { isHere: false, holder: 'Window 4' }),
]

const handOver = (n: number, what: object, more: object = {}) =>
  HandOver.parse({
    dispenseId: uuid(840 + n),
    prescriptionId: uuid(820),
    medicine: what,
    lot: 'TM2607',
    units: 30,
    at: at(-20 * n),
    by: 'Arvind Negi',
    isHere: true,
    isControlled: false,
    ...more,
  })

export const orderAnswers = (): Handlers<typeof orderChannels> => ({
  'order.proposals': async () => [
    Proposal.parse({ instead, medicine: half, here: 420 }),
    Proposal.parse({
      instead: { ...instead, quantity: 15 },
      medicine: { ...half, code: 'telmisartan-80', strength: '80 mg' },
      here: 0,
    }),
  ],
  'order.ask': async () => ({ kind: 'noted' }),
  'order.withdraw': async () => ({ kind: 'noted' }),
  'board.now': async () => [...board],
  'board.note': async () => ({ kind: 'noted' }),
  'back.list': async () => [
    handOver(0, telmisartan),
    handOver(1, tramadol, { isControlled: true, lot: 'TR2611', units: 10 }),
    handOver(2, half, { isHere: false, by: 'Farida Begum' }),
  ],
  'back.take': async ({ cause, state }) => ({
    kind: 'taken',
    to: state === 'opened' ? 'waste' : cause === 'by-mistake' ? 'shelf' : 'quarantine',
    mayGiveAgain: cause === 'by-mistake',
  }),
})

export const question = RoomQuestion.parse({
  id: uuid(860),
  prescriptionId: uuid(820),
  personId: uuid(1),
  person: { name: ramesh, sex: 'male', birth: { kind: 'date', on: '1968-03-14' } },
  token: 'M 147',
  allergies: [
    {
      id: 'a1',
      personId: uuid(1),
      group: 'penicillin',
      criticality: 'high',
      verification: 'confirmed',
      notedOn: '2026-02-18',
    },
  ],
  item,
  medicine: telmisartan,
  given: 0,
  why: 'not-in-stock',
  instead: { instead, medicine: half, warnings: [] },
  words: '',
  at: at(4),
  by: 'Arvind Negi',
  counter: 'Window 3',
  prescriber: 'Dr Meena Rao',
  isMine: true,
})

type Asked = 'write.look' | 'write.orders' | 'write.take-back' | 'question.list' | 'question.answer'

export const questionAnswers = (
  questions: () => readonly RoomQuestion[],
): Pick<Handlers<Doctor['channels']>, Asked> => ({
  'write.look': async ({ items }) => items.map(() => ({ warnings: [], stock: { pharmacy: 420, elsewhere: 1200 } })),
  'write.orders': async () => [
    TakeBack.parse({
      prescriptionId: uuid(820),
      name: ramesh,
      token: 'M 147',
      writtenAt: at(1),
      items: [
        { item, medicine: telmisartan, given: 0, closed: null },
        { item: { ...item, id: uuid(812) }, medicine: half, given: 10, closed: null },
        { item: { ...item, id: uuid(813) }, medicine: tramadol, given: 0, closed: 'replaced' },
      ],
    }),
  ],
  'write.take-back': async () => ({ kind: 'noted' }),
  'question.list': async () => [...questions()],
  'question.answer': async () => ({ kind: 'noted' }),
})
