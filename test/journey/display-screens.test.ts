import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Handlers } from '../../contract/channel.ts'
import { display } from '../../contract/display.ts'
import type { Display, WaitingRoom } from '../../contract/display.ts'
import { languages } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import { now, offline, status as deskStatus } from '../fake/bridge/desk-answers.ts'
import { hall } from '../fake/bridge/doctor-answers.ts'
import { gallery, lookAt, lookOnce } from '../fake/bridge/gallery.ts'
import { openPage } from '../fake/bridge/open-page.ts'
import { until } from '../fake/world.ts'
import { patience } from '../fake/bridge/sweep.ts'

const status = (more: object = {}) =>
  deskStatus('hi', { role: 'display', label: 'Hall 1', session: { kind: 'locked' }, devices: [], ...more })

interface Play {
  /** Null while the store does not answer. */
  room: WaitingRoom | null
  readonly said: string[]
}

const answers = (play: Play): Handlers<Display['channels']> => ({
  'terminal.status': async () => status(),
  'terminal.about': async () => ({ name: 'host', versions: { node: '24.21.0' }, limits: [] }),
  'terminal.language': async () => ({}),
  'terminal.recover': async () => ({ kind: 'recovered' }),
  'display.now': async () => {
    if (play.room === null) throw new Error('The store does not answer')
    return play.room
  },
  'display.voice': async () => 'speaks',
  'display.sound': async () => tone(),
  'display.said': async ({ how }) => {
    play.said.push(how)
    return {}
  },
})

/** Two seconds of a tone. */
function tone(): Uint8Array<ArrayBuffer> {
  const samples = 2 * 8000
  const wave = Buffer.alloc(44 + samples * 2)
  wave.write('RIFF', 0)
  wave.writeUInt32LE(wave.length - 8, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(8000, 24)
  wave.writeUInt32LE(16_000, 28)
  wave.writeUInt16LE(2, 32)
  wave.writeUInt16LE(16, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at++) wave.writeInt16LE(Math.round(9000 * Math.sin(at / 3)), 44 + at * 2)
  return Uint8Array.from(wave)
}

describe('a waiting room in a browser', { timeout: patience }, () => {
  const { browser, url } = gallery('display')

  test('one call in four languages, those before it, who comes next, and how old it is', async (context) => {
    const chromium = browser()
    if (chromium === null) return context.skip('no Chromium on this machine')
    const play: Play = { room: hall, said: [] }
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
    const lines = languages.slice(1, 3).map((language) => ({ language, text: language }))
    await it.tell('announcement', { id: hall.now?.id ?? '', lines })
    await it.page.locator('.hall-line.heard', { hasText: textIn('hi')('visit.hall.room') }).waitFor()
    found.push(...(await lookOnce(it, 'display', 'spoken')))
    await it.page.locator('.hall-line.heard', { hasText: textIn('pa')('visit.hall.room') }).waitFor()
    await it.page.locator('.hall-line.heard').waitFor({ state: 'detached' })
    await until(() => play.said.length === 1, 'the end')
    // A machine without a loudspeaker says so, although Chromium plays into nothing without a word.
    assert.match(play.said[0] ?? '', /^(spoken|no-sound)$/)
    await it.tell('voice', { voice: 'no-sound' })
    await it.page.locator('.hall-mute').waitFor()
    found.push(...(await look('mute')))
    await it.tell('status', status(offline))
    await it.page.locator('.hall-foot.old').waitFor()
    assert.match(await it.page.locator('.hall-foot').innerText(), /09:28/)
    found.push(...(await look('old')))
    assert.ok(hall.now !== null)
    play.room = { ...hall, now: { ...hall.now, id: 'counter', label: 'EN 1150', room: '13', to: 'counter' } }
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.hall-say', { hasText: textIn('en')('speech.hall.come', { counter: '13' }) }).waitFor()
    found.push(...(await look('counter')))
    play.room = { departments: [], now: null, before: [], next: [] }
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.hall-now.quiet').waitFor()
    found.push(...(await look('quiet')))
    play.room = null
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.getByText(textIn('ur')('visit.hall.refused')).waitFor()
    found.push(...(await look('refused')))
    play.room = { departments: [], now: null, before: [], next: [] }
    await it.page.getByText(textIn('ur')('visit.hall.nobody')).waitFor()
    await it.page.setViewportSize({ width: 1080, height: 1920 })
    play.room = { ...hall, now: { ...hall.now, label: 'EN 1150' }, next: ['SU 1149', 'EN 1150', 'SK 1189'] }
    await it.tell('changed', { tables: ['visit_event'] })
    await it.page.locator('.hall-token').waitFor()
    found.push(...(await look('upright')))
    await it.leave()
    assert.deepEqual(found, [])
  })
})
