import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import { createCanvas } from '@napi-rs/canvas'
import type { Browser } from 'playwright'

import type { Handlers } from '../../contract/channel.ts'
import { room, RoomState } from '../../contract/room.ts'
import type { Room } from '../../contract/room.ts'
import type { Language } from '../../domain/language.ts'
import { languages } from '../../domain/language.ts'
import { now } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAt, twoAtOnce } from '../fake/bridge/gallery.ts'
import { largest, rulesAtLargest, rulesFor } from '../fake/bridge/inspect.ts'
import type { Rules } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { isFull, patience } from '../fake/bridge/sweep.ts'

const state = (language: Language, more: Partial<RoomState> = {}): RoomState =>
  RoomState.parse({
    language,
    hims: 'running',
    papers: [
      { id: 'p1', kind: 'slip', from: 'desk', at: '2026-11-22T04:01:12.000Z', width: 576, height: 640 },
      { id: 'p2', kind: 'card', from: 'desk', at: '2026-11-22T04:01:40.000Z', width: 856, height: 540 },
      { id: 'p3', kind: 'label', from: 'pharmacy', at: '2026-11-22T04:05:02.000Z', width: 400, height: 304 },
    ],
    scanners: ['desk', 'pharmacy', 'kiosk'].map((terminal) => ({
      id: `${terminal}-scanner`,
      terminal,
      connected: terminal !== 'kiosk',
    })),
    printers: [
      { id: 'desk-ticket', terminal: 'desk', kind: 'ticket', paperOut: false, coverOpen: false },
      { id: 'desk-card', terminal: 'desk', kind: 'card', paperOut: false, coverOpen: false },
      { id: 'kiosk-ticket', terminal: 'kiosk', kind: 'ticket', paperOut: true, coverOpen: false },
      { id: 'pharmacy-label', terminal: 'pharmacy', kind: 'label', paperOut: false, coverOpen: true },
    ],
    operators: [
      { name: 'Sunita Devi', role: 'clerk', pin: '135790' },
      { name: 'Harpreet Kaur', role: 'clerk', pin: '161803' },
      { name: 'Arvind Negi', role: 'pharmacist', pin: '314159' },
      { name: 'Shabnam Khan', role: 'clerk, pharmacist, supervisor', pin: '246801' },
    ],
    ...more,
  })

function picture(width: number, height: number): Uint8Array<ArrayBuffer> {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  pen.font = '800 120px sans-serif'
  pen.fillText('M 149', 20, 150)
  return Uint8Array.from(canvas.toBuffer('image/png'))
}

const answers = (language: Language): Handlers<Room['channels']> => ({
  'room.state': async () => state(language),
  'room.picture': async ({ paper }) => (paper === 'p2' ? picture(856, 540) : paper === 'p3' ? null : picture(576, 640)),
  'room.scan': async ({ paper }) => ({ kind: paper === 'p3' ? 'unreadable' : 'sent' }),
  'room.hims': async () => ({}),
  'room.printer': async () => ({}),
  'room.language': async () => ({}),
})

const look = (it: OpenPage<Room>, name: string, rules?: Rules) => lookAt(it, 'room', name, rules)

describe('the demonstration room in a browser', { timeout: patience }, () => {
  const { browser, url } = gallery('room')

  const open = async (chromium: Browser, language: Language): Promise<OpenPage<Room>> => {
    const it = await openPage(chromium, {
      contract: room,
      answers: answers(language),
      url: url(),
      at: now,
      width: 900,
      height: 768,
    })
    await it.page.locator('.paper-card').first().waitFor()
    return it
  }
  const scans = ({ asked }: OpenPage<Room>) =>
    asked.filter(({ name }) => name === 'room.scan').map(({ input }) => input)

  test('axe finds nothing in any state, and in four languages no text is cut', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const inLanguage = async (language: Language): Promise<readonly string[]> => {
      const it = await open(chromium, language)
      const found = [...(await look(it, `papers-${language}`, rulesFor(language)))]
      await it.page.locator('.paper-card').first().click()
      await it.page.keyboard.press('1')
      found.push(...(await look(it, `held-${language}`, rulesFor(language))))
      await it.tell('room', state(language, { hims: 'stopped', papers: [] }))
      found.push(...(await look(it, `stopped-${language}`, rulesFor(language))))
      if (largest.includes(language) && !isFull) {
        for (let step = 0; step < 5; step++) await it.page.keyboard.press('Control+Equal')
        found.push(...(await look(it, `200-${language}`, rulesAtLargest(language))))
      }
      await it.leave()
      return found
    }
    assert.deepEqual(await twoAtOnce(isFull ? ['en'] : languages, inLanguage), [])
  })

  test('a paper is held under a scanner by dragging, by clicking and by keys', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    const { page } = it
    await page.locator('.paper-card.card').dragTo(page.locator('.scanner').nth(1))
    await page.locator('.scanner').nth(1).getByText('Read, and sent to its screen').waitFor()
    await page.locator('.paper-card.slip').click()
    await page.locator('.scanner').nth(0).click()
    await page.locator('.paper-card.label').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('1')
    await page.locator('.scanner').nth(0).getByText('No code could be read on it').waitFor()
    assert.deepEqual(scans(it), [
      { paper: 'p2', scanner: 'pharmacy-scanner' },
      { paper: 'p1', scanner: 'desk-scanner' },
      { paper: 'p3', scanner: 'desk-scanner' },
    ])
    await it.leave()
  })

  test('the server stops and a printer runs out when a hand says so', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, 'en')
    await it.page.getByRole('button', { name: 'Stop HIMS' }).click()
    await it.page.getByRole('button', { name: 'Out of paper' }).first().click()
    const wishes = it.asked.filter(({ name }) => name === 'room.hims' || name === 'room.printer')
    assert.deepEqual(
      wishes.map(({ input }) => input),
      [{ running: false }, { printer: 'desk-ticket', paperOut: true, coverOpen: false }],
    )
    await it.leave()
  })
})
