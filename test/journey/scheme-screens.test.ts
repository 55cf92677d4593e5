import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import { deskAnswers, now, offline, status } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { until } from '../fake/world.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { patience } from '../fake/bridge/sweep.ts'

type DeskPage = OpenPage<Desk>

const press = async ({ page }: DeskPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** The question on the screen. */
const question = async ({ page }: DeskPage): Promise<string> => page.locator('.scheme-ask h2').innerText()

const answer = async (it: DeskPage, key: string) => {
  const before = await it.page.locator('.scheme-ask').innerText()
  await press(it, key)
  await until(async () => (await it.page.locator('.scheme-ask').innerText()) !== before, 'the next question')
}

const screens: readonly { readonly name: string; readonly reach: (it: DeskPage) => Promise<void> }[] = [
  {
    name: 'schemes',
    async reach(it) {
      await press(it, 'F2')
      await it.page.locator('#search').fill('ramesh kumar 58 seelampur')
      await it.page.locator('.next .two').waitFor()
      await press(it, 'F5')
      await it.page.locator('.scheme-ask h2').waitFor()
    },
  },
  {
    name: 'schemes-paper',
    async reach(it) {
      // Questions are put off until one is answered by yes or no, and a paper can show it.
      for (let tries = 0; tries < 20; tries++) {
        const before = await question(it)
        const isYesOrNo = (await it.page.locator('.scheme-options button').count()) === 2
        // A digit may be held for a moment, because a scanner may be typing.
        const isPaperAsked = async () => (await it.page.locator('.scheme-ask p').count()) > 0
        await press(it, isYesOrNo ? '1' : 'F7')
        await until(
          async () => (await question(it)) !== before || (isYesOrNo && (await isPaperAsked())),
          'the next question',
        )
        if (isYesOrNo && (await isPaperAsked())) return
      }
    },
  },
  {
    name: 'schemes-noted',
    async reach(it) {
      await answer(it, '1')
      await it.page.locator('.note.ok').waitFor()
    },
  },
  {
    name: 'schemes-in-use',
    async reach(it) {
      await press(it, 'Control+1')
      await it.page.locator('.scheme-in-use').first().waitFor()
    },
  },
  {
    name: 'schemes-all-reasons',
    async reach(it) {
      await press(it, 'F8')
      await press(it, 'F6')
      await it.page.locator('.note.wait').waitFor()
    },
  },
  {
    name: 'schemes-offline',
    async reach(it) {
      await it.tell('status', status('en', offline))
      await it.page.locator('.band').waitFor()
    },
  },
]

describe('schemes at the desk in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  const open = async (chromium: Browser) => {
    const it = await openPage(chromium, { contract: desk, answers: deskAnswers('en'), url: url(), at: now })
    await it.page.locator('#search').waitFor()
    return it
  }

  test('axe finds nothing, and in four languages or at 200 % no text is cut', async (context) => {
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

  test('keys alone answer, confirm, undo and print', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium)
    for (const { reach } of screens) await reach(it)
    assert.equal(await it.page.locator('body:focus').count(), 0, 'the focus is kept')
    assert.equal(await it.page.locator(':focus').count(), 1)
    const said = (name: string) => it.asked.filter((each) => each.name === name).map(({ input }) => input)
    assert.equal(said('scheme.confirm').length, 1)
    assert.equal(said('scheme.print').length, 1)
    await press(it, 'F9')
    await it.page.locator('.scheme-in-use').first().waitFor({ state: 'detached' })
    const noted = said('scheme.note').length
    await press(it, 'F9')
    await it.page.getByText('Taken back').waitFor()
    assert.deepEqual(Object(said('scheme.note').at(noted)).known, null, 'nobody knew it before')
    await press(it, 'Escape')
    await it.page.locator('.next .two').waitFor()
    await it.leave()
  })
})
