import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { kiosk } from '../../contract/kiosk.ts'
import type { Kiosk } from '../../contract/kiosk.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { Department } from '../../domain/hospital/facility.ts'
import type { Language } from '../../domain/language.ts'
import { languages } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import { now, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround, lookAt, twoAtOnce } from '../fake/bridge/gallery.ts'
import { rulesFor, waysOf } from '../fake/bridge/inspect.ts'
import type { Rules } from '../fake/bridge/inspect.ts'
import { openPage, Refused } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { isFull, patience } from '../fake/bridge/sweep.ts'

type KioskPage = OpenPage<Kiosk>

const guest = '0123456789abcdef0123456789abcdef'

const departments = (
  [
    ['medicine', 'M', '14', 1, 'blue', 'medicine', 'Medicine', 'मेडिसिन', 'ਮੈਡੀਸਨ', 'میڈیسن'],
    ['bone', 'B', '22', 2, 'green', 'bone', 'Bones and joints', 'हड्डी और जोड़', 'ਹੱਡੀਆਂ ਅਤੇ ਜੋੜ', 'ہڈی اور جوڑ'],
    ['child', 'C', '6', 0, 'plum', 'child', 'Children', 'बच्चे', 'ਬੱਚੇ', 'بچے'],
    ['eye', 'E', '31', 3, 'brick', 'eye', 'Eye', 'आँख', 'ਅੱਖਾਂ', 'آنکھ'],
    ['women', 'W', '11', 0, 'plum', 'women', 'Women and mothers', 'महिला और प्रसूति', 'ਔਰਤਾਂ ਅਤੇ ਜਣੇਪਾ', 'خواتین اور زچگی'],
    ['skin', 'S', '18', -1, 'green', 'skin', 'Skin', 'त्वचा', 'ਚਮੜੀ', 'جلد'],
    ['ear', 'N', '25', 2, 'blue', 'ear', 'Ear, nose and throat', 'कान, नाक, गला', 'ਕੰਨ, ਨੱਕ, ਗਲਾ', 'کان، ناک، گلا'],
    ['tooth', 'D', '9', 0, 'brick', 'tooth', 'Teeth', 'दाँत', 'ਦੰਦ', 'دانت'],
  ] as const
).map(([code, prefix, room, floor, line, sign, en, hi, pa, ur]) =>
  Department.parse({ code, prefix, room, floor, line, sign, name: { en, hi, pa, ur } }),
)

const status = (more: Partial<TerminalStatus> = {}) =>
  deskStatus('hi', { role: 'kiosk', label: 'Kiosk 2', session: { kind: 'locked' }, ...more })

const answers = (): Handlers<Kiosk['channels']> => ({
  'terminal.status': async () => status(),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  'terminal.about': async () => ({ name: 'host', versions: {}, limits: [] }),
  'terminal.language': async () => ({}),
  'kiosk.scan': async () => ({ kind: 'welcome', guest }),
  'kiosk.departments': async () => departments,
  'kiosk.checkin': async ({ department: code }) => {
    const department = departments.find((each) => each.code === code)
    if (department === undefined) throw new Refused('malformed-request')
    const expected = { from: '10:20', to: '10:40', before: 35 }
    return { kind: 'issued', token: { label: `${department.prefix} 148`, department, expected } }
  },
  'kiosk.paper': async () => null,
  'kiosk.call': async () => ({}),
  'kiosk.leave': async () => ({}),
})

interface Screen {
  readonly name: string
  readonly reach: (it: KioskPage, language: Language) => Promise<void>
}

const refusal = (
  why: 'expired' | 'revoked' | 'altered' | 'unknown-issuer' | 'newer-format' | 'other-card',
): Screen => ({
  name: why,
  reach: async (it) => {
    await it.tell('scanned', { kind: 'go-to-desk', why })
    await it.page.locator('.refusal-picture').waitFor()
  },
})

const not = (kind: 'not-here-yet' | 'not-a-card'): Screen => ({
  name: kind,
  reach: async (it) => it.tell('scanned', { kind }),
})

