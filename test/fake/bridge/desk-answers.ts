import { createCanvas } from '@napi-rs/canvas'

import type { Handlers } from '../../../contract/channel.ts'
import type { CardDesk, Desk, NewCard, PersonHit, PersonView } from '../../../contract/desk.ts'
import { PrintJob, ScanAnswer, TerminalStatus } from '../../../contract/shell.ts'
import { CardId, JobId, OperatorId, PersonId, TerminalId, VisitId } from '../../../domain/id.ts'
import type { Language } from '../../../domain/language.ts'
import { Department } from '../../../domain/hospital/facility.ts'
import { Person, ageOn } from '../../../domain/person/person.ts'
import { mergeAnswers, someReviews } from './merge-answers.ts'
import { suggestedNames } from './name-answers.ts'
import { dayAnswers } from './day-answers.ts'
import { batchAnswers } from './batch-answers.ts'
import { familyAnswers } from './family-answers.ts'
import { schemeAnswers } from './scheme-answers.ts'
import { scannerAnswers } from './scanner-answers.ts'
import { syncAnswers } from './sync-answers.ts'
import { registerAnswers } from './register-answers.ts'
import { visitAnswers } from './visit-answers.ts'
import { sessionAnswers } from './session-answers.ts'

/** The moment every picture is taken at: 22 Nov 2026, 09:41 in Delhi. */
export const now = new Date('2026-11-22T09:41:30+05:30')
const today = '2026-11-22'
const uuid = (n: number) => `01926c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
export const personId = (n: number) => PersonId.parse(uuid(n))
export const jobId = (n: number) => JobId.parse(uuid(0x1000 + n))

const department = (code: string, prefix: string, room: string, sign: Department['sign'], name: Department['name']) =>
  Department.parse({ code, prefix, room, sign, name, floor: 1, line: 'blue' })

export const departments = [
  department('medicine', 'M', '14', 'medicine', { en: 'Medicine', hi: 'मेडिसिन', pa: 'ਮੈਡੀਸਨ', ur: 'میڈیسن' }),
  department('bone', 'B', '22', 'bone', { en: 'Bone', hi: 'हड्डी', pa: 'ਹੱਡੀਆਂ', ur: 'ہڈی' }),
  department('child', 'C', '3', 'child', { en: 'Children', hi: 'बच्चे', pa: 'ਬੱਚੇ', ur: 'بچے' }),
  department('eye', 'E', '9', 'eye', { en: 'Eye', hi: 'आँख', pa: 'ਅੱਖਾਂ', ur: 'آنکھ' }),
  department('women', 'W', '31', 'women', { en: "Women's clinic", hi: 'महिला', pa: 'ਔਰਤਾਂ', ur: 'خواتین' }),
  department('surgery', 'S', '18', 'surgery', { en: 'Surgery', hi: 'सर्जरी', pa: 'ਸਰਜਰੀ', ur: 'سرجری' }),
] as const

interface Sketch {
  readonly n: number
  readonly latin: string
  readonly own: string
  readonly sex?: Person['sex']
  readonly born: string
  readonly phone?: string
  readonly father: string
  readonly locality: string
  readonly script?: 'Deva' | 'Guru' | 'Arab'
  readonly relation?: 'father' | 'husband'
  readonly sources?: Person['sources']
}

const person = (it: Sketch): Person =>
  Person.parse({
    id: personId(it.n),
    registeredAt: '2026-02-18T04:10:00.000Z',
    name: { latin: it.latin, own: { script: it.script ?? 'Deva', text: it.own } },
    sex: it.sex ?? 'male',
    birth: { kind: 'date', on: it.born },
    phone: it.phone ?? '9810043217',
    address: { house: 'H-214, Gali 9', locality: it.locality, district: 'north-east', pin: '110053' },
    guardian: { relation: it.relation ?? 'father', name: it.father },
    language: 'hi',
    ...(it.sources === undefined ? {} : { sources: it.sources }),
  })

const hit = (it: Sketch, reasons: PersonHit['reasons'], lastVisit: PersonHit['lastVisit'] = null): PersonHit => ({
  person: person(it),
  age: ageOn({ kind: 'date', on: it.born }, today),
  reasons,
  lastVisit,
})

export const hits: readonly PersonHit[] = [
  hit(
    { n: 1, latin: 'Ramesh Kumar', own: 'रमेश कुमार', born: '1968-03-14', father: 'Hari Kishan', locality: 'Seelampur' },
    [
      { field: 'name', match: 'same' },
      { field: 'age', match: 'same' },
      { field: 'place', match: 'same' },
    ],
    { on: '2026-11-12', department: 'medicine' },
  ),
  hit(
    {
      n: 2,
      latin: 'Ramesh Kumar',
      own: 'रमेश कुमार',
      born: '1969-01-02',
      father: 'Baldev Raj',
      locality: 'Welcome Colony',
    },
    [
      { field: 'name', match: 'same' },
      { field: 'place', match: 'close' },
    ],
    { on: '2026-08-03', department: 'eye' },
  ),
  hit(
    {
      n: 3,
      latin: 'Ramesh Kumar Verma',
      own: 'रमेश कुमार वर्मा',
      born: '1965-07-20',
      father: 'Om Prakash Verma',
      locality: 'Seelampur',
    },
    [
      { field: 'place', match: 'same' },
      { field: 'name', match: 'close' },
      { field: 'age', match: 'close' },
    ],
    { on: '2024-05-09', department: 'surgery' },
  ),
  hit(
    {
      n: 4,
      latin: 'Rameshwar Kumar',
      own: 'رمیشور کمار',
      script: 'Arab',
      born: '1968-10-01',
      father: 'Shiv Ram',
      locality: 'Shahdara',
    },
    [
      { field: 'age', match: 'same' },
      { field: 'name', match: 'close' },
    ],
    { on: '2026-11-21', department: 'bone' },
  ),
]

/** One phone, three people here and one whom HIMS knows. */
const FAMILY_PHONE = '9811099999'
const sharing = [{ field: 'phone', match: 'same' }] as const

export const family: readonly PersonHit[] = [
  hit(
    {
      n: 21,
      latin: 'Rukhsana Bano',
      own: 'رخسانہ بانو',
      script: 'Arab',
      sex: 'female',
      born: '1994-02-11',
      phone: FAMILY_PHONE,
      father: 'Salim Khan',
      relation: 'husband',
      locality: 'Jafrabad',
      sources: { name: 'seen', birth: 'seen', sex: 'seen', phone: 'spoken', address: 'spoken', abha: 'verified' },
    },
    [...sharing],
  ),
  hit(
    {
      n: 22,
      latin: 'Salim Khan',
      own: 'سلیم خان',
      script: 'Arab',
      born: '1990-06-01',
      phone: FAMILY_PHONE,
      father: 'Rashid Khan',
      locality: 'Jafrabad',
    },
    [...sharing],
  ),
  hit(
    {
      n: 23,
      latin: 'Ayaan Khan',
      own: 'ایان خان',
      script: 'Arab',
      born: '2019-09-09',
      phone: FAMILY_PHONE,
      father: 'Salim Khan',
      locality: 'Jafrabad',
    },
    [...sharing],
  ),
]

const cousins = [
  person({
    n: 24,
    latin: 'Nazma Begum',
    own: 'نجمہ بیگم',
    script: 'Arab',
    sex: 'female',
    born: '1961-01-01',
    phone: FAMILY_PHONE,
    father: 'Rashid Khan',
    relation: 'husband',
    locality: 'Mustafabad',
  }),
]

export const gurpreet = hit(
  {
    n: 7,
    latin: 'Gurprit Kour',
    own: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ',
    script: 'Guru',
    sex: 'female',
    born: '1991-04-06',
    phone: '9811047263',
    father: 'H. Singh',
    relation: 'husband',
    locality: 'Tilak Nagar',
  },
  [
    { field: 'name', match: 'close' },
    { field: 'age', match: 'same' },
    { field: 'phone', match: 'same' },
    { field: 'guardian', match: 'close' },
    { field: 'place', match: 'different' },
  ],
  { on: '2024-02-02', department: 'women' },
)

const terminal = TerminalId.parse(uuid(0x900))
const cardId = CardId.parse('9f31b7ac00112233')
const card = {
  cardId,
  statusIndex: 9,
  issued: '2026-11-22',
  expires: '2031-11-21',
  status: 'active',
  profile: 'P-ID',
  term: 'temporary',
} as const

export const viewOf = (found: PersonHit): PersonView => ({
  person: found.person,
  age: found.age,
  cards: [
    {
      ...card,
      personId: found.person.id,
      issued: '2026-02-18',
      expires: '2031-02-17',
      shortCode: 'K7Q2-94MD-3',
      profile: 'P-ID',
      term: 'permanent',
    },
  ],
  visits: ['2026-11-12', '2026-08-03', '2026-02-18'].map((day, at) => ({
    id: VisitId.parse(uuid(0x500 + at)),
    personId: found.person.id,
    token: { department: ['medicine', 'eye', 'medicine'][at] ?? 'medicine', day, prefix: 'M', number: 40 + at },
    openedAt: `${day}T05:00:00.000Z`,
    terminal,
  })),
  phoneSharedWith: 2,
  waiting: false,
  linked: [],
})

export const status = (language: Language, more: Partial<TerminalStatus> = {}): TerminalStatus =>
  TerminalStatus.parse({
    role: 'desk',
    label: 'Counter 7',
    facility: {
      code: 'lnh',
      name: { en: 'Lok Nayak Hospital', hi: 'लोक नायक अस्पताल', pa: 'ਲੋਕ ਨਾਇਕ ਹਸਪਤਾਲ', ur: 'لوک نائک ہسپتال' },
    },
    language,
    store: { kind: 'open', room: 'ample', rescue: null },
    link: { kind: 'online', lastAnswer: '2026-11-22T04:11:26.000Z' },
    session: { kind: 'unlocked', operator: 'sunita-devi', name: 'Sunita Devi' },
    waiting: 0,
    refused: 0,
    dataAsOf: '2026-11-22T04:11:26.000Z',
    filling: false,
    people: 120000,
    peopleTotal: 940000,
    devices: [
      { device: 'slip', kind: 'ticket', state: 'ready' },
      { device: 'card', kind: 'card', state: 'ready' },
      { device: 'hand', kind: 'scanner', state: 'ready' },
    ],
    served: 147,
    diskLow: false,
    cardList: { asOf: '2026-11-22T04:30:00.000Z', seq: 214 },
    ...more,
  })

export const offline: Partial<TerminalStatus> = {
  link: {
    kind: 'offline',
    since: '2026-11-22T04:11:00.000Z',
    nextTry: '2026-11-22T04:11:42.000Z',
    cause: 'unreachable',
  },
  waiting: 37,
  dataAsOf: '2026-11-22T03:58:00.000Z',
}

export const job = (n: number, document: PrintJob['document'], title: string, state: PrintJob['state']): PrintJob =>
  PrintJob.parse({
    id: jobId(n),
    printer: document === 'card' ? 'card' : 'ticket',
    document,
    title,
    copy: 1,
    queuedAt: '2026-11-22T04:11:08.000Z',
    state,
  })

export const scan = (kind: 'altered' | 'not-a-card' | 'unknown-issuer' | 'newer-format'): ScanAnswer =>
  ScanAnswer.parse({ card: { kind }, person: null, source: 'card', device: 'hand scanner' })

export const validScan = (found: PersonHit | null, expired = false): ScanAnswer =>
  ScanAnswer.parse({
    card: {
      kind: expired ? 'expired' : 'valid',
      card: {
        cardId,
        statusIndex: 9,
        issued: '2021-11-20',
        expires: '2026-11-19',
        kid: 'a1b2',
        core: null,
        emergency: { kind: 'none' },
      },
    },
    person: found?.person ?? null,
    source: 'card',
    device: 'hand scanner',
  })

const newCard = (holder: PersonId): NewCard => ({
  card: { ...card, personId: holder },
  shortCode: 'R3XK-71TB-8',
  code: `DLH1:${'6BF+70%$/AB.C0H-'.repeat(9)}`,
  job: jobId(2),
  missing: null,
})

/** One card in use, one lost, one that was seen at two hospitals at once. */
const cardDesk = (holder: PersonId): CardDesk => ({
  cards: [
    {
      ...card,
      personId: holder,
      shortCode: 'K7Q2-94MD-3',
      seenFarApart: false,
      issued: '2026-02-18',
      expires: '2031-02-17',
      term: 'permanent',
    },
    {
      ...card,
      personId: holder,
      cardId: CardId.parse('9f31b7ac00112244'),
      status: 'lost',
      shortCode: 'R3ZY-W093-N',
      seenFarApart: true,
    },
  ],
  askable: ['phone', 'birth', 'guardian', 'locality'],
  left: { temporary: 180, permanent: 12 },
  canSign: true,
  canCodeAllergies: true,
  recorded: [91936005],
  supervisor: false,
})

/** A card that names its holder, of whom nothing is here, with a part for emergencies. */
export const namedScan = (): ScanAnswer => {
  const answer = validScan(null)
  if (!('card' in answer.card)) throw new Error('A valid scan has a card')
  const { name, sex } = gurpreet.person
  const core = { abha: '91123456789012', name, sex, birthYear: 1991, bloodGroup: 'B+', facility: '0710000123' } as const
  const block = {
    allergies: [91936005, 1003755004],
    conditions: [73211009, 441509002],
    medicines: [67866001],
    contact: '9811047263',
  }
  return ScanAnswer.parse({
    ...answer,
    card: { kind: 'valid', card: { ...answer.card.card, core, emergency: { kind: 'open', block } } },
    seenFarApart: true,
  })
}

/** A slip as a printer would draw it, roughly: enough to see that it is shown whole. */
function slipPicture(): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(576, 640)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 576, 640)
  pen.fillStyle = '#000'
  pen.font = '800 150px sans-serif'
  pen.fillText('M 149', 20, 170)
  pen.fillRect(24, 230, 150, 150)
  pen.font = '600 44px sans-serif'
  pen.fillText('Room 14', 200, 300)
  pen.fillRect(400, 440, 150, 150)
  return Uint8Array.from(canvas.toBuffer('image/png'))
}

const [firstHit, secondHit] = hits
export const reviewsHere =
  firstHit === undefined || secondHit === undefined ? [] : someReviews(firstHit, secondHit, gurpreet)

/** A registration desk on an ordinary morning; `language` is the terminal's. */
export const deskAnswers = (language: Language, more: Partial<TerminalStatus> = {}): Handlers<Desk['channels']> => ({
  'terminal.status': async () => status(language, more),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  'terminal.about': async () => ({
    name: 'host',
    versions: { app: '0.1.0', chrome: '150.0.1', node: '24.21.0' },
    limits: ['keystore', 'silent-print', 'auto-update'],
  }),
  'terminal.language': async () => ({}),
  ...scannerAnswers(),
  ...mergeAnswers([...hits, gurpreet], reviewsHere),
  ...schemeAnswers((id) => hits.find(({ person: each }) => each.id === id)?.person ?? null),
  ...visitAnswers(),
  ...dayAnswers(),
  ...familyAnswers([...hits, gurpreet]),
  ...batchAnswers([...hits, gurpreet]),
  ...registerAnswers(
    [...hits, gurpreet, ...family].map(({ person: each }) => each),
    cousins,
  ),
  ...sessionAnswers,
  'session.operators': async () => [
    { id: OperatorId.parse('sunita-devi'), name: 'Sunita Devi' },
    { id: OperatorId.parse('imran-qureshi'), name: 'Imran Qureshi' },
  ],
  'session.unlock': async ({ pin }) => {
    if (pin === '9999') return { kind: 'wait', until: '2026-11-22T04:12:00.000Z' }
    return pin === '135790' ? { kind: 'unlocked', name: 'Sunita Devi' } : { kind: 'wrong', triesLeft: 3 }
  },
  'session.lock': async () => ({}),
  ...syncAnswers([
    { n: 1, kind: 'visit', title: 'M 148, Ramesh Kumar', at: '2026-11-22T04:11:00.000Z', state: { kind: 'waiting' } },
    { n: 2, kind: 'person', title: 'Gurpreet Kaur', at: '2026-11-22T04:11:10.000Z', state: { kind: 'waiting' } },
    {
      n: 3,
      kind: 'person',
      title: 'Simran Kaur',
      at: '2026-11-21T09:10:00.000Z',
      state: { kind: 'refused', reason: 'HIMS has a newer version of this person' },
    },
  ]),
  'print.recent': async () => [
    job(3, 'token-slip', 'M 147', { kind: 'printed', at: '2026-11-22T04:11:10.000Z' }),
    job(4, 'token-slip', 'E 12', { kind: 'not-sent', reason: 'paper-out', at: '2026-11-22T04:11:12.000Z' }),
  ],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => slipPicture(),
  'scan.text': async () => validScan(hits[0] ?? null),
  'person.search': async ({ text }) => {
    const words = text.split(' ').filter((word) => !/\d/.test(word))
    const understood = {
      words,
      age: /58/.test(text) ? 58 : null,
      phone: null,
      guardian: [],
      phoneEnd: null,
      place: null,
      shortCode: null,
      abha: null,
    }
    if (text === FAMILY_PHONE) {
      return { understood: { ...understood, words: [], age: null, phone: text }, hits: [...family], more: false }
    }
    if (/^\d{10}$/.test(text)) {
      return { understood: { ...understood, words: [], age: null, phone: text }, hits: [gurpreet], more: false }
    }
    if (!text.startsWith('ramesh')) return { understood, hits: [], more: false }
    return {
      understood: { ...understood, words: ['ramesh', 'kumar'], place: 'seelampur' },
      hits: [...hits],
      more: false,
    }
  },
  'person.open': async ({ id }) => {
    const found = [...hits, gurpreet, ...family].find(({ person: each }) => each.id === id)
    return found === undefined ? null : viewOf(found)
  },
  'person.likely': async ({ name }) => (name.latin.startsWith('Gurpreet') ? [gurpreet] : []),
  'person.register': async ({ draft, distinctFrom }) =>
    draft.name.latin.startsWith('Gurpreet') && distinctFrom.length === 0
      ? { kind: 'look-first', likely: [gurpreet] }
      : { kind: 'saved', person: { ...draft, id: personId(9), registeredAt: '2026-11-22T04:11:08.000Z' } },
  'name.suggest': async ({ text }) => suggestedNames(text),
  'department.list': async () =>
    departments.map((each, at) => ({
      department: each,
      left: at === 4 ? 0 : 30 - at,
      next: at === 4 ? null : `${each.prefix} ${148 - at * 11}`,
    })),
  'token.issue': async ({ personId: id, department: code }) => ({
    kind: 'issued',
    label: 'M 149',
    job: jobId(1),
    visit: {
      id: VisitId.parse(uuid(0x600)),
      personId: id,
      token: { department: code, day: today, prefix: 'M', number: 149 },
      openedAt: '2026-11-22T04:11:08.000Z',
      terminal,
    },
  }),
  'card.list': async ({ personId: id }) => cardDesk(id),
  'card.change': async ({ cardId: id, to }) => ({
    kind: 'changed',
    card: { ...card, cardId: id, personId: gurpreet.person.id, status: to },
  }),
  'card.reissue': async ({ answers }) =>
    answers.some((said) => said.fact === 'phone' && said.digits === '0000')
      ? { kind: 'facts-differ', wrong: ['phone'], triesLeft: 2 }
      : { kind: 'issued', ...newCard(gurpreet.person.id) },
  'card.permanent': async ({ personId: id }) => ({
    kind: 'issued',
    cards: [newCard(id), newCard(id)],
    jobs: [jobId(2), jobId(3)],
  }),
  'card.issue': async ({ personId: id }) => ({
    kind: 'issued',
    card: { ...card, personId: id },
    shortCode: 'R3XK-71TB-8',
    code: `DLH1:${'6BF+70%$/AB.C0H-'.repeat(16)}`,
    job: jobId(2),
    missing: null,
  }),
})
