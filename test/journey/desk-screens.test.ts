import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import { OperatorId } from '../../domain/id.ts'
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
import { everyWay, largest, waysOf } from '../fake/bridge/inspect.ts'
import type { Way } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { searched } from '../fake/bridge/searched.ts'
import { until } from '../fake/world.ts'
import { isFull, patience } from '../fake/bridge/sweep.ts'

type DeskPage = OpenPage<Desk>

/** One screen: the keys that lead to it from the one before. */
interface Screen {
  readonly name: string
  /** So like another that larger text shows nothing new. */
  readonly isLike?: true
  readonly reach: (desk: DeskPage, language: Language) => Promise<void>
}

const type = async ({ page }: DeskPage, text: string) => page.keyboard.type(text)
const press = async ({ page }: DeskPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** As hands type: what comes faster is a scan. */
async function looksFor({ page }: DeskPage): Promise<void> {
  await page.locator('#search').fill('ramesh kumar 58 seelampur')
  await page.locator('.person-row').first().waitFor()
  await page.getByText('M 148').waitFor()
}

const locked = { session: { kind: 'locked' } } as const

const screens: readonly Screen[] = [
  { name: 'find-empty', reach: async () => {} },
  { name: 'find-nobody', reach: async (it) => type(it, 'zzyzx') },
  {
    name: 'find',
    reach: async (it) => {
      await press(it, 'Escape')
      await looksFor(it)
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
    name: 'cards-emergency',
    reach: async (it) => {
      await it.page.locator('.wishes .tick').nth(0).click()
      await it.page.locator('.wishes .tick').nth(1).click()
      await it.page.locator('.emergency-kind button').nth(1).click()
      await it.page.locator('.choices [role=option]').first().click()
      await it.page.locator('.emergency-kind .row button').waitFor()
    },
  },
  {
    name: 'cards-contact',
    reach: async (it) => {
      const contact = it.page.locator('.emergency-form input[inputmode=numeric]')
      await contact.fill('98110')
      assert.equal(await it.page.locator('.emergency-form .problem-line').count(), 0, 'it is being typed')
      const made = () => it.asked.filter((each) => each.name === 'card.issue').length
      const before = made()
      await press(it, 'F6')
      await it.page.locator('.emergency-form .problem-line').waitFor()
      assert.deepEqual([await contact.inputValue(), made()], ['98110', before], 'no card, and what was typed stays')
    },
  },
  {
    name: 'cards-replace',
    reach: async (it) => {
      await it.page.locator('.emergency-form input[inputmode=numeric]').fill('98110 47263')
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
      await it.page.locator('.issued .job .shape').waitFor()
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
    name: 'new-child',
    reach: async (it) => {
      await press(it, 'F2', 'F3')
      await it.page.locator('.form-grid input.num').first().fill('8')
      const home = it.page.locator('.place-field input')
      await home.fill('see')
      await it.page.locator('.place').first().waitFor()
      await press(it, 'ArrowDown', 'F5', 'Control+Enter')
      await home.click()
      await it.page.locator('.place').first().waitFor()
    },
  },
  {
    name: 'unknown-person',
    isLike: true,
    reach: async (it) => {
      await press(it, 'Escape', 'Escape', 'Control+F3')
      await it.page.locator('.register-form').waitFor()
    },
  },
  {
    name: 'found-by-name',
    isLike: true,
    reach: async (it) => {
      await press(it, 'Escape', 'Escape')
      await type(it, 'nazma begum 58')
      await it.page.locator('.elsewhere-ask').waitFor()
      await press(it, 'Shift+F2')
      await it.page.locator('.elsewhere-take').waitFor()
    },
  },
  {
    name: 'household',
    isLike: true,
    reach: async (it) => {
      await press(it, 'Escape', 'Escape')
      await type(it, '9811099999')
      await it.page.locator('.household').waitFor()
      await it.page.locator('.elsewhere').waitFor()
    },
  },
  {
    name: 'baby',
    isLike: true,
    reach: async (it) => {
      await it.page.locator('.next .two').waitFor()
      await press(it, 'Shift+F3')
      await it.page.locator('.register-form').waitFor()
      await it.page.locator('.register-form input[type=radio]').nth(1).click({ force: true })
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

const sunita = { kind: 'unlocked', operator: OperatorId.parse('sunita-devi'), name: 'Sunita Devi' } as const
const imran = { kind: 'unlocked', operator: OperatorId.parse('imran-qureshi'), name: 'Imran Qureshi' } as const

const ringOfPin = (it: DeskPage): Promise<unknown> =>
  it.page.evaluate(`getComputedStyle(document.querySelector('.palette .pin-box i.here')).boxShadow`)

/** What lies over a page or stands in its place. */
const over: readonly Screen[] = [
  {
    name: 'actions',
    reach: async (it) => {
      await press(it, 'F10')
      await it.page.locator('.action-list [role=option]').first().waitFor()
    },
  },
  {
    name: 'supervisor',
    reach: async (it) => {
      await press(it, 'Escape', 'Alt+9')
      await it.page.locator('.palette .operator').first().click()
      await it.page.locator('.palette .pin-box').waitFor()
      await press(it, 'ArrowDown')
      assert.equal(await ringOfPin(it), 'none', 'one ring on a page')
      await it.page.locator('.palette .pin-box input').focus()
      assert.notEqual(await ringOfPin(it), 'none')
    },
  },
  {
    name: 'badge-refused',
    reach: async (it, language) => {
      await press(it, 'Escape')
      await it.tell('status', status(language, locked))
      await it.page.locator('.unlock').waitFor()
      // It hears badges once it is drawn.
      await it.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))')
      await it.tell('badge', { kind: 'refused' })
      await it.page.locator('.unlock output .shape').waitFor()
    },
  },
  {
    name: 'forgive',
    reach: async (it) => {
      await press(it, 'Alt+1')
      await type(it, '9999')
      await press(it, 'Enter')
      await it.page.getByText('A supervisor is here').waitFor()
      await press(it, 'F9')
      await it.page.locator('.unlock .second-person .operator').first().click()
      await it.page.locator('.unlock .second-person .pin-box').waitFor()
    },
  },
]

const find: Screen = {
  name: 'find',
  reach: async (it, language) => {
    await it.tell('status', status(language))
    await it.page.getByText('M 148').waitFor()
  },
}

/** On the narrowest desk and without HIMS: one line in every language, and nothing that it says is lost. */
async function narrowly(it: DeskPage, bar: () => Promise<number>): Promise<readonly string[]> {
  await it.page.setViewportSize({ width: 1280, height: 768 })
  await it.tell('status', status('en', offline))
  const items = it.page.locator('.status-item')
  for (const language of languages) {
    await it.turn(language, false)
    assert.ok((await bar()) < 44, `one line at 1280 in ${language}`)
    assert.ok(await items.first().isVisible(), 'what wants a look stands')
  }
  await it.turn('en', false)
  await it.page.locator('.status-more').waitFor()
  const said = await items.allTextContents()
  await press(it, 'Shift+F1')
  assert.deepEqual(await it.page.locator('.status-all > li').allTextContents(), said)
  const found = await lookAround(it, 'desk', 'status-all', waysOf(['ur']))
  await press(it, 'Escape')
  await it.page.locator('.status-all').waitFor({ state: 'detached' })
  await it.page.setViewportSize({ width: 1366, height: 768 })
  await it.tell('status', status('en'))
  return found
}

/** Whoever turns the page to another language types on where they were. */
async function returnsToWork(it: DeskPage): Promise<void> {
  const place = () =>
    it.page.evaluate(`[document.activeElement.id, document.activeElement.value, document.activeElement.selectionStart]`)
  const typed = 'ramesh kumar 58 seelampur'
  const before = ['search', typed, typed.length - 2]
  const choice = it.page.locator('.language-choice')
  const opened = async () => {
    await it.page.locator('.top-item').first().click()
    await choice.locator('input:focus').waitFor({ state: 'attached' })
  }
  await press(it, 'ArrowLeft', 'ArrowLeft')
  for (const language of ['ur', 'en']) {
    await opened()
    await choice.locator('.segment', { has: it.page.locator(`[lang=${language}]`) }).click()
    await choice.waitFor({ state: 'detached' })
    assert.equal(await it.page.evaluate('document.documentElement.lang'), language)
    assert.deepEqual(await place(), before)
  }
  await opened()
  await press(it, 'Escape')
  await choice.waitFor({ state: 'detached' })
  assert.deepEqual(await place(), before)
}

/** Between them they have every colour of a desk. */
const dark: readonly Screen[] = [find, ...over]

describe('the desk in a browser', { timeout: patience, concurrency: 2 }, () => {
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

  const walk = async (
    it: DeskPage,
    ways: readonly Way[],
    shown = screens,
    called: (name: string) => string = (name) => name,
  ): Promise<readonly string[]> => {
    const found: string[] = []
    for (const { name, reach } of shown) {
      await reach(it, 'en')
      found.push(...(await lookAround(it, 'desk', called(name), ways)))
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
    const long = await open(chromium, 'en', longNames())
    const differing = screens.filter(({ isLike }) => isLike !== true)
    assert.deepEqual(await walk(long, waysOf(largest, true), differing, (name) => `long-${name}`), [])
  })

  test('what lies over a page keeps every word in four languages and at 200 %', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const usual = deskAnswers('en')['session.supervisors']
    let isRefused = true
    const it = await open(chromium, 'en', {
      'session.supervisors': async (asked) => {
        if (isRefused) throw new Error('The store does not answer')
        return usual(asked)
      },
    })
    await looksFor(it)
    await find.reach(it, 'en')
    const bar = async () => (await it.page.locator('.status-bar').boundingBox())?.height ?? Infinity
    assert.ok((await bar()) < 40, 'an ordinary morning is one line, in English too')
    assert.equal(await it.page.locator('.status-more').count(), 0, 'and all of it is in sight')
    const narrow: readonly string[] = await narrowly(it, bar)
    await press(it, 'Alt+9')
    await it.page.locator('.palette .note.stop').waitFor()
    const found = [...narrow, ...(await lookAround(it, 'desk', 'supervisor-refused', waysOf(['pa'])))]
    await press(it, 'Escape')
    isRefused = false
    found.push(...(await walk(it, everyWay, over)))
    assert.deepEqual(found, [])
  })

  test('everybody finds their own work again, and nobody another’s', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const name = it.page.locator('.form-grid input').first()
    const sits = (session: typeof sunita | typeof imran | { readonly kind: 'locked' }) =>
      it.tell('status', status('en', { session }))
    await press(it, 'F3')
    await name.fill('Gurpreet Kaur')
    await it.tell('badge', { ...imran, kind: 'named' })
    assert.ok(
      it.asked.some((each) => each.name === 'session.lock'),
      'a colleague’s badge locks the page',
    )
    await sits(locked.session)
    await it.page.getByText('work kept').waitFor()
    assert.equal(await name.isVisible(), false)
    await it.page.getByText('Badge read. Now the PIN of Imran Qureshi.').waitFor()
    await type(it, '2468')
    await press(it, 'Enter')
    const unlocks = it.asked.filter((each) => each.name === 'session.unlock').map(({ input }) => input)
    assert.deepEqual(unlocks, [{ operator: 'imran-qureshi', pin: '2468' }])
    await sits(imran)
    await it.page.locator('#search:visible').waitFor()
    await press(it, 'F3')
    assert.equal(await it.page.locator('.form-grid input:visible').first().inputValue(), '')
    await it.tell('changed', { tables: ['department'] })
    await press(it, 'Alt+0')
    await sits(locked.session)
    assert.equal(await it.page.getByText('Badge read.').count(), 0, 'that was the lock before')
    await it.page.getByText('work kept').nth(1).waitFor()
    await press(it, 'Alt+1')
    await sits(sunita)
    await it.page.locator('.form-grid input:visible').first().waitFor()
    assert.equal(await it.page.locator('.form-grid input:visible').first().inputValue(), 'Gurpreet Kaur')
    const lists = () => it.asked.filter((each) => each.name === 'department.list').length
    await it.page.waitForTimeout(500)
    const before = lists()
    await it.tell('changed', { tables: ['department'] })
    await until(() => lists() > before, 'what changed is read again after a lock')
    await it.leave()
  })

  test('every action is found by a word of any language and done by Enter', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const options = it.page.locator('.action-list [role=option]')
    await press(it, 'F10')
    await options.first().waitFor()
    const caps = await it.page.locator('.action-list kbd').allInnerTexts()
    assert.equal(new Set(caps).size, caps.length, `no key does two things: ${caps.join(', ')}`)
    for (const cap of ['F2', 'F3', 'Alt 3', 'Alt 0', 'F1'])
      assert.ok(caps.includes(cap), `${cap} of ${caps.join(', ')}`)
    await type(it, 'छप')
    await it.page.locator('.action-list', { hasText: 'Printing' }).waitFor()
    assert.equal(await options.count(), 1)
    await press(it, 'Enter')
    await it.page.locator('.palette').waitFor({ state: 'detached' })
    assert.equal(await it.page.locator('.tab[aria-current]').textContent(), 'PrintingAlt 3')
    await press(it, 'F10')
    await options.first().waitFor()
    await press(it, 'F1')
    await it.page.getByText('24.21.0').waitFor()
    assert.equal(await it.page.locator('.palette').count(), 0)
    await it.leave()
  })

  test('a token given by mistake is taken back where it was given, and given again', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    let isDrawn = false
    const it = await open(chromium, 'en', {
      'print.preview': async (asked) => {
        if (!isDrawn) throw new Error('The store does not answer')
        return deskAnswers('en')['print.preview'](asked)
      },
    })
    // As fast as hands: of what comes faster letters are kept back, because a scanner may be typing.
    await it.page.keyboard.type('ramesh', { delay: 60 })
    await searched(it, 'ramesh')
    await press(it, 'Enter')
    await it.page.getByText(/^Token .* was given\.$/).waitFor()
    await it.tell('print', job(1, 'token-slip', 'M 149', { kind: 'sending', since: '2026-11-22T04:11:09.000Z' }))
    await it.page.getByText('The slip’s picture did not come').waitFor()
    assert.deepEqual(await lookAround(it, 'desk', 'issued-given'), [])
    isDrawn = true
    await press(it, 'F7')
    await it.page.locator('.slip-picture').waitFor()
    await press(it, 'F8')
    await it.page.getByText('nobody is called by it').waitFor()
    await press(it, 'F8')
    await it.page.getByText(/^Token .* was given\.$/).waitFor()
    const said = it.asked.filter(
      ({ name }) => name.startsWith('visit.') && name !== 'visit.today' && name !== 'visit.roster',
    )
    assert.deepEqual(
      said.map(({ name }) => name),
      ['visit.cancel', 'visit.restore'],
    )
    assert.equal(Object(said[0]?.input).reason, 'Given by mistake')
    await it.leave()
  })

  test('the keys make text twice as large; night and high contrast keep every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const found: string[] = []
    const it = await open(chromium, 'en')
    for (let step = 0; step < 5; step++) await press(it, 'Control+Equal')
    assert.equal(await it.page.evaluate('document.documentElement.style.fontSize'), '200%')
    await press(it, 'Control+0')
    await looksFor(it)
    await returnsToWork(it)
    // Where every look is taken, these are among them.
    for (const theme of isFull ? [] : ['night', 'contrast']) {
      await it.page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`)
      for (const { name, reach } of dark) {
        await reach(it, 'en')
        found.push(...(await lookAround(it, 'desk', `${name}-${theme}`, waysOf(['en']))))
      }
    }
    await it.leave()
    assert.deepEqual(found, [])
  })
})
