import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Handlers } from '../../contract/channel.ts'
import { display } from '../../contract/display.ts'
import type { Display, WaitingRoom } from '../../contract/display.ts'
import { languages } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import { now, offline, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { hall } from '../fake/bridge/doctor-answers.ts'
import { gallery, lookAt } from '../fake/bridge/gallery.ts'
import { openPage } from '../fake/bridge/open-page.ts'

const status = (more: object = {}) =>
  deskStatus('hi', { role: 'display', label: 'Hall 1', session: { kind: 'locked' }, devices: [], ...more })

const answers = (play: { room: WaitingRoom }): Handlers<Display['channels']> => ({
  'terminal.status': async () => status(),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  'display.now': async () => play.room,
})

describe('a waiting room in a browser', { timeout: 120_000 }, () => {
  const { browser, url } = gallery('display')

  test('one call in four languages, those before it, who comes next, and how old it is', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play = { room: hall }
    const it = await openPage(chromium, {
      contract: display,
      answers: answers(play),
      url: url(),
      at: now,
      width: 1920,
      height: 1080,
    })
    await it.page.locator('.hall-token').waitFor()
    const look = (name: string) => lookAt(it, 'display', name)
    const found = [...(await look('call'))]
    const words = await it.page.locator('.hall-say').innerText()
    for (const language of languages) {
      const values = { department: hall.now?.department[language] ?? '', room: '14' }
      assert.ok(words.includes(textIn(language)('visit.hall.come', values)), language)
    }
    await it.tell('status', status(offline))
    await it.page.locator('.hall-foot.old').waitFor()
    assert.match(await it.page.locator('.hall-foot').innerText(), /09:28/)
    found.push(...(await look('old')))
    play.room = { departments: [], now: null, before: [], next: [] }
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.hall-now.quiet').waitFor()
    found.push(...(await look('quiet')))
    await it.page.setViewportSize({ width: 1080, height: 1920 })
    play.room = { ...hall, next: ['SU 1149', 'EN 1150', 'SK 1189'] }
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.hall-token').waitFor()
    found.push(...(await look('upright')))
    await it.leave()
    assert.deepEqual(found, [])
  })
})