const screens: readonly Screen[] = [
  { name: 'language', reach: async () => {} },
  {
    name: 'home',
    reach: async ({ page }, language) =>
      page.locator('.language', { has: page.locator(`i:lang(${language})`) }).click(),
  },
  {
    name: 'scan',
    reach: async ({ page }) => {
      await page.locator('.tile.main').click()
      await page.locator('.saying').waitFor()
    },
  },
  refusal('expired'),
  refusal('revoked'),
  refusal('altered'),
  refusal('unknown-issuer'),
  refusal('newer-format'),
  refusal('other-card'),
  not('not-here-yet'),
  not('not-a-card'),
  {
    name: 'department',
    reach: async (it) => {
      await it.tell('scanned', { kind: 'welcome', guest })
      await it.page.locator('.department').first().waitFor()
    },
  },
  {
    name: 'printing',
    reach: async ({ page }) => {
      await page.locator('.department').first().click()
      await page.locator('.slip').waitFor()
    },
  },
  { name: 'token', reach: async (it) => it.tell('paper', { kind: 'printed' }) },
  { name: 'paper-out', reach: async (it) => it.tell('paper', { kind: 'not-printed', reason: 'paper-out' }) },
  { name: 'paper-unsure', reach: async (it) => it.tell('paper', { kind: 'not-printed', reason: 'uncertain' }) },
  {
    name: 'help',
    reach: async ({ page }) => {
      await page.keyboard.press('F1')
      await page.locator('.coming').waitFor()
    },
  },
]

/** Between them they have every colour that high contrast changes. */
const colourful: ReadonlySet<string> = new Set([
  'language',
  'home',
  'altered',
  'department',
  'token',
  'paper-out',
  'help',
])

interface Worn {
  readonly name: string
  /** The tools of the dock, counted from its start, that put it on and take it off again. */
  readonly on: readonly number[]
  readonly off: readonly number[]
  readonly rules: Rules
}

const lower: Worn = { name: 'lower', on: [2], off: [2], rules: 'words' }

/** What a screen that stands there is looked at in besides, one or two in each language. */
const worn: Partial<Readonly<Record<Language, readonly Worn[]>>> = {
  en: [
    { name: 'contrast', on: [1], off: [1], rules: 'every' },
    { name: '200', on: [0, 0], off: [0], rules: 'words' },
  ],
  hi: [lower],
  ur: [{ name: '200', on: [0, 0], off: [0], rules: 'scrolling' }],
}

/** Where every look is taken: both grounds, both sizes and both heights, in every language. */
const wornInSweep: readonly Worn[] = [
  { name: 'contrast', on: [1], off: [1], rules: 'every' },
  { name: '200', on: [0, 0], off: [0], rules: 'every' },
  { name: '200-contrast', on: [0, 0, 1], off: [1, 0], rules: 'every' },
  { name: '200-lower', on: [0, 0, 2], off: [2, 0], rules: 'words' },
  lower,
]

const look = (it: KioskPage, name: string, rules?: Rules) => lookAt(it, 'kiosk', name, rules)

