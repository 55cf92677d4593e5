import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { bandFor } from '../../../renderer/ui/band.ts'
import { oldListItem, statusLine } from '../../../renderer/ui/status-line.ts'
import { now, offline, status } from '../../fake/bridge/desk-answers.ts'

const said = (more: Parameters<typeof status>[1] = {}) =>
  statusLine(status('en', more), now).map(({ kind, id, values }) => `${kind} ${textIn('en')(id, values)}`)

test('an ordinary morning is all discs', () => {
  assert.deepEqual(said(), [
    'ok HIMS connected',
    'ok Nothing to send',
    'ok Data 4 s old',
    'ok Card list under 1 h old',
    'ok All 3 devices ready',
  ])
})

test('without HIMS the line tells when it is asked again, what waits and how old the data is; nothing is red', () => {
  assert.deepEqual(said(offline).slice(0, 3), [
    'wait HIMS away, next try in 12 s',
    'wait 37 records wait',
    'wait Data 13 min old',
  ])
})

test('a device is ready only if it said so', () => {
  const devices = [
    { device: 'slip', kind: 'ticket', state: 'connecting' },
    { device: 'card', kind: 'card', state: 'cover-open' },
  ] as const
  assert.deepEqual(said({ devices: [...devices] }).slice(4), [
    'wait Slip printer: waiting for its answer',
    'care Card printer: close the cover',
  ])
})

test('the list of stopped cards tells its age, and an old one asks for a look', () => {
  const aged = (asOf: string | null) => said({ cardList: { asOf, seq: 3 } })[3]
  assert.equal(aged(null), 'wait No card list yet')
  assert.equal(aged('2026-11-22T01:11:00.000Z'), 'ok Card list 3 h old')
  assert.equal(aged('2026-11-19T01:11:00.000Z'), 'wait Card list 3 days old')
  assert.equal(aged('2026-11-12T01:11:00.000Z'), 'care Card list 10 days old')
  const atKiosk = (asOf: string | null) => oldListItem(status('en', { cardList: { asOf, seq: 3 } }), now)?.id ?? null
  assert.equal(atKiosk('2026-11-19T01:11:00.000Z'), null)
  assert.equal(atKiosk('2026-11-12T01:11:00.000Z'), 'cards.list.days')
  assert.equal(atKiosk(null), 'cards.list.none')
})

test('records that came back and a full disk ask for a look', () => {
  assert.ok(said({ refused: 2 }).includes('care 2 records came back, look at them'))
  const open = { kind: 'open', room: 'ample', rescue: null } as const
  assert.ok(said({ store: { ...open, room: 'low' } }).includes('care Disk almost full, call a supervisor'))
  assert.ok(
    said({ store: { ...open, room: 'finish' } }).includes(
      'care Disk nearly full: finish this person, start nobody new, call a supervisor',
    ),
  )
  const rescue = { at: '2026-11-22T05:00:00.000Z', carried: 12, lost: [7, 8, 9, 12], tail: true }
  assert.ok(
    said({ store: { ...open, rescue } }).includes(
      'care Damaged records were set aside: 12 that wait for HIMS were saved, 4 could not be read (numbers 7–9, 12)',
    ),
  )
})

test('the band is there only when HIMS is away, in every language and for every cause', () => {
  assert.equal(bandFor(textIn('en'), status('en'), now), null)
  assert.match(
    bandFor(textIn('en'), status('en', offline), now)?.title ?? '',
    /since [0-9]{2}:[0-9]{2}\. You can carry on/,
  )
  const causes = [
    { kind: 'offline', since: '2026-11-20T04:11:00.000Z', nextTry: '2026-11-22T04:12:00.000Z', cause: 'not-hims' },
    { kind: 'not-enrolled', cause: 'unknown-code' },
    { kind: 'refused', cause: 'fenced' },
  ] as const
  for (const language of languages) {
    for (const link of causes) {
      const title = bandFor(textIn(language), status(language, { link }), now)?.title ?? ''
      assert.doesNotMatch(title, /⟦|undefined|\{/)
      assert.ok(title.length > 20)
    }
  }
})
