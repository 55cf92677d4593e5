import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { pharmacy, PickList } from '../../contract/pharmacy.ts'
import type { Pharmacy } from '../../contract/pharmacy.ts'
import { PrintJob, ScanAnswer } from '../../contract/shell.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { OperatorId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import { languages } from '../../domain/language.ts'
import { Person } from '../../domain/person/person.ts'
import { Medicine } from '../../domain/pharmacy/medicine.ts'
import { PackSeen } from '../../domain/pharmacy/pack.ts'
import { departments, jobId, now, offline, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { noticedCode } from '../fake/bridge/desk-identity.ts'
import { gallery, lookAround, lookAt } from '../fake/bridge/gallery.ts'
import { largest, waysOf } from '../fake/bridge/inspect.ts'
import type { Rules } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import { scannerAnswers } from '../fake/bridge/scanner-answers.ts'
import { orderAnswers } from '../fake/bridge/order-answers.ts'
import { stockAnswers } from '../fake/bridge/stock-answers.ts'
import { syncAnswers } from '../fake/bridge/sync-answers.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { sessionAnswers } from '../fake/bridge/session-answers.ts'
import { isFull, patience } from '../fake/bridge/sweep.ts'

type PharmacyPage = OpenPage<Pharmacy>
type Lot = PickList['prescriptions'][number]['lines'][number]['lots'][number]

const uuid = (n: number) => `01926c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

const person = (n: number, latin: string, script: 'Deva' | 'Guru' | 'Arab', own: string, language: Language) =>
  Person.parse({
    id: uuid(n),
    registeredAt: '2026-02-18T04:10:00.000Z',
    name: { latin, own: { script, text: own } },
    sex: n === 1 ? 'male' : 'female',
    birth: { kind: 'date', on: '1968-03-14' },
    phone: '9810043217',
    address: { house: '', locality: 'Seelampur', district: 'north-east', pin: '110053' },
    guardian: { relation: 'father', name: 'Hari Kishan' },
    language,
  })

const ramesh = person(1, 'Ramesh Kumar', 'Deva', 'रमेश कुमार', 'hi')
const noor = person(2, 'Noor Jahan', 'Arab', 'نور جہاں', 'ur')
const gurpreet = person(3, 'Gurpreet Kaur', 'Guru', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ', 'pa')

const medicine = (code: string, name: string, strength: string, shelf: string, more: Partial<Medicine> = {}) =>
  Medicine.parse({ code, name, strength, shelf, form: 'tablet', groups: [], ...more })

const lot = (name: string, expiry: string, here: number): Lot => ({
  lot: { id: name, medicine: 'm', lot: name, expiry },
  here,
  expired: expiry < '2026-11-22',
})

const allergy = {
  id: 'allergy-1',
  personId: ramesh.id,
  group: 'penicillin',
  criticality: 'high',
  verification: 'confirmed',
  notedOn: '2019-03-14',
} as const

type Dose = readonly [number, number, number, number]

const line = (n: number, what: Medicine, dose: Dose, quantity: number, lots: Lot[], more: object = {}) => ({
  item: {
    id: uuid(0x100 + n),
    medicine: what.code,
    dose: { morning: dose[0], noon: dose[1], evening: dose[2], night: dose[3], food: n % 2 === 0 ? 'with' : 'any' },
    days: 30,
    quantity,
  },
  medicine: what,
  given: 0,
  mayGive: quantity,
  rightHere: true,
  emergency: 0,
  lots,
  allergies: [],
  warnings: [],
  ...more,
})

const metformin = medicine('metformin', 'Metformin', '500 mg', 'B 14')
const telmisartan = medicine('telmisartan', 'Telmisartan', '40 mg', 'B 22')
const amoxicillin = medicine('amoxicillin', 'Amoxicillin', '500 mg', 'A 3', { form: 'capsule', groups: ['penicillin'] })
const atorvastatin = medicine('atorvastatin', 'Atorvastatin', '10 mg', 'C 2')
const paracetamol = medicine('paracetamol', 'Paracetamol', '125 mg/5 ml', 'A 12', { form: 'syrup' })
const glimepiride = medicine('glimepiride', 'Glimepiride', '1 mg', 'C 9')

const usual = [
  line(2, metformin, [1, 0, 1, 0], 60, [lot('MF2607', '2027-03-31', 1240)]),
  line(3, telmisartan, [1, 0, 0, 0], 30, [lot('TL1188', '2027-01-31', 20)]),
  line(4, amoxicillin, [1, 1, 1, 0], 15, [lot('AX0311', '2027-06-30', 860)], { allergies: [allergy] }),
  line(5, atorvastatin, [0, 0, 0, 1], 30, [lot('AT0931', '2027-09-30', 10), lot('AT1002', '2028-01-31', 400)]),
]
const stopped = [
  ...usual,
  line(6, paracetamol, [5, 5, 5, 0], 60, [lot('PC19', '2026-10-31', 4)]),
  line(7, glimepiride, [0.5, 0, 0, 0], 15, [lot('GL7', '2027-05-31', 90)], { rightHere: false, mayGive: 0 }),
]

const about = {
  why: 'not-in-stock',
  instead: null,
  words: '',
  at: '2026-11-22T04:06:00.000Z',
  isUnsent: false,
  answer: null,
}
const word = (answer: string, words = '') => ({ answer, by: 'Dr Meena Rao', at: '2026-11-22T04:09:00.000Z', words })
/** Lines that the prescriber was asked about, or took back. */
const askedOf = [
  line(2, metformin, [1, 0, 1, 0], 60, [lot('MF2607', '2027-03-31', 1240)], {
    question: { ...about, id: uuid(0x71), answer: word('as-written', 'weight 92 kg') },
  }),
  line(3, telmisartan, [1, 0, 0, 0], 30, [], { question: { ...about, id: uuid(0x72) } }),
  line(4, atorvastatin, [0, 0, 0, 1], 30, [lot('AT0931', '2027-09-30', 10)], {
    question: { ...about, id: uuid(0x73), isUnsent: true, why: 'dose-unclear', words: '10 or 40?' },
  }),
  line(5, glimepiride, [1, 0, 0, 0], 30, [lot('GL7', '2027-05-31', 90)], {
    question: { ...about, id: uuid(0x74), answer: word('instead') },
    closed: 'replaced',
  }),
  line(6, paracetamol, [5, 5, 5, 0], 60, [lot('PC19', '2027-10-31', 4)], { closed: 'taken-back' }),
]

const warfarin = medicine('warfarin', 'Warfarin', '5 mg', 'D 4')
const morphine = medicine('morphine', 'Morphine', '10 mg', 'D 9', { groups: ['opioid'] })
const interaction = {
  kind: 'interaction',
  other: warfarin,
  id: 'warfarin-level-up',
  severity: 'severe',
  effect: 'bleeding',
  victim: 'Warfarin',
  source: 'Coumadin PI, section 7 (CYP2C9 inhibitors)',
  until: '2026-12-20',
}
const duplicate = { kind: 'duplicate', other: metformin, group: null, until: '2026-12-03' }
const careful = { ...interaction, other: glimepiride, id: 'x', severity: 'careful', effect: 'sugar-low', until: null }
/** Lines that ask before they are given, and one of which every lot is held. */
const asking = [
  line(
    2,
    { ...metformin, packs: [{ gtin: '09501101530003', units: 10 }] },
    [1, 0, 1, 0],
    60,
    [lot('MF2607', '2027-03-31', 1240)],
    {
      warnings: [interaction, duplicate, careful],
    },
  ),
  line(3, morphine, [1, 0, 0, 1], 10, [lot('MO1188', '2027-01-31', 20)]),
  line(4, glimepiride, [1, 0, 0, 0], 30, [
    { ...lot('GL7', '2027-05-31', 90), mark: { state: 'recalled', reason: 'Drug alert 7' } },
  ]),
]
const fills = [
  { day: '2026-10-23', medicine: metformin, quantity: 60 },
  { day: '2026-10-23', medicine: telmisartan, quantity: 30 },
]

const seenPack = (what: Medicine | null, lotNumber: string | null, more: object = {}) => ({
  ...answer('not-a-card', null, 'other'),
  pack: PackSeen.parse({
    kind: 'read',
    gtin: '09501101530003',
    lotNumber,
    expiry: lotNumber === null ? null : '2027-03-31',
    medicine: what,
    units: 10,
    lot: lotNumber === null ? null : { id: lotNumber, medicine: 'm', lot: lotNumber, expiry: '2027-03-31' },
    held: null,
    reason: '',
    ...more,
  }),
})

const listOf = (lines: readonly object[], more: object = {}) =>
  PickList.parse({
    person: ramesh,
    age: 58,
    allergies: [allergy],
    prescriptions: [
      {
        prescription: {
          id: uuid(0x50),
          personId: ramesh.id,
          prescriber: 'Dr Meena Rao',
          department: 'medicine',
          writtenAt: '2026-11-22T03:58:00.000Z',
          status: 'active',
          items: lines.map((each) => ('item' in each ? each.item : null)),
        },
        lines,
        place: { state: { kind: 'here' }, counters: [], wantedBy: null },
      },
    ],
    supplies: [],
    fills: [],
    ...more,
  })

const card = {
  cardId: '9f31b7ac00112233',
  statusIndex: 9,
  issued: '2021-11-20',
  expires: '2026-11-19',
  kid: 'a1b2',
  core: null,
  emergency: { kind: 'none' },
}

const answer = (kind: string, who: Person | null, source = 'card') =>
  ScanAnswer.parse({
    card: {
      kind,
      ...(['valid', 'expired', 'revoked'].includes(kind) ? { card } : {}),
      ...(kind === 'revoked' ? { reason: 'lost' } : {}),
    },
    person: who,
    source,
    device: 'hand scanner',
  })

const at = '2026-11-22T04:11:08.000Z'
const job = (n: number, document: PrintJob['document'], title: string, state: PrintJob['state']) =>
  PrintJob.parse({ id: jobId(n), printer: 'label', document, title, copy: 1, queuedAt: at, state })

const status = (language: Language, more: Partial<TerminalStatus> = {}) =>
  deskStatus(language, {
    role: 'pharmacy',
    label: 'Window 3',
    session: { kind: 'unlocked', operator: OperatorId.parse('arvind-negi'), name: 'Arvind Negi' },
    served: 212,
    devices: [
      { device: 'label', kind: 'label', state: 'ready' },
      { device: 'slip', kind: 'ticket', state: 'ready' },
      { device: 'hand', kind: 'scanner', state: 'ready' },
    ],
    ...more,
  })

const answers = (language: Language, lines: readonly object[] = usual): Handlers<Pharmacy['channels']> => ({
  'terminal.status': async () => status(language),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  ...scannerAnswers(),
  ...sessionAnswers,
  'session.operators': async () => [{ id: OperatorId.parse('arvind-negi'), name: 'Arvind Negi' }],
  'session.unlock': async () => ({ kind: 'unlocked', name: 'Arvind Negi' }),
  'session.lock': async () => ({}),
  ...syncAnswers([
    { n: 1, kind: 'dispense', title: 'Metformin × 60', at, state: { kind: 'waiting' } },
    { n: 2, kind: 'dispense', title: 'Cetirizine × 10', at, state: { kind: 'refused', reason: 'fenced' } },
  ]),
  'print.recent': async () => [],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => null,
  'scan.text': async () => answer('valid', ramesh),
  'pick.find': async ({ text }) =>
    [
      { person: ramesh, age: 58, open: 4 },
      { person: noor, age: 58, open: 2 },
      { person: gurpreet, age: 58, open: 1 },
    ].filter((each) => each.person.name.latin.toLowerCase().startsWith(text.toLowerCase())),
  'pick.open': async ({ personId }) => (personId === ramesh.id ? listOf(lines) : null),
  'dispense.give': async () => ({ kind: 'given', labels: [jobId(1), jobId(2), jobId(3)], owed: jobId(4) }),
  ...orderAnswers(),
  ...stockAnswers(),
  'department.names': async () => [...departments],
  'pick.leave': async () => ({}),
  'right.claim': async () => ({ kind: 'offline' }),
  'right.yield': async () => true,
  'right.parked': async () => [],
  'supply.witnesses': async () => [],
  'supply.give': async () => ({ kind: 'refused', reason: 'right-here' }),
  'supply.recent': async () => [],
})

/** Of each warning, whether all of it is seen above the button that gives. */
const warningsInSight = ({ page }: PharmacyPage) =>
  page.evaluate<readonly boolean[]>(`(async () => {
    await himsSettled({ still: 50, atMost: 5000 })
    const from = document.querySelector('.alerts').getBoundingClientRect()
    const until = document.querySelector('.pick-actions').getBoundingClientRect().top
    const seen = [...document.querySelectorAll('.alert')].map((each) => each.getBoundingClientRect())
    return seen.map(({ top, bottom }) => top >= from.top && bottom <= Math.min(from.bottom, until, innerHeight) + 1)
  })()`)

interface Screen {
  readonly name: string
  readonly reach: (it: PharmacyPage, language: Language) => Promise<void>
}

const press = async ({ page }: PharmacyPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const verdict = (name: string, kind: string, who: Person | null = null): Screen => ({
  name: `scan-${name}`,
  reach: async (it) => {
    await it.tell('scanned', answer(kind, who))
    await it.page.locator('.verdict-box').waitFor()
  },
})

const screens: readonly Screen[] = [
  { name: 'find', reach: async (it) => it.page.locator('.person-row').first().waitFor() },
  {
    name: 'nobody',
    reach: async (it) => {
      await it.page.keyboard.type('zzyzx')
      await it.page.locator('.collect-empty').waitFor()
    },
  },
  verdict('revoked', 'revoked'),
  verdict('altered', 'altered'),
  verdict('unknown-issuer', 'unknown-issuer'),
  verdict('newer-format', 'newer-format'),
  verdict('not-a-card', 'not-a-card'),
  {
    name: 'scan-other-card',
    reach: async (it) => {
      await it.tell('scanned', noticedCode())
      await it.page.locator('.verdict-box').waitFor()
    },
  },
  verdict('not-here', 'valid'),
  { name: 'offline', reach: async (it, language) => it.tell('status', status(language, offline)) },
  {
    name: 'pick',
    reach: async (it, language) => {
      await it.tell('status', status(language))
      await it.tell('scanned', answer('valid', ramesh))
      await it.page.locator('.pick-table').waitFor()
      await press(it, '2')
    },
  },
  {
    name: 'ask',
    reach: async (it) => {
      await press(it, 'Alt+7')
      await it.page.locator('.asking .operators').nth(1).waitFor()
    },
  },
  {
    name: 'back',
    reach: async (it) => {
      await press(it, 'Escape', 'Alt+8')
      await it.page.locator('.back-list').waitFor()
    },
  },
  {
    name: 'back-form',
    reach: async (it) => {
      await press(it, '2')
      await it.page.locator('.asking .operators').first().waitFor()
    },
  },
  {
    name: 'board',
    reach: async (it) => {
      await press(it, 'Alt+6')
      await it.page.locator('.board-table').waitFor()
    },
  },
  {
    name: 'pick-part',
    reach: async (it) => {
      await it.tell('scanned', answer('valid', ramesh))
      await it.page.locator('.back-list, .asking').first().waitFor({ state: 'detached' })
      await press(it, '2')
      await press(it, 'F9')
      await it.page.keyboard.type('10')
    },
  },
  {
    name: 'camera',
    reach: async (it) => {
      await press(it, 'Enter', 'F8')
      await it.page.locator('.camera-box .note').waitFor()
    },
  },
  {
    name: 'pick-expired-card',
    reach: async (it) => {
      await press(it, 'F8')
      await it.tell('scanned', answer('expired', ramesh))
    },
  },
  {
    name: 'locked',
    reach: async (it, language) => it.tell('status', status(language, { session: { kind: 'locked' } })),
  },
  {
    name: 'given',
    reach: async (it, language) => {
      await it.tell('status', status(language))
      await it.page.locator('.pick-table').waitFor()
      await press(it, 'Control+Enter')
      await it.page.locator('.given').waitFor()
      await it.tell('print', job(1, 'medicine-label', 'Metformin 500 mg', { kind: 'printed', at }))
      await it.tell('print', job(2, 'medicine-label', 'Telmisartan 40 mg', { kind: 'uncertain', at }))
      const out = { kind: 'not-sent', reason: 'paper-out', at } as const
      await it.tell('print', job(3, 'medicine-label', 'Atorvastatin 10 mg', out))
      await it.tell('print', job(4, 'owed-slip', 'Telmisartan', { kind: 'sending', since: at }))
    },
  },
  {
    name: 'stock',
    reach: async (it) => {
      await press(it, 'Alt+3')
      await it.page.locator('.stock-lot').first().waitFor()
    },
  },
  {
    name: 'waiting',
    reach: async (it) => {
      await press(it, 'Alt+4')
      await it.page.locator('.sync-facts li').first().waitFor()
    },
  },
  { name: 'help', reach: async (it) => press(it, 'F1') },
]

const look = (it: PharmacyPage, name: string, rules?: Rules) => lookAt(it, 'pharmacy', name, rules)

describe('the pharmacy in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('pharmacy')

  const open = async (
    chromium: Browser,
    language: Language,
    more: Partial<Handlers<Pharmacy['channels']>> = {},
  ): Promise<PharmacyPage> => {
    const wish = { contract: pharmacy, answers: { ...answers(language), ...more }, url: url(), at: now }
    const it = await openPage(chromium, wish)
    await it.page.locator('.collect-box input').waitFor()
    return it
  }
  const picking = async (it: PharmacyPage) => {
    await it.tell('scanned', answer('valid', ramesh))
    await it.page.locator('.pick-table').waitFor()
  }

  test('axe finds nothing on any screen, and in four languages no text is cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'pharmacy', name, waysOf(languages))))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('at 200 % text and with names of forty letters every screen keeps every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const short = answers('en')
    const long = <P extends Pick<Person, 'name'>>(who: P) => ({
      ...who,
      name: { ...who.name, latin: 'Venkatanarasimharajuvaripeta Subrahmanyam' },
    })
    const it = await open(chromium, 'en', {
      'pick.find': async (input) => {
        const found = await short['pick.find'](input)
        return found.map((hit) => ({ ...hit, person: { ...hit.person, ...long(hit.person) } }))
      },
      'pick.open': async (input) => {
        const list = await short['pick.open'](input)
        return list === null ? null : { ...list, person: { ...list.person, ...long(list.person) } }
      },
    })
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'pharmacy', `long-${name}`, waysOf(largest, true))))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('every stop, night, high contrast and 200 % text keep every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en', { 'pick.open': async () => listOf(stopped) })
    await picking(it)
    const found: string[] = []
    for (const theme of isFull ? [] : ['night', 'contrast', 'light']) {
      await it.page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`)
      found.push(...(await lookAround(it, 'pharmacy', `stops-${theme}`, waysOf(['ur', 'en']))))
    }
    found.push(...(await lookAround(it, 'pharmacy', 'stops', waysOf(largest, true))))
    await it.leave()
    const told = await open(chromium, 'en', { 'pick.open': async () => listOf(askedOf) })
    await picking(told)
    found.push(...(await lookAround(told, 'pharmacy', 'questions', waysOf(languages))))
    await told.leave()
    assert.deepEqual(found, [])
  })

  test('every verdict on a pack, and what is asked before harm, keeps every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const packs = {
      right: seenPack(metformin, 'MF2607'),
      'other-lot': seenPack(atorvastatin, 'AT1003'),
      recalled: seenPack(metformin, 'MF2607', { held: 'recalled', reason: 'Drug alert 7' }),
      'wrong-strength': seenPack({ ...telmisartan, code: 'telmisartan-80', strength: '80 mg' }, 'TL9'),
      'wrong-medicine': seenPack(warfarin, 'WA1'),
      'unknown-code': seenPack(null, null),
      'lot-unsaid': seenPack(metformin, null),
    }
    const lots = [lot('AT0931', '2027-09-30', 100), lot('AT1003', '2028-01-31', 400)]
    const lines = usual.map((each) => (each.medicine === atorvastatin ? { ...each, lots } : each))
    const found: string[] = []
    const walk = async (it: PharmacyPage, name: string, ways?: Parameters<typeof lookAround>[3]) =>
      void found.push(...(await lookAround(it, 'pharmacy', name, ways)))
    const seeing = await open(chromium, 'en', { 'pick.open': async () => listOf(lines, { fills }) })
    await picking(seeing)
    for (const [name, told] of Object.entries(packs)) {
      await seeing.tell('scanned', told)
      await seeing.page.locator('.pack-box').waitFor()
      await walk(seeing, `pack-${name}`, waysOf(languages))
    }
    await seeing.leave()
    const asked = await open(chromium, 'en', {
      'pick.open': async () => listOf(asking, { fills }),
      'supply.witnesses': async () => [{ id: OperatorId.parse('meera-rao'), name: 'Meera Rao' }],
    })
    await picking(asked)
    await walk(asked, 'asks', waysOf(languages))
    await asked.page.setViewportSize({ width: 1280, height: 720 })
    for (const language of languages) {
      await asked.turn(language, false)
      assert.deepEqual(await warningsInSight(asked), [true, true, true, true], language)
    }
    await asked.turn('en', false)
    await press(asked, 'Control+Enter')
    await asked.page.getByRole('radio').first().waitFor()
    await walk(asked, 'check')
    await asked.leave()
    assert.deepEqual(found, [])
  })

  test('another lot is taken with one key, and counts from then on', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const lots = [lot('MF2607', '2027-03-31', 100), lot('MF2701', '2028-03-31', 100)]
    const it = await open(chromium, 'en', {
      'pick.open': async () => listOf([line(2, metformin, [1, 0, 1, 0], 60, lots)]),
    })
    await picking(it)
    await it.tell('scanned', seenPack(metformin, 'MF2701'))
    await it.page.getByText('Another lot than listed').waitFor()
    await press(it, 'F3')
    await it.page.getByText('Right pack').waitFor()
    await it.page.getByText('10 of 60 scanned').waitFor()
    await it.tell('scanned', seenPack(warfarin, 'WA1'))
    await it.page.getByText('Wrong medicine').waitFor()
    await it.page.getByText('10 of 60 scanned').waitFor()
    await press(it, 'Control+Enter')
    await it.page.locator('.given').waitFor()
    const given = it.asked.find(({ name }) => name === 'dispense.give')
    assert.deepEqual(given?.input, {
      prescriptionId: uuid(0x50),
      lines: [{ itemId: uuid(0x102), lotId: 'MF2701', quantity: 60 }],
    })
    await it.leave()
  })

  test('by keyboard alone a reason and a second PIN go with what is given', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en', {
      'pick.open': async () => listOf(asking.slice(0, 2)),
      'supply.witnesses': async () => [{ id: OperatorId.parse('meera-rao'), name: 'Meera Rao' }],
    })
    await picking(it)
    await press(it, 'Control+Enter')
    await it.page.getByRole('heading', { name: 'Look again before you give' }).waitFor()
    await press(it, 'Control+Enter')
    assert.equal(it.asked.filter(({ name }) => name === 'dispense.give').length, 0)
    await press(it, 'Space', 'Tab', 'Space', 'Tab')
    await it.page.keyboard.type('2468')
    await press(it, 'Enter')
    await it.page.locator('.given').waitFor()
    const given = it.asked.find(({ name }) => name === 'dispense.give')
    assert.deepEqual(given?.input, {
      prescriptionId: uuid(0x50),
      lines: [
        { itemId: uuid(0x102), lotId: 'MF2607', quantity: 60, reason: 'The doctor was asked and wants it' },
        { itemId: uuid(0x103), lotId: 'MO1188', quantity: 10 },
      ],
      second: { witness: 'meera-rao', pin: '2468' },
    })
    await it.leave()
  })

  test('the keyboard alone gives part of one line and all of the others', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    await it.page.locator('.person-row').first().waitFor()
    await press(it, 'Enter')
    await it.page.locator('.pick-table').waitFor()
    await press(it, '2', 'F9')
    await it.page.keyboard.type('१०')
    await press(it, 'Enter', 'Control+Enter')
    await it.page.locator('.given').waitFor()
    const given = it.asked.find(({ name }) => name === 'dispense.give')
    assert.deepEqual(given?.input, {
      prescriptionId: uuid(0x50),
      lines: [
        { itemId: uuid(0x102), lotId: 'MF2607', quantity: 10 },
        { itemId: uuid(0x103), lotId: 'TL1188', quantity: 20 },
        { itemId: uuid(0x105), lotId: 'AT0931', quantity: 10 },
        { itemId: uuid(0x105), lotId: 'AT1002', quantity: 20 },
      ],
    })
    await it.leave()
  })

  test('a label that may not have come out is asked about, and answered once', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    await picking(it)
    await press(it, 'Control+Enter')
    await it.page.locator('.given').waitFor()
    await it.tell('print', job(2, 'medicine-label', 'Telmisartan 40 mg', { kind: 'uncertain', at }))
    await it.page.getByText('Did the label come out?').waitFor()
    await press(it, 'F9')
    const settled = it.asked.filter(({ name }) => name === 'print.settle')
    assert.deepEqual(
      settled.map(({ input }) => input),
      [{ job: jobId(2), came: false }],
    )
    await it.leave()
  })

  test('what could not be saved was not given', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en', { 'dispense.give': async () => ({ kind: 'not-saved', cause: 'disk-full' }) })
    await picking(it)
    await press(it, 'Control+Enter')
    await it.page.getByText('Not saved, so nothing was given').waitFor()
    assert.deepEqual(await look(it, 'not-saved'), [])
    assert.equal(await it.page.locator('.given').count(), 0)
    await it.leave()
  })

  test('a person whose record has not arrived is said to be on the way', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en', { 'pick.open': async () => null })
    await it.tell('scanned', answer('valid', person(9, 'New Person', 'Deva', 'नया', 'hi')))
    await it.page.getByText('This person’s record is not here yet').waitFor()
    assert.deepEqual(await look(it, 'record-not-here'), [])
    await it.leave()
  })
})