describe('the kiosk in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('kiosk')

  const open = async (chromium: Browser, more: Partial<Handlers<Kiosk['channels']>> = {}): Promise<KioskPage> => {
    const wish = { contract: kiosk, answers: { ...answers(), ...more }, url: url(), at: now, width: 540, height: 960 }
    const it = await openPage(chromium, wish)
    await it.page.locator('.kiosk').waitFor()
    return it
  }

  const walk = async (it: KioskPage, language: Language): Promise<readonly string[]> => {
    const found: string[] = []
    const strike = async (tools: readonly number[]) => {
      for (const tool of tools) await it.page.locator('.dock-tool').nth(tool).click()
    }
    for (const { name, reach } of screens) {
      await reach(it, language)
      found.push(...(await look(it, `${name}-${language}`, rulesFor(language))))
      for (const way of isFull ? wornInSweep : (worn[language] ?? [])) {
        if (way.name === 'contrast' && !colourful.has(name) && !isFull) continue
        await strike(way.on)
        found.push(...(await look(it, `${name}-${way.name}-${language}`, way.rules)))
        await strike(way.off)
      }
    }
    await it.leave()
    return found
  }

  test('axe finds nothing on any screen; four languages, contrast, lower and twice as large keep every word', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const found = await twoAtOnce(languages, async (language) => walk(await open(chromium), language))
    assert.deepEqual(found, [])
  })

  test('a visitor who goes away leaves nothing behind', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    const { page, asked } = it
    await it.tell('scanned', { kind: 'welcome', guest })
    await page.locator('.language').first().click()
    await page.locator('.department').first().click()
    await page.locator('.slip').waitFor()
    await it.tell('paper', { kind: 'printed' })
    await page.getByText('अपनी पर्ची लें').first().waitFor()
    const leaves = () => asked.filter(({ name }) => name === 'kiosk.leave').length
    const already = leaves()
    await page.clock.setFixedTime(new Date(now.getTime() + 25_000))
    await page.getByRole('button', { name: 'और समय दें' }).click()
    await page.clock.setFixedTime(new Date(now.getTime() + 50_000))
    await page.waitForTimeout(400)
    assert.equal(await page.locator('.slip').count(), 1, 'more time was asked for')
    await page.clock.setFixedTime(new Date(now.getTime() + 56_000))
    await page.locator('.language').first().waitFor()
    assert.equal(leaves(), already + 1)
    assert.ok(!(await page.content()).includes('M 148'))
    await it.leave()
  })

  test('the keypad alone takes a number', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    const { page, asked } = it
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.locator('.saying').waitFor()
    await it.tell('scanned', { kind: 'welcome', guest })
    await page.locator('.department').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.slip').waitFor()
    const checkin = asked.find(({ name }) => name === 'kiosk.checkin')
    assert.deepEqual(checkin?.input, { guest, department: 'eye', language: 'pa' })
    await it.leave()
  })

  test('a scanner that types reads a card on any screen', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    const codes = Array.from('DLH1:6BFOXN-TEST').map((letter) =>
      letter === ':' ? 'Semicolon' : letter === '-' ? 'Minus' : /\d/.test(letter) ? `Digit${letter}` : `Key${letter}`,
    )
    // All at once, as quick as a scanner, however busy this machine is.
    await it.page.evaluate(`for (const code of ${JSON.stringify([...codes, 'Enter'])}) {
      dispatchEvent(new KeyboardEvent('keydown', { code, shiftKey: code === 'Semicolon', bubbles: true, cancelable: true }))
    }`)
    await it.page.waitForTimeout(400)
    const scan = it.asked.find(({ name }) => name === 'kiosk.scan')
    assert.deepEqual(scan?.input, { text: 'DLH1:6BFOXN-TEST', source: 'wedge' })
    await it.page.locator('.language').first().click()
    await it.page.locator('.department').first().waitFor()
    await it.leave()
  })

  test('a kiosk that cannot work says so and where to go', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    const found: string[] = []
    const states: readonly (readonly [string, Partial<TerminalStatus>])[] = [
      ['opening', { store: { kind: 'opening' } }],
      ['closed', { store: { kind: 'closed', cause: 'damaged' } }],
      ['not-enrolled', { facility: null }],
    ]
    for (const [name, more] of states) {
      await it.tell('status', status(more))
      found.push(...(await look(it, `resting-${name}`)))
      assert.equal(await it.page.locator('.language').count(), 0)
    }
    for (const language of languages) {
      await it.tell('status', status({ language, cardList: { asOf: '2026-11-12T01:11:00.000Z', seq: 3 } }))
      await it.page.getByText(textIn(language)('cards.list.days', { count: 10 })).waitFor()
      found.push(...(await look(it, `old-list-${language}`, rulesFor(language))))
    }
    await it.tell('status', status())
    await it.page.locator('.list-age').waitFor({ state: 'detached' })
    await it.tell('status', status({ filling: true, people: 120_000, peopleTotal: 940_000 }))
    await it.page.locator('.language').first().click()
    found.push(...(await look(it, 'filling')))
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('staff bring the key of a kiosk back with the code that HIMS gave out', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const found: string[] = []
    const it = await open(chromium, {
      'terminal.recover': async () => ({ kind: 'refused', cause: 'unknown-code' }),
    })
    const { page } = it
    await it.tell('status', status({ language: 'en', store: { kind: 'closed', cause: 'damaged' } }))
    assert.equal(await page.locator('.recover-deed').count(), 0, 'nothing to bring back where the disk is at fault')
    await it.tell('status', status({ language: 'en', store: { kind: 'closed', cause: 'no-key' } }))
    found.push(...(await lookAround(it, 'kiosk', 'no-key', waysOf(languages))))
    await page.locator('.recover-deed').click()
    for (const letter of '7K3QMX') await page.locator('.recover-letter', { hasText: letter }).click()
    await page.locator('.recover-deed').first().click()
    await page.keyboard.press('Tab')
    await page.locator('.recover-code input').press('End')
    await page.keyboard.type('0')
    await page.locator('.recover-deed.main').click()
    await page.locator('.recover-wrong').waitFor()
    assert.deepEqual(it.asked.find(({ name }) => name === 'terminal.recover')?.input, { code: '7K3QM0' })
    found.push(...(await lookAround(it, 'kiosk', 'recover', waysOf(languages))))
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('what fails gives no number', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, { 'kiosk.checkin': async () => ({ kind: 'go-to-desk', why: 'no-number' }) })
    const { page } = it
    await it.tell('scanned', { kind: 'welcome', guest })
    await page.locator('.language').nth(3).click()
    await page.locator('.department').first().click()
    await page.getByText('No numbers are left here today').waitFor()
    assert.deepEqual(await look(it, 'no-number'), [])
    assert.equal(await page.locator('.slip').count(), 0)
    await it.leave()
  })
})
