import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { z } from 'zod'

import { PickList, pharmacy } from '../../../contract/pharmacy.ts'
import { PrescriptionId, PrescriptionItemId, RightId, TerminalId, VisitId } from '../../../domain/id.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { newId, person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const someone = person({ latin: 'Rekha Sharma', phone: '9876543210' })
const prescriptionId = PrescriptionId.parse(newId())
const items = {
  paracetamol: PrescriptionItemId.parse(newId()),
  amoxicillin: PrescriptionItemId.parse(newId()),
}
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
const give = pharmacy.channels['dispense.give'].output

function stock(hims: HimsStub): void {
  hims.putRow({ table: 'person', row: someone })
  for (const [code, groups] of [
    ['paracetamol', ['nsaid-like']],
    ['amoxicillin', ['penicillin']],
  ] as const) {
    hims.putRow({
      table: 'medicine',
      row: { code, name: code, strength: '500 mg', form: 'tablet', groups: [...groups], shelf: 'B 1' },
    })
    for (const [lot, expiry, units] of [
      ['late', '2028-01-31', 50],
      ['soon', '2027-01-31', 6],
      ['old', '2026-01-31', 90],
    ] as const) {
      const id = `${code}-${lot}`
      hims.putRow({ table: 'lot', row: { id, medicine: code, lot, expiry } })
      const received = {
        id: `r-${id}`,
        lotId: id,
        delta: units,
        reason: 'received',
        at: '2026-11-01T05:00:00.000Z',
      } as const
      hims.putRow({ table: 'stock_event', row: received })
    }
  }
  hims.putRow({
    table: 'prescription',
    row: {
      id: prescriptionId,
      personId: someone.id,
      prescriber: 'Dr Rao',
      department: 'medicine',
      writtenAt: '2026-11-22T04:00:00.000Z',
      status: 'active',
      items: [
        { id: items.paracetamol, medicine: 'paracetamol', dose, days: 5, quantity: 10 },
        { id: items.amoxicillin, medicine: 'amoxicillin', dose, days: 5, quantity: 10 },
      ],
    },
  })
}

function giveRights(hims: HimsStub, epoch = 1): void {
  const holder: TerminalId | undefined = [...hims.terminals.values()][0]?.id
  assert.ok(holder)
  for (const itemId of Object.values(items)) {
    hims.putRow({
      table: 'right',
      row: { id: RightId.parse(newId()), itemId, prescriptionId, left: 10, holder, epoch },
    })
  }
}

const pick = async (terminal: FakeTerminal) =>
  PickList.nullable().parse(await terminal.want('pick.open', { personId: someone.id }))
const ask = async (terminal: FakeTerminal, ...lines: { itemId: string; lotId: string; quantity: number }[]) =>
  give.parse(await terminal.want('dispense.give', { prescriptionId, lines }))
const line = (quantity: number, lotId = 'paracetamol-late', itemId: string = items.paracetamol) => ({
  itemId,
  lotId,
  quantity,
})

async function pharmacyWithRights(epoch = 1) {
  const { terminal, hims } = await workingTerminal(folder, 'pharmacy', stock)
  giveRights(hims, epoch)
  await until(async () =>
    JSON.stringify(await pick(terminal)).includes(epoch === 1 ? '"rightHere":true' : '"rightHere":false'),
  )
  return { terminal, hims }
}

test('lines show what may be given, first expiry first and expired lots last', async () => {
  const { terminal } = await pharmacyWithRights()
  const lines = (await pick(terminal))?.prescriptions[0]?.lines ?? []
  assert.deepEqual(
    lines.map(({ mayGive, rightHere }) => [mayGive, rightHere]),
    [
      [10, true],
      [10, true],
    ],
  )
  assert.deepEqual(
    lines[0]?.lots.map(({ lot, here, expired }) => [lot.lot, here, expired]),
    [
      ['soon', 6, false],
      ['late', 50, false],
      ['old', 90, true],
    ],
  )
  const found = z.array(z.object({ open: z.int() })).parse(await terminal.want('pick.find', { text: 'rekha' }))
  assert.deepEqual(
    found.map(({ open }) => open),
    [2],
  )
  assert.equal(z.array(z.unknown()).parse(await terminal.want('pick.find', { text: '' })).length, 1)
})

