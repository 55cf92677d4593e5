import assert from 'node:assert/strict'
import { test } from 'node:test'

import { StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { PullReply } from '../../../domain/wire/sync.ts'
import { facility, hospital, lot, mutation } from './hospital.ts'
import { newId } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const AT = '2026-11-22T05:00:00.000Z'
const line = { lotId: lot.id, medicine: lot.medicine, expected: null, found: 0, damaged: 0 }

const stockPaper = (n: number, terminal: TestTerminal, kind: string, found: number, reference = '') => {
  const paper = {
    id: newId(),
    kind,
    store: 'pharmacy',
    other: null,
    reference,
    lines: [{ ...line, found }],
    at: AT,
    by: 'asha',
    witness: null,
    terminal: terminal.id,
    note: '',
  }
  const delta = kind === 'received' ? found : -found
  const event = { id: `${paper.id}.0`, lotId: lot.id, reason: kind, at: AT, store: 'pharmacy', paper: paper.id, delta }
  return { ...mutation(n, {}), body: { kind: 'stock.recorded', paper, lots: [], events: [event] } }
}

async function requests(terminal: TestTerminal): Promise<readonly unknown[]> {
  const reply = PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body)
  return reply.changes.filter(({ table }) => table === 'supply_request').map(({ row }) => row)
}

