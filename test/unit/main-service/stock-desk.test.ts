import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { z } from 'zod'

import { Coming, StockAnswer, StoredMedicine } from '../../../contract/stock.ts'
import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { closeTerminals, removeFolder, temporaryFolder } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })
const room = { label: 'S 1', name: four('Main'), kind: 'store', department: null, floor: 0, line: 'blue' } as const

function stores(hims: HimsStub): void {
  hims.putRow({ table: 'operator', row: operator('ravi') })
  hims.putRow({ table: 'room', row: { ...room, code: 'main', open: true } })
  for (const [code, groups] of [
    ['metformin', []],
    ['morphine', ['opioid']],
  ] as const) {
    const row = Medicine.parse({ code, name: code, strength: '', form: 'tablet', groups, shelf: 'B 1' })
    hims.putRow({ table: 'medicine', row })
  }
}

const line = { medicine: 'metformin', lot: 'a 1', expiry: '2027-06-30', expected: null, found: 100, damaged: 0 }
const plain = { ...line, seenAt: null, recounted: false }
const deed = { kind: 'received', store: 'main', other: 'Supplier', reference: '', note: '', second: null }

const record = async (terminal: FakeTerminal, said: object, ...lines: readonly object[]) =>
  StockAnswer.parse(
    await terminal.want('stock.record', { ...deed, ...said, lines: lines.map((each) => ({ ...plain, ...each })) }),
  )

async function standing(terminal: FakeTerminal, text = 'met') {
  const [found] = z.array(StoredMedicine).parse(await terminal.want('stock.shelf', { text }))
  return found?.lots.map(({ lot, stands, hold }) => [lot.lot, hold, ...stands.map((each) => [each.store, each.units])])
}

test('what comes stands in its store, moves to another and is taken back, and HIMS hears of each once', async () => {
  const { terminal, hims } = await workingTerminal(folder, 'pharmacy', stores)
  assert.equal((await record(terminal, {}, { damaged: 10 })).kind, 'saved')
  assert.deepEqual(await standing(terminal), [['A1', null, ['main', 90]]])
  const sent = await record(terminal, { kind: 'sent', other: 'pharmacy' }, { expiry: null, found: 40 })
  assert.ok(sent.kind === 'saved')
  assert.deepEqual(await standing(terminal), [['A1', null, ['pharmacy', 40], ['main', 50]]])
  const more = await record(terminal, { kind: 'sent', other: 'pharmacy' }, { expiry: null, found: 51 })
  assert.deepEqual(more, { kind: 'refused', reason: 'more-than-shelf', lot: 'A1' })
  assert.equal(StockAnswer.parse(await terminal.want('stock.take-back', { paper: sent.paper.id })).kind, 'saved')
  const twice = StockAnswer.parse(await terminal.want('stock.take-back', { paper: sent.paper.id }))
  assert.deepEqual(twice, { kind: 'refused', reason: 'too-late', lot: '' })
  assert.deepEqual(await standing(terminal), [['A1', null, ['main', 90]]])
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const kinds = hims.mutations.map(({ kind }) => kind)
  assert.deepEqual(
    kinds.filter((kind) => kind === 'stock.recorded'),
    ['stock.recorded', 'stock.recorded', 'stock.recorded'],
  )
})

test('a transfer is confirmed where it goes to, in parts and with what broke on the way', async () => {
  const { terminal } = await workingTerminal(folder, 'pharmacy', stores)
  const watch = async () => z.object({ coming: z.array(Coming) }).parse(await terminal.want('stock.watch', {})).coming
  const arrive = (paper: string, lotId: string, found: number, damaged: number) =>
    terminal.want('stock.arrive', { paper, lines: [{ lotId, found, damaged }] })
  await record(terminal, {}, {})
  await record(terminal, { kind: 'sent', other: 'pharmacy' }, { expiry: null, found: 60 })
  const [first] = await watch()
  const lotId = first?.lines[0]?.lot.id ?? ''
  assert.deepEqual([first?.lines[0]?.unsaid, first?.lines[0]?.missing], [60, 60])
  assert.match(JSON.stringify(await arrive(first?.paper.id ?? '', lotId, 40, 5)), /"saved"/)
  assert.deepEqual(await standing(terminal), [['A1', null, ['pharmacy', 35], ['main', 40]]])
  const [short] = await watch()
  assert.deepEqual([short?.lines[0]?.unsaid, short?.lines[0]?.missing], [0, 20])
  assert.match(JSON.stringify(await arrive(first?.paper.id ?? '', lotId, 20, 0)), /"saved"/)
  assert.deepEqual(await standing(terminal), [['A1', null, ['pharmacy', 55], ['main', 40]]])
  assert.deepEqual(await watch(), [])
  assert.match(JSON.stringify(await arrive(first?.paper.id ?? '', lotId, 1, 0)), /"refused"/)
})