test('what came back by mistake and what was never given are given together, each by its own right', async () => {
  const { terminal, hims } = await pharmacyWithRights()
  const mine = async () => (await pick(terminal))?.prescriptions[0]?.lines[0]
  const wrong = await ask(terminal, line(6, 'paracetamol-soon'))
  assert.equal(wrong.kind, 'given')
  const [handed] = pharmacy.channels['back.list'].output.parse(
    await terminal.want('back.list', { personId: someone.id }),
  )
  const back = { dispenseId: handed?.dispenseId, quantity: 6, cause: 'by-mistake', state: 'unopened' }
  assert.deepEqual(await terminal.want('back.take', back), { kind: 'taken', to: 'shelf', mayGiveAgain: true })
  assert.equal((await mine())?.mayGive, 10)
  assert.deepEqual(await ask(terminal, line(11)), {
    kind: 'refused',
    reason: 'more-than-right',
    itemId: items.paracetamol,
  })
  const given = await ask(terminal, line(9))
  assert.ok(given.kind === 'given')
  assert.equal(given.labels.length, 1)
  assert.equal((await mine())?.mayGive, 1)
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const told = hims.mutations.flatMap((body) => (body.kind === 'dispense.recorded' ? [body.dispense.quantity] : []))
  assert.deepEqual(told, [6, 6, 3])
})

test('who waits is found among any number of namesakes, by a name, its sound or the end of a phone', async () => {
  const { terminal, hims } = await workingTerminal(folder, 'pharmacy', (filling) => {
    stock(filling)
    for (let at = 0; at < 40; at++) filling.putRow({ table: 'person', row: person({ latin: 'Rekha Sharma' }) })
    const token = { department: 'medicine', day: '2026-11-22', prefix: 'M', number: 148 }
    const visit = { id: VisitId.parse(newId()), personId: someone.id, token, openedAt: '2026-11-22T04:00:00.000Z' }
    filling.putRow({ table: 'visit', row: { ...visit, terminal: TerminalId.parse(newId()) } })
  })
  giveRights(hims)
  await until(async () => JSON.stringify(await pick(terminal)).includes('"rightHere":true'))
  for (const text of ['rekha', 'sharma', 'रेखा', 'Rekha Sharma 45', '3210', 'rekha 3210', 'm-148', 'M १४८']) {
    const found = z
      .array(z.object({ person: z.object({ id: z.string() }) }))
      .parse(await terminal.want('pick.find', { text }))
    assert.deepEqual(
      found.map(({ person: { id } }) => id),
      [someone.id],
      text,
    )
  }
  assert.deepEqual(await terminal.want('pick.find', { text: 'mohan' }), [])
})

test('a number alone is the token of today, then whatever else it may be', async () => {
  const suresh = person({ latin: 'Suresh Lal', phone: '9811110148' })
  const paper = PrescriptionId.parse(newId())
  const itemId = PrescriptionItemId.parse(newId())
  const { terminal, hims } = await workingTerminal(folder, 'pharmacy', (filling) => {
    stock(filling)
    filling.putRow({ table: 'person', row: suresh })
    const item = { id: itemId, medicine: 'paracetamol', dose, days: 5, quantity: 10 }
    const written = { prescriber: 'Dr Rao', department: 'medicine', writtenAt: '2026-11-22T04:00:00.000Z' }
    filling.putRow({
      table: 'prescription',
      row: { id: paper, personId: suresh.id, ...written, status: 'active', items: [item] },
    })
    const tokens = [
      [someone.id, '2026-11-22', 'M', 148],
      [suresh.id, '2026-11-21', 'M', 148],
      [suresh.id, '2026-11-22', 'D', 32],
      [someone.id, '2026-11-22', 'E', 32],
    ] as const
    for (const [personId, day, prefix, number] of tokens) {
      const visit = { id: VisitId.parse(newId()), personId, openedAt: `${day}T04:00:00.000Z` }
      const token = { department: 'medicine', day, prefix, number }
      filling.putRow({ table: 'visit', row: { ...visit, token, terminal: TerminalId.parse(newId()) } })
    }
  })
  giveRights(hims)
  const holder = [...hims.terminals.values()][0]?.id
  assert.ok(holder)
  const right = { id: RightId.parse(newId()), itemId, prescriptionId: paper, left: 10, holder, epoch: 1 }
  hims.putRow({ table: 'right', row: right })
  const found = async (text: string) =>
    z
      .array(z.object({ person: z.object({ name: z.object({ latin: z.string() }) }) }))
      .parse(await terminal.want('pick.find', { text }))
      .map(({ person: { name } }) => name.latin)
  await until(async () => (await found('')).length === 2)
  const [rekha, lal] = ['Rekha Sharma', 'Suresh Lal']
  for (const text of ['148', ' 148 ', '१४८', '੧੪੮', '۱۴۸']) assert.deepEqual(await found(text), [rekha], text)
  assert.deepEqual(await found('32'), [lal, rekha])
  // The token 148 and the end of a phone.
  assert.deepEqual(await found('0148'), [rekha, lal])
  assert.deepEqual(await found('149'), [])
})

