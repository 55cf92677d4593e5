import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import type { PersonDraft } from '../../domain/person/person.ts'
import { letterXml, secureQr } from '../fake/foreign/aadhaar.ts'
import { abhaCard } from '../fake/foreign/abha.ts'
import { rsaSigner } from '../fake/foreign/certificate.ts'
import { strokeOf } from '../fake/scanner/wedge-typist.ts'
import { until } from '../fake/world.ts'
import { deskAnswers, hits, now, personId } from '../fake/bridge/desk-answers.ts'
import { identity, readCode, refusedCode } from '../fake/bridge/desk-identity.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { patience } from '../fake/bridge/sweep.ts'

type DeskPage = OpenPage<Desk>

const abha = identity('abha', { kind: 'unsigned' })
const aadhaar = identity('aadhaar', { kind: 'signed', by: 'UIDAI' }, { phone: null })

/** Strikes the keys of a scanner in one burst; through the browser's door a busy machine would make pauses. */
const strike = async ({ page }: DeskPage, text: string) =>
  page.evaluate(`(() => {
    for (const { code, shift } of ${JSON.stringify(Array.from(text, strokeOf))}) {
      const event = new KeyboardEvent('keydown', { code, key: code, shiftKey: shift, bubbles: true, cancelable: true })
      document.activeElement.dispatchEvent(event)
    }
  })()`)

const form = async (it: DeskPage) => it.page.locator('.code-note').waitFor()

const screens: readonly { readonly name: string; readonly reach: (it: DeskPage) => Promise<void> }[] = [
  { name: 'code-found', reach: async (it) => it.tell('scanned', readCode(abha, null, hits[0]?.person ?? null)) },
  {
    name: 'code-likely',
    reach: async (it) => {
      await it.tell('scanned', readCode(abha, 'ramesh kumar'))
      await it.page.getByText('M 148').waitFor()
    },
  },
  { name: 'code-refused', reach: async (it) => it.tell('scanned', refusedCode('bad-signature')) },
  {
    name: 'code-abha',
    reach: async (it) => {
      await it.tell('scanned', readCode(abha))
      await form(it)
    },
  },
  {
    name: 'code-differs',
    reach: async (it) => {
      await it.page.keyboard.press('F9')
      await it.page.locator('.code-note').waitFor({ state: 'detached' })
      await it.page.locator('.form-grid input').first().fill('Simran Kaur')
      await it.page.locator('input.num').nth(1).fill('9876500000')
      await it.tell('scanned', readCode(abha))
      await form(it)
    },
  },
  {
    name: 'code-aadhaar',
    reach: async (it) => {
      for (const key of ['F9', 'Escape']) await it.page.keyboard.press(key)
      await it.tell('scanned', readCode(aadhaar))
      await form(it)
    },
  },
]

describe('codes of other systems at the desk', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  const open = async (
    chromium: Browser,
    saved: PersonDraft[] = [],
    heard: (text: string) => void = () => {},
  ): Promise<DeskPage> => {
    const answers = {
      ...deskAnswers('en'),
      'scan.text': async ({ text }: { readonly text: string }) => {
        heard(text)
        return refusedCode('bad-signature')
      },
      'person.register': async ({ draft }: { readonly draft: PersonDraft }) => {
        saved.push(draft)
        return {
          kind: 'saved',
          person: { ...draft, id: personId(9), registeredAt: '2026-11-22T04:11:08.000Z' },
        } as const
      },
    }
    const it = await openPage(chromium, { contract: desk, answers, url: url(), at: now })
    await it.page.locator('#search').waitFor()
    return it
  }

  test('axe finds nothing on any screen, and in four languages or at 200 % no text is cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it)
      found.push(...(await lookAround(it, 'desk', name)))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('a clerk fills, takes one thing from the code, undoes and saves, by keyboard alone', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const saved: PersonDraft[] = []
    const it = await open(chromium, saved)
    const { page } = it
    const boxes = page.locator('.form-grid input')
    await page.keyboard.press('F3')
    await boxes.first().fill('Simran Kaur')
    const phone = page.locator('input.num').nth(1)
    await phone.fill('9876500000')
    await it.tell('scanned', readCode(aadhaar))
    await it.tell('scanned', readCode(abha))
    await form(it)
    assert.equal(await phone.inputValue(), '9876500000', 'what was typed stays')
    assert.equal(await phone.evaluate('document.activeElement.value'), '9876500000', 'the focus stays')
    const line = page.locator('.source-line.differs')
    assert.equal(await line.count(), 1)
    assert.match(await line.innerText(), /ABHA card says\s+98110 47263/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await phone.inputValue(), '9811047263')
    assert.equal(await line.count(), 0)
    const described = await page.locator('.sourced').first().getAttribute('aria-describedby')
    assert.match(await page.locator(`[id="${described}"]`).innerText(), /Aadhaar, verified/)
    const lines = page.locator('.sourced:not([data-fact="abha"]) .source-line')
    assert.ok((await lines.allInnerTexts()).every((text) => text.includes('Aadhaar')))
    assert.match(await page.locator('[data-fact="abha"] .source-line').innerText(), /ABHA card/)
    await page.keyboard.press('Control+Enter')
    await page.locator('.issued').waitFor()
    assert.deepEqual(
      [saved[0]?.abha, saved[0]?.phone, saved[0]?.sources?.name, saved[0]?.sources?.abha, saved[0]?.evidence],
      [
        '91234567890123',
        '9811047263',
        'verified',
        'seen',
        { kind: 'aadhaar', signedBy: 'UIDAI', reference: '4826', readOn: '2026-11-22' },
      ],
    )
    await it.leave()
  })

  test('a scanner that types hands a code over whole, and leaves no letter of it behind', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const heard: string[] = []
    const it = await open(chromium, [], (text) => heard.push(text))
    const codes = [abhaCard(), letterXml(), secureQr({ key: rsaSigner().key, photo: 900 })]
    for (const [at, code] of codes.entries()) {
      await strike(it, `${code}\r`)
      await until(async () => heard.length > at, 'the code')
      await it.page.keyboard.press('Escape')
    }
    assert.deepEqual(heard, codes)
    assert.ok((codes[2]?.length ?? 0) > 1000)
    assert.equal(await it.page.locator('#search').inputValue(), '')
    await it.leave()
  })
})