test('a count is blind, asks again for what is far off, and is the ledger from then on', async () => {
  const { terminal } = await workingTerminal(folder, 'pharmacy', stores)
  await record(terminal, {}, {})
  const sheet = JSON.stringify(await terminal.want('stock.sheet', { store: 'main', shelf: 'b' }))
  assert.match(sheet, /"lot":"A1"/)
  assert.doesNotMatch(sheet, /100/)
  const said = { expiry: null, found: 80 }
  const first = await record(terminal, { kind: 'counted', other: null }, said)
  assert.equal(first.kind, 'recount')
  assert.deepEqual(await standing(terminal), [['A1', null, ['main', 100]]])
  const second = await record(terminal, { kind: 'counted', other: null }, { ...said, recounted: true })
  assert.ok(second.kind === 'saved')
  assert.deepEqual(
    second.paper.lines.map(({ expected, found }) => [expected, found]),
    [[100, 80]],
  )
  assert.deepEqual(await standing(terminal), [['A1', null, ['main', 80]]])
})

test('a listed drug is destroyed before two people, and a stopped lot says so', async () => {
  const { terminal } = await workingTerminal(folder, 'pharmacy', stores)
  await record(terminal, {}, { medicine: 'morphine', lot: 'M1' })
  const gone = { medicine: 'morphine', lot: 'M1', expiry: null, found: 4 }
  const alone = await record(terminal, { kind: 'destroyed', other: null }, gone)
  assert.deepEqual(alone, { kind: 'refused', reason: 'witness', lot: 'M1' })
  const wrong = await record(terminal, { kind: 'destroyed', other: null, second: { id: 'ravi', pin: '1111' } }, gone)
  assert.equal(wrong.kind, 'wrong')
  const seen = await record(terminal, { kind: 'destroyed', other: null, second: { id: 'ravi', pin: '2468' } }, gone)
  assert.equal(seen.kind, 'saved')
  const [found] = z.array(StoredMedicine).parse(await terminal.want('stock.shelf', { text: 'mor' }))
  const mark = { id: found?.lots[0]?.lot.id, state: 'recalled' }
  assert.match(JSON.stringify(await terminal.want('stock.mark', { ...mark, reason: ' ' })), /say-what-was-done/)
  await terminal.want('stock.mark', { ...mark, reason: 'letter 118' })
  assert.deepEqual(await standing(terminal, 'mor'), [['M1', 'recalled', ['main', 96]]])
  assert.match(JSON.stringify(await terminal.want('stock.watch')), /"stopped":\[\{/)
})

test('too warm asks what was done; a reorder level holds at least what it asks below', async () => {
  const { terminal } = await workingTerminal(folder, 'pharmacy', stores)
  const cold = (celsius: number, done: string) => terminal.want('stock.cold', { store: 'main', celsius, done })
  assert.deepEqual(await cold(5.04, ''), { kind: 'saved' })
  assert.deepEqual(await cold(8.5, ''), { kind: 'refused', reason: 'say-what-was-done' })
  assert.deepEqual(await cold(8.5, 'Moved to the other refrigerator'), { kind: 'saved' })
  const level = (least: number, wanted: number) => terminal.want('stock.level', { id: 'metformin', least, wanted })
  assert.deepEqual(await level(100, 50), { kind: 'refused', reason: 'wanted-below-least' })
  assert.deepEqual(await level(100, 400), { kind: 'saved' })
})