test('what is given leaves right and shelf at once, and HIMS counts it once', async () => {
  const { terminal, hims } = await pharmacyWithRights()
  const given = await ask(terminal, line(6, 'paracetamol-soon'), line(2))
  assert.ok(given.kind === 'given')
  assert.equal(given.labels.length, 2)
  assert.notEqual(given.owed, null)
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  await until(async () => (await pick(terminal))?.prescriptions[0]?.lines[0]?.mayGive === 2)
  const first = (await pick(terminal))?.prescriptions[0]?.lines[0]
  assert.equal(first?.given, 8)
  assert.deepEqual(
    first?.lots.map(({ lot, here }) => [lot.lot, here]),
    [
      ['late', 48],
      ['old', 90],
    ],
  )
  assert.equal(hims.mutations.length, 2)
  assert.deepEqual(await ask(terminal, line(3)), {
    kind: 'refused',
    reason: 'more-than-right',
    itemId: items.paracetamol,
  })
  assert.equal((await ask(terminal, line(2))).kind, 'given')
})

test('nothing is given beyond the right, the shelf, the date or the epoch, not even in two lines', async () => {
  const { terminal } = await pharmacyWithRights()
  const refused = async (reason: string, ...lines: Parameters<typeof line>[]) => {
    const answer = await ask(terminal, ...lines.map((asked) => line(...asked)))
    assert.deepEqual(answer.kind === 'refused' ? answer.reason : answer.kind, reason)
  }
  await refused('more-than-right', [11])
  await refused('more-than-right', [6], [5])
  await refused('more-than-stock', [7, 'paracetamol-soon'])
  await refused('more-than-stock', [4, 'paracetamol-soon'], [3, 'paracetamol-soon'])
  await refused('expired-lot', [1, 'paracetamol-old'])
  await refused('unknown', [1, 'amoxicillin-late'])
  assert.equal((await pick(terminal))?.prescriptions[0]?.lines[0]?.mayGive, 10)
})

test('a right of another epoch is no right', async () => {
  const { terminal } = await pharmacyWithRights(2)
  const answer = await ask(terminal, line(1))
  assert.deepEqual(answer, { kind: 'refused', reason: 'no-right', itemId: items.paracetamol })
})

test('an allergy stops the medicine, and what stays right is what was really given', async () => {
  const { terminal, hims } = await pharmacyWithRights()
  hims.putRow({
    table: 'allergy',
    row: {
      id: 'a1',
      personId: someone.id,
      group: 'penicillin',
      criticality: 'high',
      verification: 'unconfirmed',
      notedOn: '2026-01-01',
    },
  })
  await until(async () => (await pick(terminal))?.allergies.length === 1)
  const answer = await ask(terminal, line(1), line(1, 'amoxicillin-late', items.amoxicillin))
  assert.deepEqual(answer, { kind: 'refused', reason: 'allergy', itemId: items.amoxicillin })
  assert.equal(
    (await pick(terminal))?.prescriptions[0]?.lines[0]?.given,
    0,
    'one refused line keeps all from being given',
  )
  const found = pharmacy.channels['stock.shelf'].output.parse(await terminal.want('stock.shelf', { text: 'parac' }))
  assert.equal(found[0]?.usable, 56)
})

test('a medicine that an allergy stops is not said to be owed', async () => {
  const { terminal, hims } = await pharmacyWithRights()
  const allergy = { id: 'a2', personId: someone.id, group: 'penicillin', notedOn: '2026-01-01' }
  hims.putRow({ table: 'allergy', row: { ...allergy, criticality: 'high', verification: 'confirmed' } })
  await until(async () => (await pick(terminal))?.allergies.length === 1)
  const all = await ask(terminal, line(10))
  assert.ok(all.kind === 'given')
  assert.equal(all.owed, null)
})
