import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import {
  deskAnswers,
  hits,
  job,
  namedScan,
  now,
  offline,
  scan,
  status,
  validScan,
} from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { largest, waysOf } from '../fake/bridge/inspect.ts'
import type { Way } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'

type DeskPage = OpenPage<Desk>

/** One screen: the keys that lead to it from the one before. */
interface Screen {
  readonly name: string
  readonly reach: (desk: DeskPage, language: Language) => Promise<void>
}

const type = async ({ page }: DeskPage, text: string) => page.keyboard.type(text)
const press = async ({ page }: DeskPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const locked = { session: { kind: 'locked' } } as const

const screens: readonly Screen[] = [
  { name: 'find-empty', reach: async () => {} },
  { name: 'find-nobody', reach: async (it) => type(it, 'zzyzx') },
  {
    name: 'find',
    reach: async (it) => {
      await press(it, 'Escape')
      await type(it, 'ramesh kumar 58 seelampur')
      await it.page.getByText('M 148').waitFor()
    },
  },
  { name: 'offline', reach: async (it, language) => it.tell('status', status(language, offline)) },
  {
    name: 'departments',
    reach: async (it, language) => {
      await it.tell('status', status(language))
      await press(it, 'F4')
    },
  },
  {
    name: 'scan-altered',
    reach: async (it) => {
      await press(it, 'Escape')
      await it.tell('scanned', scan('altered'))
    },
  },
  { name: 'scan-not-here', reach: async (it) => it.tell('scanned', validScan(null)) },
  { name: 'scan-named', reach: async (it) => it.tell('scanned', namedScan()) },
  { name: 'scan-expired', reach: async (it) => it.tell('scanned', validScan(hits[0] ?? null, true)) },
  {
    name: 'cards',
    reach: async (it) => {
      // Keys for the next step wait for the record that a scan opened.
      await it.page.locator('.next .two').waitFor()
      await press(it, 'F6')
      await it.page.locator('.card-item').first().waitFor()
    },
  },
  {
    name: 'cards-replace',
    reach: async (it) => {
      // As a person types: what comes faster than hands is held until it is known to be no scanner.
      const fact = async (at: number, said: string) => {
        await it.page.locator('.fact-grid input').nth(at).click()
        await it.page.keyboard.type(said, { delay: 100 })
      }
      await press(it, 'F8')
      await fact(0, '0000')
      await fact(1, '58')
      await press(it, 'Control+Enter')
      await it.page.locator('.cards-work .note').waitFor()
    },
  },
  {
    name: 'cards-changed',
    reach: async (it) => {
      await press(it, 'Escape', 'F7')
      await it.page.locator('.cards-work .note.ok').waitFor()
    },
  },
  {
    name: 'new-empty',
    reach: async (it) => {
      await press(it, 'Escape', 'F3', 'Control+Enter')
    },
  },
  {
    name: 'new-person',
    reach: async (it) => {
      await it.page.locator('.form-grid input').first().click()
      await type(it, 'Gurpreet Kaur')
      await it.page.locator('.candidate').first().waitFor()
      await press(it, 'Control+2', 'Enter', 'Enter', '1', 'Enter')
      await type(it, '35')
      await press(it, 'Enter')
      await type(it, '9811047263')
      await it.page.locator('.likely').waitFor()
      await it.page.locator('.phone-family').waitFor()
    },
  },
  {
    name: 'new-list-open',
    reach: async (it) => {
      await it.page.locator('button.box').nth(1).click()
      await it.page.locator('.choice').first().waitFor()
    },
  },
  { name: 'locked', reach: async (it, language) => it.tell('status', status(language, locked)) },
  {
    name: 'locked-wrong',
    reach: async (it) => {
      await type(it, '1234')
      await press(it, 'Enter')
      await it.page.locator('.unlock output .shape').waitFor()
    },
  },
  {
    name: 'issued',
    reach: async (it, language) => {
      await it.tell('status', status(language))
      await it.page.locator('.likely').waitFor()
      await press(it, 'F8', 'Control+Enter')
      await it.page.locator('.issued').waitFor()
      await it.tell('print', job(1, 'token-slip', 'M 149', { kind: 'sending', since: '2026-11-22T04:11:09.000Z' }))
      await it.tell('print', job(1, 'token-slip', 'M 149', { kind: 'printed', at: '2026-11-22T04:11:10.000Z' }))
      await it.tell('print', job(2, 'card', 'R3XK-71TB-8', { kind: 'sending', since: '2026-11-22T04:11:11.000Z' }))
      await it.tell('print', job(2, 'card', 'R3XK-71TB-8', { kind: 'uncertain', at: '2026-11-22T04:11:25.000Z' }))
      await it.page.locator('.slip-picture').waitFor()
    },
  },
  {
    name: 'camera',
    reach: async (it) => {
      await press(it, 'F2', 'F9')
      await it.page.locator('.camera-panel .note').waitFor()
    },
  },
  {
    name: 'languages-open',
    reach: async (it) => {
      await press(it, 'F9')
      await it.page.locator('.top-item').first().click()
      await it.page.locator('.language-choice').waitFor()
    },
  },
  { name: 'printing', reach: async (it) => press(it, 'Alt+3') },
  { name: 'waiting', reach: async (it) => press(it, 'Alt+4') },
  {
    name: 'waiting-copied',
    reach: async (it) => {
      await press(it, 'Alt+4', 'F6')
      await it.page.locator('.sync-path').waitFor()
    },
  },
  {
    name: 'help',
    reach: async (it) => {
      await press(it, 'F1')
      await it.page.getByText('24.21.0').waitFor()
    },
  },
  {
    name: 'store-damaged',
    reach: async (it, language) => it.tell('status', status(language, { store: { kind: 'closed', cause: 'damaged' } })),
  },
  {
    name: 'store-opening',
    reach: async (it, language) => it.tell('status', status(language, { store: { kind: 'opening' } })),
  },
]

/** Forty letters in each script, as few words as names have. */
const longest: readonly NonNullable<Person['name']['own']>[] = [
  { script: 'Arab', text: 'وینکٹانرسمہاراجوواریپیٹا سبرامنیم شاستریوالا' },
  { script: 'Deva', text: 'वेंकटनरसिंहराजुवारिपेट सुब्रह्मण्यम शास्त्री' },
  { script: 'Guru', text: 'ਵੈਂਕਟਨਰਸਿਮ੍ਹਰਾਜੂਵਾਰੀਪੇਟ ਸੁਬਰਾਮਣੀਅਮ ਸ਼ਾਸਤਰੀ' },
]
const longLatin = 'Venkatanarasimharajuvaripeta Subrahmanyam'

/** The same answers about people whose names, and whose parents' names, are as long as names get. */
function longNames(): Partial<Handlers<Desk['channels']>> {
  const usual = deskAnswers('en')
  const guardian = { relation: 'guardian', name: longLatin } as const
  const long = <P extends object>(person: P, at = 0) => ({
    ...person,
    name: { latin: longLatin, own: longest[at % longest.length] ?? null },
    guardian,
  })
  return {
    'person.search': async (input) => {
      const answer = await usual['person.search'](input)
      return { ...answer, hits: answer.hits.map((hit, at) => ({ ...hit, person: long(hit.person, at) })) }
    },
    'person.open': async (input) => {
      const view = await usual['person.open'](input)
      return view === null ? null : { ...view, person: long(view.person) }
    },
    'person.likely': async (input) => {
      const answer = await usual['person.likely'](input)
      return answer.map((hit) => ({ ...hit, person: long(hit.person) }))
    },
    'person.register': async (input) => {
      const answer = await usual['person.register'](input)
      return answer.kind === 'saved' ? { ...answer, person: long(answer.person) } : answer
    },
  }
}

describe('the desk in a browser', { timeout: 300_000, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  const open = async (
    chromium: Browser,
    language: Language,
    more: Partial<Handlers<Desk['channels']>> = {},
  ): Promise<DeskPage> => {
    const answers = { ...deskAnswers(language), ...more }
    const it = await openPage(chromium, { contract: desk, answers, url: url(), at: now })
    await it.page.locator('#search').waitFor()
    return it
  }

  const walk = async (it: DeskPage, ways: readonly Way[]): Promise<readonly string[]> => {
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'desk', name, ways)))
    }
    await it.leave()
    return found
  }

  test('axe finds nothing on any screen, and in four languages no text is cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    assert.deepEqual(await walk(await open(chromium, 'en'), waysOf(languages)), [])
  })

  test('at 200 % text and with names of forty letters every screen keeps every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    assert.deepEqual(await walk(await open(chromium, 'en', longNames()), waysOf(largest, true)), [])
  })

  test('the keys make text twice as large; night and high contrast keep every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const found: string[] = []
    const it = await open(chromium, 'en')
    for (let step = 0; step < 5; step++) await press(it, 'Control+Equal')
    assert.equal(await it.page.evaluate('document.documentElement.style.fontSize'), '200%')
    await press(it, 'Control+0')
    await type(it, 'ramesh kumar 58 seelampur')
    await it.page.getByText('M 148').waitFor()
    for (const theme of ['night', 'contrast']) {
      await it.page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`)
      found.push(...(await lookAround(it, 'desk', `find-${theme}`, waysOf(['ur', 'en']))))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })
})
