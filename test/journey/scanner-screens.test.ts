import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import type { DeskScanner, ScannerHeard } from '../../contract/scanner.ts'
import type { Handlers } from '../../contract/channel.ts'
import { languages } from '../../domain/language.ts'
import { asIfSetTo, judgeTest, TEST_CODE } from '../../domain/scan/layout-test.ts'
import { deskAnswers, now } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround, lookAt } from '../fake/bridge/gallery.ts'
import { largest, waysOf } from '../fake/bridge/inspect.ts'
import { openPage, Refused } from '../fake/bridge/open-page.ts'
import { scannerAnswers, shownCode, typing, voyager } from '../fake/bridge/scanner-answers.ts'
import { strokeOf } from '../fake/scanner/wedge-typist.ts'

const french = judgeTest(asIfSetTo('france', TEST_CODE))
const heard = (verdict: ScannerHeard['verdict'], scanner: DeskScanner = voyager): ScannerHeard => ({ scanner, verdict })
const frenchHeard = (): ScannerHeard => {
  assert.ok(french.kind === 'other-layout')
  return heard({ ...french, wrong: [...french.wrong] }, typing)
}

interface Wish {
  readonly answers?: Partial<Handlers<Desk['channels']>>
  readonly width?: number
  readonly height?: number
}

describe('the page that sets scanners up', { timeout: 300_000, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  async function open(chromium: Browser, { answers = {}, ...size }: Wish = {}) {
    const all = { ...deskAnswers('en'), ...answers }
    const it = await openPage(chromium, { contract: desk, answers: all, url: url(), at: now, ...size })
    await it.page.locator('#search').waitFor()
    await it.page.keyboard.press('Alt+5')
    await it.page.locator('.setup').waitFor()
    return it
  }
  type Opened = Awaited<ReturnType<typeof open>>
  const look = (it: Opened, name: string) => lookAt(it, 'desk', `scanners-${name}`)

  /** As a scanner that types would press it: at once, letter after letter. */
  const typeAll = (it: Opened, text: string) =>
    it.page.evaluate(`(() => {
      for (const { code, shift } of ${JSON.stringify(Array.from(`${text}\r`, strokeOf))}) {
        const event = new KeyboardEvent('keydown', { code, key: code, shiftKey: shift, bubbles: true, cancelable: true })
        document.activeElement.dispatchEvent(event)
      }
    })()`)

  test('it is whole in four languages, before a scan and after one from another keyboard', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    await it.page.locator('.setup table').waitFor()
    const complaints = [...(await lookAround(it, 'desk', 'scanners-name', waysOf(languages)))]
    await it.tell('scanner', frenchHeard())
    await it.page.locator('.setup-letters .wrong').first().waitFor()
    complaints.push(...(await lookAround(it, 'desk', 'scanners-layout')))
    assert.equal(await it.page.locator('.setup-letters li').count(), 45)
    assert.equal(await it.page.locator('.setup-letters .wrong').count(), 22)
    for (const language of largest) {
      await it.turn(language, true)
      const [list, steps] = await it.page.locator('.setup > section').all()
      const above = await list?.boundingBox()
      const below = await steps?.boundingBox()
      assert.ok(above !== null && above !== undefined && below !== null && below !== undefined)
      assert.ok(below.y >= above.y + above.height, 'at twice the text size the steps go under the list')
    }
    assert.deepEqual(complaints, [])
    await it.leave()
  })

  test('a scanner that types is taken in hand, named and tested by keyboard alone', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    await it.page.locator('.setup-code').waitFor()
    await typeAll(it, shownCode)
    await it.page.getByText('This one is in your hand').waitFor()
    const complaints = [...(await look(it, 'in-hand'))]
    await it.page.keyboard.press('Control+a')
    await it.page.keyboard.type('Front', { delay: 60 })
    await it.page.keyboard.press('Enter')
    await it.page.getByText('Saved: Front').waitFor()
    const named = it.asked.filter(({ name }) => name === 'scanner.name').map(({ input }) => input)
    assert.deepEqual(named, [{ device: 'wedge', name: 'Front' }])
    assert.equal(it.asked.filter(({ name }) => name === 'scan.text').length, 0, 'nothing was looked up')
    await it.tell('scanner', heard({ kind: 'right' }))
    await it.page.getByText('All 45 letters arrived right').waitFor()
    complaints.push(...(await look(it, 'right')))
    await it.page.keyboard.press('Escape')
    await it.page.locator('#search').waitFor()
    assert.deepEqual(complaints, [])
    await it.leave()
  })

  test('none here, refused, cut short, small letters and another code are each said', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const empty = await open(chromium, { answers: scannerAnswers([]) })
    await empty.page.getByText('No scanner has shown itself yet').waitFor()
    const complaints = [...(await look(empty, 'none'))]
    for (const [verdict, words] of [
      [{ kind: 'cut', came: 31, wanted: 50 }, '31 letters came instead of 50'],
      [{ kind: 'small-letters' }, 'the letters A to Z small'],
      [{ kind: 'other', length: 13 }, 'A code with 13 letters came'],
      [{ kind: 'old-code' }, 'That code is no longer shown'],
      [{ kind: 'garbled' }, 'What came cannot be read'],
    ] as const) {
      await empty.tell('scanner', heard(verdict, typing))
      await empty.page.getByText(words).waitFor()
    }
    await empty.leave()
    const refused = await open(chromium, {
      answers: {
        'scanner.watch': async () => {
          throw new Refused('store-closed')
        },
      },
    })
    await refused.page.locator('.setup .note.stop').waitFor()
    complaints.push(...(await lookAround(refused, 'desk', 'scanners-refused', waysOf(['ur', 'en']))))
    await refused.leave()
    assert.deepEqual(complaints, [])
  })
})
