import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { admin } from '../../contract/admin.ts'
import type { Admin } from '../../contract/admin.ts'
import { adminAnswers, adminStatus, crossed, directory, mutationId, saved } from '../fake/bridge/admin-answers.ts'
import type { Play } from '../fake/bridge/admin-answers.ts'
import { now, offline } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround, lookAt } from '../fake/bridge/gallery.ts'
import type { Way } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { isFull, patience } from '../fake/bridge/sweep.ts'
import { strokeOf } from '../fake/scanner/wedge-typist.ts'

type AdminPage = OpenPage<Admin>

const press = async ({ page }: AdminPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

interface Screen {
  readonly name: string
  readonly reach: (it: AdminPage, play: Play) => Promise<void>
}

const openRow = async (it: AdminPage, section: string, at = 0) => {
  await press(it, section)
  await it.page.locator('.admin-row').nth(at).press('Enter')
  await it.page.locator('.admin-form').waitFor()
}

/** Strikes what a scanner types, all at once. */
const scan = ({ page }: AdminPage, text: string) =>
  page.evaluate(`for (const { code, shift } of ${JSON.stringify(Array.from(`${text}\r`, strokeOf))}) {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { code, key: code, shiftKey: shift, bubbles: true, cancelable: true }))
  }`)

const screens: readonly Screen[] = [
  { name: 'overview', reach: (it) => it.page.locator('.admin-changes li').first().waitFor() },
  { name: 'department', reach: (it) => openRow(it, 'Alt+2', 1) },
  {
    name: 'crossed',
    reach: async (it, play) => {
      play.saved = crossed
      await press(it, 'Control+Enter')
      await it.page.locator('.versions').waitFor()
    },
  },
  { name: 'staff', reach: (it) => openRow(it, 'Alt+3', 1) },
  {
    name: 'history',
    reach: async (it) => {
      await press(it, 'F7')
      await it.page.locator('.admin-changes').waitFor()
    },
  },
  {
    name: 'roster',
    reach: async (it) => {
      await press(it, 'Alt+5', 'F3')
      await it.page.locator('.admin-form').waitFor()
    },
  },
  { name: 'medicine', reach: (it) => openRow(it, 'Alt+6') },
  { name: 'hospital', reach: (it) => openRow(it, 'Alt+7') },
]

/** The longest words, the tallest letters, and the other scripts. */
const ways: readonly Way[] = [
  { language: 'ur', isLarge: true },
  { language: 'ur', isLarge: false },
  { language: 'pa', isLarge: false },
  { language: 'hi', isLarge: false },
  { language: 'en', isLarge: false },
]

describe('the hospital’s directory in a browser', { timeout: patience }, () => {
  const { browser, url } = gallery('admin')

  const open = async (chromium: Browser, play: Play): Promise<AdminPage> => {
    const it = await openPage(chromium, { contract: admin, answers: adminAnswers('en', play), url: url(), at: now })
    await it.page.locator('.admin').waitFor()
    return it
  }

  test('no text is cut on any screen, and axe finds nothing', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { saved }
    const it = await open(chromium, play)
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, play)
      found.push(...(await lookAround(it, 'admin', name, ways)))
    }
    await it.tell('status', adminStatus('en', offline))
    await it.page.locator('.band').waitFor()
    found.push(...(await lookAround(it, 'admin', 'offline', ways)))
    if (!isFull) {
      await it.page.evaluate(`document.documentElement.dataset.theme = 'night'`)
      found.push(...(await lookAt(it, 'admin', 'hospital-night-en')))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keyboard alone finds, changes, retires and takes back', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { saved }
    const it = await open(chromium, play)
    const { page } = it
    await scan(it, 'DLB1:0123456789ABCDEFGHJKMNPQRS')
    await scan(it, 'DLH1:6BFOXN-TEST')
    await page.getByText('Cards are read at the registration desk').waitFor()
    assert.equal(it.asked.filter(({ name }) => name === 'session.badge').length, 1, 'a badge is read as before')
    const asked = (name: string) => it.asked.findLast((each) => each.name === name)?.input
    const medicine = directory.departments[0]?.row

    await press(it, 'Alt+2')
    await page.keyboard.type('medicine')
    await page.locator('.admin-row').nth(1).waitFor({ state: 'detached' })
    await press(it, 'Enter')
    await page.locator('.admin-form').waitFor()
    assert.equal(await page.evaluate('document.activeElement.value'), 'Medicine')
    await page.keyboard.press('End')
    await page.keyboard.type(' 2')
    await press(it, 'Control+Enter')
    await page.getByText('Every terminal of the hospital has it within a minute').waitFor()
    const row = { ...medicine, name: { ...medicine?.name, en: 'Medicine 2' } }
    assert.deepEqual(asked('directory.save'), { edit: { table: 'department', row, was: medicine }, sure: false })
    await press(it, 'F6')
    await page.getByText('Taken back').waitFor()
    assert.deepEqual(asked('directory.undo'), { ids: [mutationId] })

    play.saved = { kind: 'people-wait', count: 3 }
    await press(it, 'F2', 'ArrowDown', 'Enter')
    await page.locator('.admin-form').waitFor()
    await press(it, 'F9')
    await page.getByText('3 people wait there now').waitFor()
    play.saved = saved
    await press(it, 'Control+Enter')
    await page.locator('.admin-form').waitFor({ state: 'detached' })
    const closed = { ...medicine, closed: '2026-11-22' }
    assert.deepEqual(asked('directory.save'), { edit: { table: 'department', row: closed, was: medicine }, sure: true })

    await it.tell('status', adminStatus('en', offline))
    await press(it, 'Alt+3', 'F3')
    await page.locator('.admin-form').waitFor()
    await page.keyboard.type('Nisha Gupta')
    await page.locator('.candidate').first().waitFor()
    await press(it, 'Control+1', 'Control+2', 'Control+3')
    await page.getByRole('checkbox', { name: 'Registration' }).press('Space')
    await page.getByRole('button', { name: 'Make a PIN' }).press('Enter')
    await page.waitForFunction(`[...document.querySelectorAll('input')].some((each) => each.value === '907351')`)
    await press(it, 'Control+Enter')
    await page.getByText('It goes to the other terminals').waitFor()
    const { edit } = Object(asked('directory.save'))
    assert.deepEqual([edit.row.name, edit.row.roles, edit.pin, edit.was], ['Nisha Gupta', ['clerk'], '907351', null])
    assert.match(edit.row.names.hi, /निशा/)

    await press(it, 'Alt+1')
    await page.locator('.versions').waitFor()
    await press(it, 'F7')
    await page.locator('.note.wait, .note.ok').waitFor()
    assert.deepEqual(asked('directory.decide'), { id: mutationId, take: 'mine' })
    await press(it, 'Alt+5', 'F4')
    await page.getByText('12 lines saved').waitFor()
    assert.deepEqual(asked('directory.copy-roster'), { from: '2026-11-21', to: '2026-11-22' })
    await it.leave()
  })
})