test('a hospital asks for more once, however many counters run short, and is filled in parts', async (t) => {
  const { enrol } = await hospital(t)
  const [one, other] = [await enrol('pharmacy'), await enrol('pharmacy')]
  const level = { id: lot.medicine, least: 1_000_000, wanted: 1_000_400 }
  const rows = [{ table: 'reorder_level', row: level, was: null }]
  await one.push([stockPaper(1, one, 'received', 999_900)])
  assert.deepEqual(await requests(one), [])
  await one.push([{ ...mutation(2, {}), body: { kind: 'directory.changed', rows } }])
  const [first, ...more] = await requests(one)
  assert.deepEqual(more, [])
  assert.match(JSON.stringify(first), /\.1","medicine".*"received":0,"status":"active"/)
  await other.push([stockPaper(1, other, 'destroyed', 50)])
  assert.equal((await requests(other)).length, 1)
  await one.push([stockPaper(3, one, 'received', 10, `${lot.medicine}.1`)])
  assert.match(JSON.stringify(await requests(one)), /"received":10,"status":"active"/)
  await one.push([stockPaper(4, one, 'received', 2000, `${lot.medicine}.1`)])
  assert.match(JSON.stringify(await requests(one)), /"received":2010,"status":"completed"/)
  await other.push([stockPaper(2, other, 'destroyed', 2000)])
  const both = await requests(other)
  assert.equal(both.length, 2)
  assert.match(JSON.stringify(both), /\.2","medicine"/)
})

test('what is stopped is no stock, and a pharmacy changes nothing else of the directory', async (t) => {
  const { enrol } = await hospital(t)
  const pharmacy = await enrol('pharmacy')
  const rows = [{ table: 'reorder_level', row: { id: lot.medicine, least: 10, wanted: 100 }, was: null }]
  const medicine = { code: 'x', name: 'X', strength: '', form: 'tablet', groups: [], shelf: '' }
  const mark = { id: lot.id, state: 'recalled', reason: 'letter 4', at: AT, by: 'asha' }
  const answer = await pharmacy.push([
    stockPaper(1, pharmacy, 'received', 5000),
    { ...mutation(2, {}), body: { kind: 'directory.changed', rows } },
    {
      ...mutation(3, {}),
      body: { kind: 'directory.changed', rows: [{ table: 'medicine', row: medicine, was: null }] },
    },
  ])
  assert.match(JSON.stringify(answer.body), /not-of-a-directory/)
  assert.deepEqual(await requests(pharmacy), [])
  await pharmacy.push([{ ...mutation(4, {}), body: { kind: 'lot.marked', mark } }])
  assert.equal((await requests(pharmacy)).length, 1)
})

test('two hospitals of one HIMS each have their own shelf, their own level and their own wish', async (t) => {
  const { enrol, hims } = await hospital(t)
  await hims.load([{ table: 'facility', row: { ...facility, code: 'zz-hospital' } }])
  const [here, there] = [await enrol('pharmacy'), await enrol('pharmacy')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const levelOf = (hospitalCode: string, id = `${lot.medicine}.${hospitalCode}`) => ({
    table: 'reorder_level',
    row: { id, least: 100, wanted: 500, facility: hospitalCode },
    was: null,
  })
  const said = (n: number, row: object) => ({ ...mutation(n, {}), body: { kind: 'directory.changed', rows: [row] } })
  await here.push([stockPaper(1, here, 'received', 1000)])
  await there.push([stockPaper(1, there, 'received', 40)])
  await here.push([said(2, levelOf(facility.code))])
  await there.push([said(2, levelOf('zz-hospital'))])
  assert.deepEqual(await requests(here), [], 'a thousand stand here, whatever the other hospital lacks')
  const wish = { id: `${lot.medicine}.zz-hospital.1`, medicine: lot.medicine, quantity: 460, facility: 'zz-hospital' }
  const [theirs] = await requests(there)
  assert.deepEqual({ ...Object(theirs), ...wish }, theirs)
  await there.push([stockPaper(3, there, 'received', 460, wish.id)])
  assert.match(JSON.stringify(await requests(there)), /"received":460,"status":"completed"/)
  assert.equal(await countOf(here, 'stock_event'), 1, 'the shelf of another hospital stays there')
  assert.equal(await countOf(there, 'stock_event'), 2)
  const answer = await here.push([
    said(3, levelOf('zz-hospital')),
    said(4, levelOf(facility.code, `${lot.medicine}.zz-hospital`)),
  ])
  assert.equal(JSON.stringify(answer.body).match(/other-hospital/g)?.length, 2, 'nobody says it for another')
})

test('a level that bears the name of one hospital and the code of another is nobody’s to say', async (t) => {
  const { enrol, hims } = await hospital(t)
  const asLong = facility.code.replace(/./g, 'z')
  await hims.load([{ table: 'facility', row: { ...facility, code: asLong } }])
  const here = await enrol('pharmacy')
  const row = { id: `${lot.medicine}.${facility.code}`, least: 100, wanted: 500, facility: asLong }
  const rows = [{ table: 'reorder_level', row, was: null }]
  const answer = await here.push([{ ...mutation(1, {}), body: { kind: 'directory.changed', rows } }])
  assert.match(JSON.stringify(answer.body), /other-hospital/)
})

test('a level of all hospitals is named by a medicine: under another’s name nobody says it for them', async (t) => {
  const { enrol, hims } = await hospital(t)
  await hims.load([{ table: 'facility', row: { ...facility, code: 'zz-hospital' } }])
  const here = await enrol('pharmacy')
  const row = { id: `${lot.medicine}.zz-hospital`, least: 100, wanted: 500 }
  const rows = [{ table: 'reorder_level', row, was: null }]
  const answer = await here.push([{ ...mutation(1, {}), body: { kind: 'directory.changed', rows } }])
  assert.match(JSON.stringify(answer.body), /other-hospital/)
  assert.equal(await countOf(here, 'reorder_level'), 0)
})

test('a delivery does not fill the wish of another hospital', async (t) => {
  const { enrol, hims } = await hospital(t)
  await hims.load([{ table: 'facility', row: { ...facility, code: 'zz-hospital' } }])
  const [here, there] = [await enrol('pharmacy'), await enrol('pharmacy')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const level = { id: `${lot.medicine}.zz-hospital`, least: 100, wanted: 500, facility: 'zz-hospital' }
  const rows = [{ table: 'reorder_level', row: level, was: null }]
  await there.push([{ ...mutation(1, {}), body: { kind: 'directory.changed', rows } }])
  await here.push([stockPaper(1, here, 'received', 500, `${level.id}.1`)])
  assert.match(JSON.stringify(await requests(there)), /"received":0,"status":"active"/)
})

test('what was sent to a store of another hospital is seen there, and its arrival here', async (t) => {
  const { enrol, hims } = await hospital(t)
  await hims.load([
    { table: 'facility', row: { ...facility, code: 'zz-hospital' } },
    { table: 'room', row: { code: 'ward', label: '2', department: null, kind: 'store', ...theirRoom } },
  ])
  const [here, there] = [await enrol('pharmacy'), await enrol('pharmacy')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const sent = stockPaper(1, here, 'sent', 20)
  const [gone] = sent.body.events
  assert.ok(gone !== undefined)
  const came = { ...gone, id: `${gone.id}.to`, store: 'ward', delta: 20 }
  const { paper } = sent.body
  const body = { ...sent.body, paper: { ...paper, other: 'ward' }, events: [gone, came] }
  assert.match(JSON.stringify((await here.push([{ ...sent, body }])).body), /"applied"/)
  assert.equal(await countOf(there, 'stock_paper'), 1, 'what comes is announced')
  assert.equal(await countOf(there, 'stock_event'), 1, 'and stands there')
  assert.equal(await countOf(here, 'stock_event'), 1)
  const arrival = stockPaper(1, there, 'arrived', 20, paper.id)
  const arrived = { ...arrival.body.paper, store: 'ward', other: 'pharmacy', sentAt: AT }
  const lines = arrived.lines.map((each) => ({ ...each, expected: 0 }))
  const events = arrival.body.events.map((event) => ({ ...event, reason: 'received', store: 'ward', delta: 20 }))
  const answer = await there.push([{ ...arrival, body: { ...arrival.body, paper: { ...arrived, lines }, events } }])
  assert.match(JSON.stringify(answer.body), /"applied"/)
  assert.equal(await countOf(here, 'stock_paper'), 2, 'the sender hears that it came')
})

test('what was sent to another hospital’s store and taken back stands there no more', async (t) => {
  const { enrol, hims } = await hospital(t)
  await hims.load([
    { table: 'facility', row: { ...facility, code: 'zz-hospital' } },
    { table: 'room', row: { code: 'ward', label: '2', department: null, kind: 'store', ...theirRoom } },
  ])
  const [here, there] = [await enrol('pharmacy'), await enrol('pharmacy')]
  await hims.inside.store.updateTable('terminal').set({ facility: 'zz-hospital' }).where('id', '=', there.id).execute()
  const moved = (n: number, from: string, to: string, reference = '') => {
    const said = stockPaper(n, here, 'sent', 20, reference)
    const events = said.body.events.flatMap((gone) => [
      { ...gone, store: from },
      { ...gone, id: `${gone.id}.to`, store: to, delta: 20 },
    ])
    return { ...said, body: { ...said.body, paper: { ...said.body.paper, store: from, other: to }, events } }
  }
  const sent = moved(1, 'pharmacy', 'ward')
  const answer = await here.push([sent, moved(2, 'ward', 'pharmacy', sent.body.paper.id)])
  assert.equal(JSON.stringify(answer.body).match(/"applied"/g)?.length, 2)
  assert.equal(await countOf(there, 'stock_paper'), 2, 'nothing is on its way any more')
  const { body } = await there.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })
  const events = PullReply.parse(body).changes.filter(({ table }) => table === 'stock_event')
  assert.deepEqual(
    events.map(({ row }) => StockEvent.parse(row)).map(({ store, delta }) => [store, delta]),
    [
      ['ward', 20],
      ['ward', -20],
    ],
  )
  assert.equal(await countOf(here, 'stock_event'), 2, 'what left this shelf is on it again')
})

const theirRoom = {
  name: { en: 'Ward', hi: 'Ward', pa: 'Ward', ur: 'Ward' },
  floor: 0,
  line: 'blue',
  open: true,
  facility: 'zz-hospital',
}

const countOf = async (terminal: TestTerminal, table: string) =>
  PullReply.parse((await terminal.call('POST', '/sync/v1/pull', { cursor: 0, limit: 5000 })).body).changes.filter(
    (change) => change.table === table,
  ).length

test('a hospital without a level of its own goes by that of all', async (t) => {
  const { enrol } = await hospital(t)
  const pharmacy = await enrol('pharmacy')
  const rows = [{ table: 'reorder_level', row: { id: lot.medicine, least: 10, wanted: 100 }, was: null }]
  await pharmacy.push([{ ...mutation(1, {}), body: { kind: 'directory.changed', rows } }])
  assert.match(JSON.stringify(await requests(pharmacy)), /"id":"[a-z0-9-]+\.1".*"quantity":100/)
})
