import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import type { Browser } from 'playwright'
import { create } from 'qrcode'

import type { Handlers } from '../../contract/channel.ts'
import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import {
  deskAnswers,
  family,
  gurpreet,
  hits,
  job,
  now,
  personId,
  status,
  validScan,
} from '../fake/bridge/desk-answers.ts'
import { Refused, launchChromium, openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { searched } from '../fake/bridge/searched.ts'
import { builtPages, serveFolder } from '../fake/bridge/serve-pages.ts'

/** As fast as hands: what comes faster is held for a moment, because a scanner may be typing. */
const hands = { delay: 60 } as const

const card = 'DLH1:6BF+70%$/AB.C'

describe('work at the desk, by keyboard alone', { timeout: 300_000 }, () => {
  let browser: Browser | null = null
  let url = ''
  let close = () => {}
  let it: OpenPage<Desk> | null = null

  before(async () => {
    browser = await launchChromium()
    if (browser === null) return
    const served = await serveFolder(await builtPages('desk'))
    close = served.close
    url = `${served.url}/desk/index.html`
  })
  beforeEach(async (context) => {
    if (browser === null && 'skip' in context) context.skip('no Chromium on this machine')
  })
  after(async () => {
    await browser?.close()
    close()
  })

  async function open(answers: Partial<Handlers<Desk['channels']>> = {}): Promise<OpenPage<Desk>> {
    assert.ok(browser)
    await it?.leave()
    it = await openPage(browser, { contract: desk, answers: { ...deskAnswers('en'), ...answers }, url, at: now })
    await it.page.locator('#search').waitFor()
    return it
  }

  const asked = (page: OpenPage<Desk>, name: string) => page.asked.filter((each) => each.name === name)

  /** Keys as a scanner sends them: fast, by place, letters with shift. */
  async function scanInto({ page }: OpenPage<Desk>, text: string, end = 'Enter'): Promise<void> {
    const keys = Array.from(text, (letter) => {
      const shifted = { ':': 'Semicolon', $: 'Digit4', '%': 'Digit5', '*': 'Digit8', '+': 'Equal' }[letter]
      const plain = { ' ': 'Space', '-': 'Minus', '.': 'Period', '/': 'Slash' }[letter]
      const code = shifted ?? plain ?? (/[0-9]/.test(letter) ? `Digit${letter}` : `Key${letter}`)
      return { code, shift: shifted !== undefined || /[A-Z]/.test(letter), key: letter }
    })
    await page.evaluate(`(() => {
      const presses = ${JSON.stringify([...keys, { code: end, shift: false, key: end }])}
      // Made at once: a key's time is when it was pressed, however long the page takes to hear it.
      const events = presses.map(({ code, shift, key }) =>
        new KeyboardEvent('keydown', { code, key, shiftKey: shift, bubbles: true, cancelable: true }))
      for (const event of events) {
        const target = document.activeElement ?? document.body
        const { key } = event
        if (target.dispatchEvent(event) && key.length === 1 && target instanceof HTMLInputElement) {
          document.execCommand('insertText', false, key)
        }
      }
    })()`)
  }

  test('a token in one search and one Enter; a bouncing Enter prints no second', async () => {
    const page = await open({
      'token.issue': async (input) => {
        await pause(80)
        return deskAnswers('en')['token.issue'](input)
      },
    })
    await page.page.keyboard.type('ramesh kumar 58', hands)
    await searched(page, 'ramesh kumar 58')
    await page.page.keyboard.press('ArrowDown')
    await page.page.locator('.person-head', { hasText: 'Ramesh Kumar' }).waitFor()
    await pause(100)
    await page.page.keyboard.press('Enter')
    await page.page.keyboard.press('Enter')
    await page.page.locator('.issued').waitFor()
    assert.deepEqual(
      asked(page, 'token.issue').map(({ input }) => input),
      [{ personId: hits[1]?.person.id, department: 'medicine', priority: 'none', doctor: null }],
    )
    await page.page.keyboard.press('Enter')
    assert.equal(await page.page.locator('#search').inputValue(), '')
  })

  test('tasks take the keys that docs/decision/018 counts', async () => {
    const opened = await open()
    const { page } = opened
    await page.evaluate(`(() => {
      globalThis.struck = 0
      addEventListener('keydown', ({ key }) => { if (!/^(Control|Shift|Alt)$/.test(key)) struck += 1 }, true)
    })()`)
    const struck = async () => Number(await page.evaluate('(() => { const all = struck; struck = 0; return all })()'))
    const scanned = async (hit: (typeof hits)[number] | undefined) => {
      await opened.tell('scanned', validScan(hit ?? null))
      await page.locator('.person-head', { hasText: hit?.person.name.latin ?? '' }).waitFor()
      await pause(100)
    }
    await scanned(hits[0])
    await page.keyboard.press('Enter')
    await page.locator('.issued').waitFor()
    assert.deepEqual([await struck(), asked(opened, 'token.issue').length], [1, 1])

    await scanned(hits[1])
    await page.keyboard.press('F8')
    for (const key of ['Tab', 'Tab', 'Tab']) await page.keyboard.press(key)
    await page.keyboard.type('14031968', hands)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Corrected', { exact: true }).waitFor()
    assert.deepEqual([await struck(), asked(opened, 'person.correct').length], [5 + 8, 1])
    await page.keyboard.press('Enter')
    await struck()

    await page.keyboard.press('F2')
    await page.keyboard.type('ramesh', hands)
    await page.locator('.person-head', { hasText: 'Ramesh Kumar' }).waitFor()
    await pause(100)
    await page.keyboard.press('F7')
    await page.getByText('Find it and press F7 again. Nothing is joined before you have seen both.').waitFor()
    await page.keyboard.type('ramesh', hands)
    await page.getByRole('option').nth(1).waitFor()
    await pause(100)
    await page.keyboard.press('Control+2')
    await page.getByRole('button', { name: 'Compare these two' }).waitFor()
    await page.keyboard.press('F7')
    await page.locator('.merge-screen .form-foot').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#search').waitFor()
    assert.deepEqual([await struck(), asked(opened, 'person.link').length], [5 + 12, 1])
  })

  test('Enter does nothing while the list answers older words', async () => {
    const page = await open({
      'person.search': async (input) => {
        if (input.text.length > 6) await pause(400)
        return deskAnswers('en')['person.search'](input)
      },
    })
    await page.page.keyboard.type('ramesh', hands)
    await page.page.getByText('M 148').waitFor()
    await page.page.keyboard.type(' verma', hands)
    await page.page.keyboard.press('Enter')
    await pause(150)
    assert.equal(asked(page, 'token.issue').length, 0)
  })

  test('Enter after a supervisor’s PIN is not heard by a person who comes up under it', async () => {
    let answer = () => {}
    const isAsked = new Promise<void>((resolve) => (answer = resolve))
    const opened = await open({
      'person.search': async (input) => {
        await isAsked
        return deskAnswers('en')['person.search'](input)
      },
      'session.vouch': async () => ({ kind: 'unlocked', name: 'Imran Qureshi' }),
    })
    const { page } = opened
    await page.keyboard.type('ramesh', hands)
    await page.keyboard.press('Alt+9')
    await page.locator('.palette input[type=radio]').first().focus()
    await page.keyboard.press('Space')
    await page.locator('.palette .pin-box input').focus()
    answer()
    await page.locator('.next .two').waitFor()
    await page.keyboard.type('246810', hands)
    await page.keyboard.press('Enter')
    await page.locator('.palette').waitFor({ state: 'detached' })
    assert.equal(asked(opened, 'session.vouch').length, 1)
    assert.equal(asked(opened, 'token.issue').length, 0)
  })

  test('a scanner that types opens the person, leaves no letter in the box and prints nothing by its Enter', async () => {
    const page = await open()
    await page.page.keyboard.type('ramesh', hands)
    await page.page.getByText('M 148').waitFor()
    await scanInto(page, card)
    await page.page.locator('.scan-note').waitFor()
    assert.deepEqual(
      asked(page, 'scan.text').map(({ input }) => input),
      [{ text: card, source: 'wedge' }],
    )
    assert.equal(await page.page.locator('#search').inputValue(), '')
    assert.equal(asked(page, 'token.issue').length, 0)
  })

  test('a scan in the middle of a form keeps the form as it was', async () => {
    const page = await open()
    await page.page.keyboard.press('F3')
    await page.page.keyboard.type('Simran Kaur', hands)
    await scanInto(page, card)
    await page.page.locator('.scan-note').waitFor()
    await page.page.keyboard.press('F3')
    assert.equal(await page.page.locator('.form-grid input').first().inputValue(), 'Simran Kaur')
    // A number that papers bear as a bar code belongs into its own box.
    const abha = page.page.getByRole('textbox', { name: 'ABHA', exact: false }).first()
    await abha.focus()
    await scanInto(page, '91734286104956')
    await pause(150)
    assert.equal((await abha.inputValue()).replaceAll(/\D/g, ''), '91734286104956')
    assert.equal(asked(page, 'scan.text').length, 1)
  })

  test('a locked page keeps the draft and hears no scan', async () => {
    const page = await open()
    await page.page.keyboard.press('F3')
    // At a person's pace: keys that come faster are held until it is known whose they are.
    await page.page.keyboard.type('Simran Kaur', hands)
    await page.tell('status', status('en', { session: { kind: 'locked' } }))
    await page.page.getByText('one form, half filled').waitFor()
    await page.tell('scanned', validScan(hits[0] ?? null))
    await page.page.keyboard.type('135790', hands)
    await page.page.keyboard.press('Enter')
    await pause(50)
    assert.deepEqual(
      asked(page, 'session.unlock').map(({ input }) => input),
      [{ operator: 'sunita-devi', pin: '135790' }],
    )
    await page.tell('status', status('en'))
    await page.page.locator('.form-grid').waitFor()
    assert.equal(await page.page.locator('.form-grid input').first().inputValue(), 'Simran Kaur')
  })

  test('digits and Backspace reach the PIN from wherever the focus is; radios keep their arrows', async () => {
    const { page, asked: questions, tell } = await open()
    await tell('status', status('en', { session: { kind: 'locked' } }))
    const radios = page.getByRole('radio')
    await page.getByText('Imran Qureshi').click()
    assert.equal(await radios.nth(1).isChecked(), true)
    await page.keyboard.type('1239', hands)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('57', hands)
    assert.equal(await page.locator('input[type=password]').inputValue(), '12357')
    await page.keyboard.press('Enter')
    await page.locator('.unlock output .shape').waitFor()
    assert.deepEqual(questions.filter(({ name }) => name === 'session.unlock').at(-1)?.input, {
      operator: 'imran-qureshi',
      pin: '12357',
    })
    await radios.nth(1).focus()
    await page.keyboard.press('ArrowUp')
    assert.equal(await radios.nth(0).isChecked(), true)
    await page.keyboard.type('135790', hands)
    assert.equal(await page.locator('input[type=password]').inputValue(), '135790')
    await page.mouse.click(4, 400)
    await page.keyboard.press('Backspace')
    assert.equal(await page.locator('input[type=password]').inputValue(), '13579')
  })

  test('a row is taken with Ctrl and its digit; Alt and a digit is a tab', async () => {
    const { page } = await open()
    await page.keyboard.type('ramesh', hands)
    await page.getByText('M 148').waitFor()
    await page.keyboard.press('Control+3')
    await page.locator('.person-head', { hasText: 'Ramesh Kumar Verma' }).waitFor()
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: 'Recent papers' }).waitFor()
  })

  test('a camera that another program has comes back by itself; a decoder that does not start is said in place', async () => {
    const busy = await open()
    await busy.page.evaluate(`navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('in use', 'NotReadableError')
    }`)
    await busy.page.keyboard.press('F9')
    await busy.page.getByText('Another program has the camera').waitFor()
    await busy.page.evaluate(`
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d')
      setInterval(() => context.fillRect(0, 0, 99, 99), 50)
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20)
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'))`)
    await busy.page.getByText('Hold the card flat before the camera.').waitFor()
    const broken = await open()
    await broken.page.route(/worker.*\.js$/, (route) => route.abort())
    await broken.page.evaluate(`navigator.mediaDevices.getUserMedia = async () =>
      document.createElement('canvas').captureStream(5)`)
    await broken.page.keyboard.press('F9')
    await broken.page.getByText('The camera picture cannot be read here').waitFor()
  })

  test('a card is read where WebAssembly is off, by the other library', async () => {
    const slow = await open()
    await slow.page.route(/worker.*\.js$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `delete globalThis.WebAssembly\n${await response.text()}` })
    })
    const { size, data } = create(card, { errorCorrectionLevel: 'M' }).modules
    await slow.page.evaluate(`
      const [size, dark] = [${size}, ${JSON.stringify([...data].map(Number))}]
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
      const context = canvas.getContext('2d')
      const draw = () => {
        context.fillStyle = '#ddd'
        context.fillRect(0, 0, 640, 480)
        context.fillStyle = '#222'
        dark.forEach((module, at) => module && context.fillRect(200 + 8 * (at % size), 100 + 8 * Math.floor(at / size), 8, 8))
      }
      setInterval(draw, 100)
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10)`)
    await slow.page.keyboard.press('F9')
    await slow.page.locator('.person-head', { hasText: 'Ramesh Kumar' }).waitFor()
    assert.deepEqual(asked(slow, 'scan.text')[0]?.input, { text: card, source: 'camera' })
  })

  test('a family side by side, somebody HIMS knows, a newborn and somebody unknown, by keyboard alone', async () => {
    const page = await open()
    const { keyboard } = page.page
    await keyboard.type('9811099999', hands)
    await page.page.locator('.household').waitFor()
    await page.page.locator('.elsewhere').waitFor()
    await keyboard.press('ArrowRight')
    assert.match(await page.page.locator('.household [aria-selected="true"]').innerText(), /Salim Khan/)
    await keyboard.press('ArrowLeft')
    await page.page.getByText('Baby of this mother').waitFor()
    await keyboard.press('Shift+F3')
    await page.page.locator('.register-form').waitFor()
    for (const key of ['ArrowRight', 'Enter', '2', 'Enter', '1', 'Enter', '2']) await keyboard.press(key)
    await keyboard.press('Control+Enter')
    await page.page.locator('.find').waitFor()
    assert.deepEqual(asked(page, 'person.baby').at(-1)?.input, {
      mother: family[0]?.person.id,
      babies: [{ sex: 'female' }, { sex: 'male' }],
      on: '2026-11-21',
      others: false,
    })
    await keyboard.press('F2')
    await keyboard.press('Control+F3')
    await page.page.locator('.register-form').waitFor()
    for (const key of ['2', 'Enter', '5', 'Control+Enter']) await keyboard.press(key)
    await page.page.locator('.find').waitFor()
    assert.deepEqual(asked(page, 'person.unknown').at(-1)?.input, { sex: 'male', looks: 'old', language: 'hi' })
    await keyboard.press('F2')
    await keyboard.type('9811099999', hands)
    await page.page.locator('.elsewhere').waitFor()
    for (let row = 0; row < 3; row++) await keyboard.press('ArrowDown')
    await page.page.locator('.elsewhere-take').waitFor()
    await keyboard.press('Enter')
    await page.page.waitForFunction('document.querySelector(".elsewhere-take") === null')
    assert.equal(asked(page, 'person.fetch').length, 1)
  })

  test('a new person: looked at first, set apart with F8, saved once with card and token', async () => {
    const page = await open()
    const { keyboard } = page.page
    await keyboard.press('F3')
    await keyboard.type('Gurpreet Kaur', hands)
    await page.page.locator('.candidate', { hasText: 'گرپریت کور' }).first().waitFor()
    for (const key of ['Control+3', 'Enter', 'Enter', '1', 'Enter']) await keyboard.press(key)
    await keyboard.type('35', hands)
    await keyboard.press('Enter')
    await keyboard.type('98110 47263', hands)
    await page.page.locator('.likely').waitFor()
    await keyboard.press('Control+Enter')
    await page.page.getByText('Not saved yet').waitFor()
    await keyboard.press('F8')
    await keyboard.press('Control+Enter')
    await page.page.locator('.issued').waitFor()
    const saved = asked(page, 'person.register').at(-1)?.input
    assert.deepEqual(saved, {
      draft: {
        name: { latin: 'Gurpreet Kaur', own: { script: 'Arab', text: 'گرپریت کور' } },
        sex: 'female',
        birth: { kind: 'age', years: 35, asOf: '2026-11-22' },
        phone: '9811047263',
        address: { house: '', locality: '', district: null, pin: null },
        guardian: null,
        abha: null,
        bloodGroup: null,
        evidence: null,
        language: 'en',
        sources: { name: 'spoken', birth: 'spoken', sex: 'spoken', phone: 'spoken', language: 'spoken' },
      },
      distinctFrom: [gurpreet.person.id],
    })
    assert.deepEqual(asked(page, 'token.issue').at(-1)?.input, {
      personId: personId(9),
      department: 'medicine',
      priority: 'none',
      doctor: null,
    })
    assert.deepEqual(asked(page, 'card.issue').at(-1)?.input, {
      personId: personId(9),
      language: 'en',
      wishes: { details: false, emergency: false, face: false },
    })
  })

  test('F7 opens the person who was here already', async () => {
    const page = await open()
    await page.page.keyboard.press('F3')
    await page.page.keyboard.type('Gurpreet Kaur', hands)
    await page.page.locator('.form-grid input.num').first().click()
    await page.page.keyboard.type('35', hands)
    await page.page.locator('.likely').waitFor()
    await page.page.keyboard.press('F7')
    await page.page.locator('.person-head', { hasText: 'Gurprit Kour' }).waitFor()
  })

  test('an uncertain paper is answered by Enter, a missing one by F9, and neither says printed by itself', async () => {
    const page = await open()
    await page.page.keyboard.type('ramesh', hands)
    await searched(page, 'ramesh')
    await page.page.keyboard.press('Enter')
    await page.page.locator('.issued').waitFor()
    await page.tell('print', job(1, 'token-slip', 'M 149', { kind: 'sending', since: now.toISOString() }))
    assert.equal(await page.page.getByText('Printed', { exact: true }).count(), 0)
    await page.tell('print', job(1, 'token-slip', 'M 149', { kind: 'uncertain', at: now.toISOString() }))
    await page.page.getByText('Did the slip come out?').waitFor()
    await page.page.keyboard.press('F9')
    await pause(50)
    assert.deepEqual(asked(page, 'print.settle').at(-1)?.input, {
      job: job(1, 'card', '', { kind: 'queued' }).id,
      came: false,
    })
    await page.page.keyboard.press('Enter')
    await pause(50)
    assert.deepEqual(asked(page, 'print.settle').at(-1)?.input, {
      job: job(1, 'card', '', { kind: 'queued' }).id,
      came: true,
    })
  })

  test('a refused question says so in place, and what was typed stays', async () => {
    const page = await open({
      'person.search': async () => {
        throw new Refused('store-closed')
      },
    })
    await page.page.keyboard.type('ramesh', hands)
    await page.page.getByText("This computer's records are not open").waitFor()
    assert.equal(await page.page.locator('#search').inputValue(), 'ramesh')
  })
})
