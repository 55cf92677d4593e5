import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { doctor } from '../../contract/doctor.ts'
import type { Doctor } from '../../contract/doctor.ts'
import type { Language } from '../../domain/language.ts'
import { hits, now, offline, validScan } from '../fake/bridge/desk-answers.ts'
import { doctorAnswers, doctorStatus, line, rooms } from '../fake/bridge/doctor-answers.ts'
import type { Play } from '../fake/bridge/doctor-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { question } from '../fake/bridge/order-answers.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { patience } from '../fake/bridge/sweep.ts'

type DoctorPage = OpenPage<Doctor>

const press = async ({ page }: DoctorPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses a key until its question was asked: while one is under way, the room takes no other. */
const pressFor = async (it: DoctorPage, key: string, name: string): Promise<unknown> => {
  const before = it.asked.length
  const found = () => it.asked.slice(before).find((each) => each.name === name)
  for (let tries = 0; found() === undefined && tries < 60; tries += 1) {
    if (tries % 10 === 0) await press(it, key)
    await it.page.waitForTimeout(50)
  }
  return found()?.input
}

interface Screen {
  readonly name: string
  readonly reach: (it: DoctorPage, play: Play, language: Language) => Promise<void>
}

const roomIs = (name: keyof typeof rooms): Screen => ({
  name,
  reach: async (it, play) => {
    play.room = rooms[name]
    if ((await it.page.locator('.early').count()) > 0) await press(it, 'Escape')
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.waitForTimeout(60)
  },
})

const screens: readonly Screen[] = [
  roomIs('idle'),
  {
    name: 'early',
    reach: async (it) => {
      await press(it, 'F3', 'ArrowDown', 'Enter')
      await it.page.locator('.early').waitFor()
    },
  },
  roomIs('empty'),
  roomIs('elsewhere'),
  roomIs('busy'),
  {
    name: 'write',
    reach: async (it) => {
      await press(it, 'F6')
      await it.page.locator('.lately').waitFor()
    },
  },
  {
    name: 'dose',
    reach: async (it) => {
      await it.page.keyboard.type('met')
      await it.page.locator('.medicine-find li').first().waitFor()
      await press(it, 'Enter')
      await it.page.locator('.item-form').waitFor()
    },
  },
  {
    name: 'stopped',
    reach: async (it) => {
      await press(it, 'Enter')
      await it.page.locator('.order .note').first().waitFor()
      await it.page.keyboard.type('amo')
      await it.page.locator('.medicine-find li').first().waitFor()
      await press(it, 'Enter', 'Enter')
      await it.page.locator('.order .note.stop').waitFor()
    },
  },
  {
    name: 'question',
    reach: async (it, play, language) => {
      await it.tell('status', doctorStatus(language))
      play.questions = [question]
      await it.tell('changed', { tables: ['order_event'] })
      await press(it, 'Alt+5')
      await it.page.locator('.questions .patient-facts').waitFor()
    },
  },
  {
    name: 'own-orders',
    reach: async (it) => {
      await press(it, 'Alt+6')
      await it.page.locator('.own-order').waitFor()
      await press(it, '1')
      await it.page.locator('.questions .note').waitFor()
    },
  },
  {
    name: 'offline',
    reach: async (it, _, language) => {
      await press(it, 'F2')
      await it.tell('status', doctorStatus(language, offline))
    },
  },
  {
    name: 'scanned',
    reach: async (it) => {
      await it.tell('scanned', validScan(hits[0] ?? null))
      await it.page.locator('output.band').waitFor()
    },
  },
  roomIs('seatless'),
]

describe('a doctor’s room in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('doctor')

  const open = async (chromium: Browser, language: Language, play: Play): Promise<DoctorPage> => {
    const answers = doctorAnswers(language, play)
    const it = await openPage(chromium, { contract: doctor, answers, url: url(), at: now })
    await it.page.locator('.room').waitFor()
    return it
  }

  test('no text is cut on any screen in four languages or at 200 %, and axe finds nothing', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { room: rooms.idle }
    const it = await open(chromium, 'en', play)
    const found: string[] = []
    for (const { name, reach } of screens) {
      await reach(it, play, 'en')
      found.push(...(await lookAround(it, 'doctor', name)))
    }
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keyboard alone calls, says who is not there, calls out of turn and signs an order', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { room: rooms.idle }
    const it = await open(chromium, 'en', play)
    const asked = (name: string) => it.asked.findLast((each) => each.name === name)?.input
    assert.deepEqual(await pressFor(it, 'F9', 'room.next'), { current: null })
    assert.deepEqual(await pressFor(it, 'F4', 'room.note'), { kind: 'restored', visitId: line(0).visitId })
    await press(it, 'F3', 'ArrowDown', 'Enter')
    await it.page.locator('.early').waitFor()
    await press(it, '2')
    await it.page.locator('.early').waitFor({ state: 'detached' })
    assert.deepEqual(asked('room.note'), { kind: 'out-of-turn', visitId: line(2).visitId, why: 'report' })

    play.room = rooms.busy
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.steps-more').waitFor()
    const visitId = line(0).visitId
    assert.deepEqual(await pressFor(it, 'F7', 'room.note'), { kind: 'again', visitId })
    assert.deepEqual(await pressFor(it, 'F8', 'room.next'), { current: { visitId, was: 'absent' } })
    assert.deepEqual(await pressFor(it, 'F11', 'room.note'), { kind: 'seen', visitId })

    await press(it, 'F6')
    await it.page.locator('.medicine-find input').waitFor()
    await it.page.keyboard.type('metf')
    await it.page.locator('.medicine-find li').first().waitFor()
    await press(it, 'Enter')
    await it.page.locator('.item-form').waitFor()
    await it.page.keyboard.type('੧-੧-੧')
    await press(it, 'Enter')
    await it.page.locator('.order .note').waitFor()
    await press(it, 'Control+Enter')
    assert.equal(asked('write.give'), undefined, 'what still runs is not given unasked')
    await it.page.getByRole('button', { name: 'Give it all the same' }).press('Enter')
    await it.page.locator('.order .note').waitFor({ state: 'detached' })
    await press(it, 'Control+Enter')
    await it.page.getByText('Window 3 has the list', { exact: false }).waitFor()
    const item = {
      medicine: 'metformin',
      dose: { morning: 1, noon: 1, evening: 0, night: 1, food: 'after' },
      days: 5,
      quantity: 15,
      again: true,
    }
    assert.deepEqual(asked('write.give'), { personId: line(0).personId, visitId, items: [item] })
    await it.leave()
  })
})
