import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { pharmacy } from '../../contract/pharmacy.ts'
import type { Pharmacy } from '../../contract/pharmacy.ts'
import { ScanAnswer } from '../../contract/shell.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { OperatorId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import { departments, now, offline, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { openPage, Refused } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { scannerAnswers } from '../fake/bridge/scanner-answers.ts'
import { orderAnswers } from '../fake/bridge/order-answers.ts'
import { stockAnswers } from '../fake/bridge/stock-answers.ts'
import { syncAnswers } from '../fake/bridge/sync-answers.ts'
import { sessionAnswers } from '../fake/bridge/session-answers.ts'
import { patience } from '../fake/bridge/sweep.ts'

type StockPage = OpenPage<Pharmacy>

const operator = { id: OperatorId.parse('arvind-negi'), name: 'Arvind Negi' }
const medicine = { code: 'metformin', name: 'Metformin', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 14' }

const refuse = async (): Promise<never> => {
  throw new Error('Nothing of this is asked on the stock page')
}

const status = (language: Language, more: Partial<TerminalStatus> = {}) =>
  deskStatus(language, {
    role: 'pharmacy',
    label: 'Window 3',
    session: { kind: 'unlocked', operator: operator.id, name: operator.name },
    ...more,
  })

const answers = (language: Language): Handlers<Pharmacy['channels']> => ({
  'terminal.status': async () => status(language),
  'terminal.about': refuse,
  'terminal.language': async () => ({}),
  'terminal.recover': refuse,
  ...scannerAnswers(),
  ...sessionAnswers,
  'session.operators': async () => [operator],
  'session.unlock': refuse,
  'session.lock': async () => ({}),
  ...syncAnswers([]),
  'print.recent': async () => [],
  'print.settle': async () => ({}),
  'print.retry': async () => ({}),
  'print.preview': async () => null,
  'scan.text': refuse,
  'pick.find': async () => [],
  'pick.open': async () => null,
  'dispense.give': refuse,
  ...orderAnswers(),
  ...stockAnswers(),
  'stock.sheet': async (asked) => {
    if (asked.shelf === 'zz') throw new Refused('store-closed')
    return stockAnswers()['stock.sheet'](asked)
  },
  'department.names': async () => [...departments],
  'pick.leave': async () => ({}),
  'right.claim': refuse,
  'right.yield': refuse,
  'right.parked': async () => [],
  'supply.witnesses': async () => [{ id: OperatorId.parse('shabnam-khan'), name: 'Shabnam Khan' }],
  'supply.give': refuse,
  'supply.recent': async () => [],
})

const pack = ScanAnswer.parse({
  card: { kind: 'not-a-card' },
  person: null,
  source: 'other',
  device: 'hand scanner',
  pack: {
    kind: 'read',
    gtin: '08901234567894',
    lotNumber: 'MF2702',
    expiry: '2027-11-30',
    medicine,
    units: 100,
    lot: null,
    held: null,
    reason: '',
  },
})

const press = async ({ page }: StockPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const type = (it: StockPage, text: string) => it.page.keyboard.type(text, { delay: 60 })

interface Screen {
  readonly name: string
  readonly reach: (it: StockPage) => Promise<void>
}

/** Types the name into the first box and takes the first medicine. */
async function metformin(it: StockPage): Promise<void> {
  await type(it, 'metf')
  await press(it, 'Enter')
  await it.page.locator('input[value^="Metformin"]').waitFor()
}

const screens: readonly Screen[] = [
  { name: 'shelf', reach: async (it) => it.page.locator('.stock-lot').first().waitFor() },
  {
    name: 'arrive',
    reach: async (it) => {
      await it.page.locator('.stock-watch .button').first().click()
      await it.page.locator('.stock-deed input').first().waitFor()
      await it.page.keyboard.type('580')
    },
  },
  {
    name: 'receive',
    reach: async (it) => {
      await press(it, 'F3')
      await it.page.locator('.stock-boxes').first().waitFor()
      await it.tell('scanned', pack)
      await it.page.locator('input[value="MF2702"]').waitFor()
      await press(it, 'Enter')
      await it.page.locator('.stock-line').waitFor()
    },
  },
  {
    name: 'send',
    reach: async (it) => {
      await press(it, 'Escape', 'F4')
      await metformin(it)
    },
  },
  {
    name: 'count-again',
    reach: async (it) => {
      await press(it, 'Escape', 'F6')
      await it.page.locator('.stock-boxes .field').nth(4).waitFor()
      await it.page.locator('.stock-boxes').nth(1).locator('input').first().focus()
      await type(it, '90')
      await press(it, 'Control+Enter')
      await it.page.locator('.problem-line').waitFor()
    },
  },
  {
    name: 'count-refused',
    reach: async (it) => {
      await press(it, 'Escape', 'F6')
      await it.page.locator('.stock-boxes .field').nth(1).waitFor()
      await type(it, 'zz')
      await it.page.locator('.note.stop').waitFor()
    },
  },
  {
    name: 'mark',
    reach: async (it) => {
      await press(it, 'Escape', 'F7')
      await metformin(it)
    },
  },
  {
    name: 'cold-out',
    reach: async (it) => {
      await press(it, 'Escape', 'F8')
      await it.page.locator('.stock-form .hint-line').waitFor()
      await type(it, '11.5')
    },
  },
  {
    name: 'level',
    reach: async (it) => {
      await press(it, 'Escape', 'F9')
      await metformin(it)
    },
  },
  {
    name: 'taken-back',
    reach: async (it) => {
      await press(it, 'Escape')
      await it.page.locator('.stock-watched button.bare').nth(1).click()
      await it.page.locator('.stock-shelves .note').waitFor()
    },
  },
  {
    name: 'offline',
    reach: async (it) => {
      await it.tell('status', status('en', offline))
      await it.page.locator('.band').waitFor()
    },
  },
]

describe('stock in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('pharmacy')

  const open = async (chromium: Browser, language: Language): Promise<StockPage> => {
    const it = await openPage(chromium, { contract: pharmacy, answers: answers(language), url: url(), at: now })
    await it.page.locator('.collect-box input').waitFor()
    await press(it, 'Alt+3')
    await it.page.locator('.stock-lot').first().waitFor()
    return it
  }

  test('no text is cut on any screen in four languages or at 200 %, and axe finds nothing', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it)
      found.push(...(await lookAround(it, 'pharmacy', `stock-${name}`)))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keyboard alone receives, counts twice what is far off, and stops a lot', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const asked = (name: string) => it.asked.findLast((each) => each.name === name)?.input
    await press(it, 'F3')
    await metformin(it)
    await press(it, 'Tab')
    await type(it, 'mf 9')
    await press(it, 'Tab')
    await type(it, '६/२७')
    await press(it, 'Tab')
    await type(it, '۵۰۰')
    await press(it, 'Tab')
    await type(it, '४८०')
    await press(it, 'Tab')
    await type(it, '20')
    await press(it, 'Enter')
    await it.page.locator('.stock-line').waitFor()
    await press(it, 'Control+Enter')
    await it.page.locator('.stock-shelves .note').waitFor()
    const line = { medicine: 'metformin', expected: null, found: 0, damaged: 0, seenAt: null, recounted: false }
    assert.deepEqual(asked('stock.record'), {
      kind: 'received',
      store: 'main-store',
      other: null,
      reference: '',
      note: '',
      lines: [{ ...line, lot: 'mf 9', expiry: '2027-06-30', expected: 500, found: 480, damaged: 20 }],
      second: null,
    })
    await press(it, 'F6')
    await it.page.locator('.stock-boxes .field').nth(4).waitFor()
    await press(it, 'Tab')
    await type(it, '90')
    await press(it, 'Control+Enter')
    await it.page.locator('.problem-line').waitFor()
    await press(it, 'Backspace', 'Backspace')
    await type(it, '91')
    await press(it, 'Control+Enter')
    await it.page.locator('.stock-shelves .note').waitFor()
    const counted = { ...line, lot: 'MF2607', expiry: null, found: 91, recounted: true, seenAt: now.toISOString() }
    assert.match(JSON.stringify(asked('stock.record')), /"kind":"counted","store":"pharmacy"/)
    assert.deepEqual(Object(asked('stock.record')).lines, [counted])
    await press(it, 'F7')
    await metformin(it)
    await press(it, 'Tab', 'ArrowDown', 'Tab', 'Space', 'Tab')
    await type(it, 'letter 118')
    await press(it, 'Control+Enter')
    await it.page.locator('.stock-shelves .note').waitFor()
    assert.deepEqual(asked('stock.mark'), { id: 'h/metformin/MF2701', state: 'recalled', reason: 'letter 118' })
    await it.leave()
  })
})
