import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Browser } from 'playwright'

import { desk } from '../../contract/desk.ts'
import type { Desk } from '../../contract/desk.ts'
import type { VisitView } from '../../contract/visit.ts'
import { VisitId } from '../../domain/id.ts'
import { languages } from '../../domain/language.ts'
import { deskAnswers, now, offline, status } from '../fake/bridge/desk-answers.ts'
import { gallery, lookAround } from '../fake/bridge/gallery.ts'
import { everyWay, waysOf } from '../fake/bridge/inspect.ts'
import type { Way } from '../fake/bridge/inspect.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import type { OpenPage } from '../fake/bridge/open-page.ts'
import { visitAnswers } from '../fake/bridge/visit-answers.ts'
import { patience } from '../fake/bridge/sweep.ts'

type DeskPage = OpenPage<Desk>

const visitId = VisitId.parse('01926c00-0000-7000-8000-00000000abcd')
const waiting: VisitView = {
  id: visitId,
  label: 'M 149',
  department: 'medicine',
  doctor: null,
  room: null,
  priority: 'elderly',
  stage: 'waiting',
  calledAt: null,
  calls: 0,
  openedAt: '2026-11-22T03:58:00.000Z',
  reason: '',
}

const press = async ({ page }: DeskPage, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('visits at the desk in a browser', { timeout: patience, concurrency: 2 }, () => {
  const { browser, url } = gallery('desk')

  const open = async (chromium: Browser, today: readonly VisitView[]): Promise<DeskPage> => {
    const answers = { ...deskAnswers('en'), ...visitAnswers(today) }
    const it = await openPage(chromium, { contract: desk, answers, url: url(), at: now })
    await it.page.locator('.find input').first().waitFor()
    await it.page.keyboard.type('ramesh')
    await it.page.locator('.visit-strip').waitFor()
    return it
  }

  test('no text is cut where a visit is changed, and axe finds nothing', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, [waiting])
    const found: string[] = []
    const look = async (name: string, ways: readonly Way[] = waysOf(languages)) =>
      void found.push(...(await lookAround(it, 'desk', `visit-${name}`, ways)))
    await it.page.locator('.visit-strip b').waitFor()
    await look('strip')
    await press(it, 'F11')
    await it.page.locator('.priority-choice').waitFor()
    await look('place')
    await press(it, 'Escape')
    await it.page.locator('.visit-strip b').waitFor()
    await press(it, 'Alt+6')
    await it.page.locator('.departments').waitFor()
    await press(it, '3')
    await look('cancel')
    await press(it, 'Escape')
    await it.page.waitForTimeout(60)
    await press(it, '2')
    await it.page.locator('.priority-choice').waitFor()
    await look('priority', everyWay)
    await it.tell('status', status('en', offline))
    await it.page.locator('.band').waitFor()
    await look('offline')
    await it.leave()
    assert.deepEqual(found, [])
  })

  test('the keyboard alone gives a number before others, sends on and cancels', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const it = await open(chromium, [waiting])
    const asked = (name: string) => it.asked.findLast((each) => each.name === name)?.input
    await it.page.locator('.visit-strip b').waitFor()
    await press(it, 'Alt+6')
    await it.page.getByRole('button', { name: 'Send to another department' }).waitFor()
    await press(it, '1')
    await it.page.getByText('The number M 149 stays', { exact: false }).waitFor()
    await press(it, '1')
    await it.page.locator('.departments .note.ok').waitFor()
    const moved = Object(asked('visit.move'))
    assert.deepEqual([moved.visitId, moved.doctor, moved.department !== 'medicine'], [visitId, null, true])
    await press(it, '3')
    await it.page.getByText('Why is it cancelled?').waitFor()
    await press(it, '2')
    await it.page.getByText('Why is it cancelled?').waitFor({ state: 'detached' })
    assert.deepEqual(asked('visit.cancel'), { visitId, reason: 'Given by mistake' })
    await press(it, 'Escape')
    await it.page.locator('.visit-strip').waitFor()
    await press(it, 'F11')
    await it.page.locator('.priority-choice').waitFor()
    await press(it, '2')
    await it.page.locator('.priority-choice .go', { hasText: 'Expecting a child' }).waitFor()
    await press(it, 'Enter')
    await it.page.locator('.visit-strip .priority.pregnant').waitFor()
    await press(it, 'Enter')
    await it.page.locator('.issued').waitFor()
    const { priority, doctor } = Object(asked('token.issue'))
    assert.deepEqual([priority, doctor], ['pregnant', null])
    await it.leave()
  })
})
