import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { pharmacy, PickList, SupplyNote } from '../../contract/pharmacy.ts'
import type { Pharmacy, RightPlace } from '../../contract/pharmacy.ts'
import { OperatorId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import { departments, jobId, now, offline, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { everyWay, waysOf } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { scannerAnswers } from '../fake/bridge/scanner-answers.ts'
import { orderAnswers } from '../fake/bridge/order-answers.ts'
import { stockAnswers } from '../fake/bridge/stock-answers.ts'
import { syncAnswers } from '../fake/bridge/sync-answers.ts'
import { sessionAnswers } from '../fake/bridge/session-answers.ts'
import { patience } from '../fake/bridge/sweep.ts'

type PharmacyPage = OpenPage<Pharmacy>

const uuid = (n: number) => `01926c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const at = '2026-11-22T04:11:08.000Z'

const person = {
  id: uuid(1),
  registeredAt: '2026-02-18T04:10:00.000Z',
  name: { latin: 'Ramesh Kumar', own: { script: 'Deva', text: 'रमेश कुमार' } },
  sex: 'male',
  birth: { kind: 'date', on: '1968-03-14' },
  phone: '9810043217',
  address: { house: '', locality: 'Seelampur', district: 'north-east', pin: '110053' },
  guardian: { relation: 'father', name: 'Hari Kishan' },
  language: 'hi',
}
const metformin = {
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  shelf: 'B 14',
  form: 'tablet',
  groups: ['emergency-supply'],
}
const item = {
  id: uuid(2),
  medicine: 'metformin',
  dose: { morning: 1, noon: 0, evening: 0, night: 1, food: 'with' },
  days: 30,
  quantity: 60,
}
const supply = SupplyNote.parse({
  supply: {
    id: uuid(9),
    personId: uuid(1),
    prescriptionId: uuid(3),
    medicine: 'metformin',
    lotId: 'MF2607',
    quantity: 2,
    at,
    operator: 'arvind-negi',
    witness: 'bina-rawat',
    reason: 'The dose is due and the line is cut',
    terminal: uuid(8),
  },
  medicine: metformin,
  person,
  operator: 'Arvind Negi',
  witness: 'Bina Rawat',
})

const there: RightPlace = { state: { kind: 'there' }, counters: ['Window 7'], wantedBy: null }

const listOf = (place: RightPlace, supplies: readonly SupplyNote[] = []) => {
  const isHere = place.state.kind === 'here' || place.state.kind === 'came'
  const lots = [
    { lot: { id: 'MF2607', medicine: 'metformin', lot: 'MF2607', expiry: '2027-03-31' }, here: 1240, expired: false },
  ]
  const line = {
    item,
    medicine: metformin,
    given: 20,
    mayGive: isHere ? 40 : 0,
    rightHere: isHere,
    lots,
    allergies: [],
    warnings: [],
    emergency: isHere ? 0 : 2,
  }
  const prescription = {
    id: uuid(3),
    personId: uuid(1),
    prescriber: 'Dr Meena Rao',
    department: 'medicine',
    writtenAt: '2026-11-22T03:58:00.000Z',
    status: 'active',
    items: [item],
  }
  return PickList.parse({
    person,
    age: 58,
    allergies: [],
    prescriptions: [{ prescription, lines: [line], place }],
    supplies,
    fills: [],
  })
}

const status = (language: Language, more: object = {}) =>
  deskStatus(language, {
    role: 'pharmacy',
    label: 'Window 3',
    session: { kind: 'unlocked', operator: OperatorId.parse('arvind-negi'), name: 'Arvind Negi' },
    ...more,
  })

interface Play {
  place: RightPlace
  supplies: readonly SupplyNote[]
}

const answers = (language: Language, play: Play): Handlers<Pharmacy['channels']> => ({
  'terminal.status': async () => status(language),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  'terminal.recover': async () => {
    throw new Error('Nothing is recovered here')
  },
  ...scannerAnswers(),
  ...sessionAnswers,
  'session.operators': async () => [{ id: OperatorId.parse('arvind-negi'), name: 'Arvind Negi' }],
  'session.unlock': async () => ({ kind: 'unlocked', name: 'Arvind Negi' }),
  'session.lock': async () => ({}),
  ...syncAnswers([]),
  'print.recent': async () => [],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => null,
  'scan.text': async () => {
    throw new Error('Nothing is scanned here')
  },
  'pick.find': async () => [{ person: listOf(there).person, age: 58, open: 1 }],
  'pick.open': async () => listOf(play.place, play.supplies),
  'pick.leave': async () => ({}),
  'right.claim': async () => ({ kind: 'none', cause: 'locked' }),
  'right.yield': async () => true,
  'right.parked': async () => [{ title: 'Metformin × 20', at }],
  'supply.witnesses': async () => [
    { id: OperatorId.parse('bina-rawat'), name: 'Bina Rawat' },
    { id: OperatorId.parse('imran-khan'), name: 'Imran Khan' },
  ],
  'supply.give': async ({ pin }) =>
    pin === '2468' ? { kind: 'given', label: jobId(1) } : { kind: 'wrong', triesLeft: 3 },
  'supply.recent': async () => [supply],
  'dispense.give': async () => ({ kind: 'given', labels: [jobId(1)], owed: null }),
  ...orderAnswers(),
  ...stockAnswers(),
  'department.names': async () => [...departments],
})

const press = async ({ page }: PharmacyPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

interface Screen {
  readonly name: string
  /** Looked at in English and Urdu only: the same parts as another. */
  readonly isLike?: boolean
  readonly reach: (it: PharmacyPage, play: Play, language: Language) => Promise<void>
}

const placed = (name: string, place: RightPlace, supplies: readonly SupplyNote[] = []): Screen => ({
  name,
  reach: async (it, play) => {
    Object.assign(play, { place, supplies })
    await it.tell('changed', { tables: ['right'] })
    await it.page.waitForTimeout(60)
  },
})

const like = (...args: Parameters<typeof placed>): Screen => ({ ...placed(...args), isLike: true })

const until = '2026-11-22T04:13:00.000Z'
const screens: readonly Screen[] = [
  placed('there', there),
  { name: 'refused', isLike: true, reach: async (it) => press(it, 'F6') },
  placed('asked', { ...there, state: { kind: 'asked', until } }),
  like('silent', { ...there, state: { kind: 'silent' } }),
  like('came', { state: { kind: 'came' }, counters: [], wantedBy: null }, [supply]),
  placed('wanted', { state: { kind: 'here' }, counters: [], wantedBy: 'Window 7' }),
  like('stopped', { ...there, state: { kind: 'stopped' } }),
  like('locked', { ...there, state: { kind: 'locked' } }),
  {
    name: 'offline',
    isLike: true,
    reach: async (it, play, language) => {
      play.place = there
      await it.tell('status', status(language, offline))
      await it.tell('changed', { tables: ['right'] })
    },
  },
  {
    name: 'emergency',
    isLike: true,
    reach: async (it) => {
      await press(it, 'F11')
      await it.page.locator('.emergency').waitFor()
    },
  },
  {
    name: 'emergency-wrong',
    reach: async (it) => {
      await press(it, 'Space', 'Tab', 'Tab', 'Space', 'Tab')
      await it.page.keyboard.type('1111')
      await press(it, 'Enter')
      await it.page.locator('.emergency-told .note').waitFor()
    },
  },
  {
    name: 'list',
    reach: async (it) => {
      await press(it, 'Alt+4')
      await it.page.locator('.supply-list .note.stop').waitFor()
    },
  },
]

describe('rights at the pharmacy in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('pharmacy')

  const open = async (chromium: Browser, language: Language, play: Play): Promise<PharmacyPage> => {
    const it = await openPage(chromium, { contract: pharmacy, answers: answers(language, play), url: url(), at: now })
    await it.page.locator('.person-row').first().waitFor()
    await press(it, 'Enter')
    await it.page.locator('.pick-table').waitFor()
    return it
  }

  test('no text is cut on any screen in four languages or at 200 %, and axe finds nothing', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { place: there, supplies: [] }
    const it = await open(chromium, 'en', play)
    const found: string[] = []
    for (const { name, isLike = false, reach } of screens) {
      await reach(it, play, 'en')
      found.push(...(await lookAround(it, 'pharmacy', `rights-${name}`, isLike ? waysOf(['ur', 'en']) : everyWay)))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keyboard alone asks, lets go, and gives in an emergency with a second PIN', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { place: there, supplies: [] }
    const it = await open(chromium, 'en', play)
    const asked = (name: string) => it.asked.find((each) => each.name === name)?.input
    await press(it, 'F6')
    await it.page.getByText('The counter that held it is out of use', { exact: false }).waitFor()
    assert.deepEqual(asked('right.claim'), { prescriptionId: uuid(3) })
    await press(it, 'F11')
    await it.page.locator('.emergency').waitFor()
    await press(it, 'Enter')
    assert.equal(asked('supply.give'), undefined, 'one key gives nothing')
    await press(it, 'ArrowDown', 'Tab', 'Tab', 'ArrowDown', 'Tab')
    await it.page.keyboard.type('2468')
    await press(it, 'Enter')
    await it.page.locator('.given').waitFor()
    assert.deepEqual(asked('supply.give'), {
      prescriptionId: uuid(3),
      itemId: uuid(2),
      lotId: 'MF2607',
      quantity: 2,
      reason: 'The other counter is closed',
      witness: 'imran-khan',
      pin: '2468',
    })
    await press(it, 'Enter')
    play.place = { state: { kind: 'here' }, counters: [], wantedBy: 'Window 7' }
    await it.page.locator('.person-row').first().waitFor()
    assert.deepEqual(asked('pick.leave'), {})
    await press(it, 'Enter')
    await it.page.locator('.note.care').waitFor()
    await press(it, 'F4')
    assert.deepEqual(asked('right.yield'), { prescriptionId: uuid(3) })
    await it.leave()
  })
})
