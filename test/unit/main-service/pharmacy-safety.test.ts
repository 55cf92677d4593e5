import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { PickList, pharmacy } from '../../../contract/pharmacy.ts'
import { ScanAnswer } from '../../../contract/shell.ts'
import { MutationId, OperatorId, PrescriptionId, PrescriptionItemId, RightId, TerminalId } from '../../../domain/id.ts'
import { checkDigitOf } from '../../../domain/pharmacy/gtin.ts'
import type { Dispense } from '../../../domain/pharmacy/prescription.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { newId, operator, person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const someone = person({ latin: 'Rekha Sharma', phone: '9876543210' })
const received = '2026-11-01T05:00:00.000Z'
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
const give = pharmacy.channels['dispense.give'].output
const now = PrescriptionId.parse(newId())
const medicines = ['Warfarin', 'Metronidazole', 'Morphine', 'Metformin'] as const
const codeOf = (name: string) => name.toLowerCase()
const itemIds = new Map(medicines.map((name) => [name, PrescriptionItemId.parse(newId())]))
const itemOf = (name: (typeof medicines)[number]) => itemIds.get(name) ?? PrescriptionItemId.parse(newId())
const gtinOf = (at: number) => {
  const body = `02000000000${at}0`
  return body + checkDigitOf(body)
}

function stock(hims: HimsStub): void {
  hims.putRow({ table: 'person', row: someone })
  hims.putRow({ table: 'operator', row: { ...operator('meera', ['pharmacist']), name: 'Meera' } })
  for (const [at, name] of medicines.entries()) {
    const code = codeOf(name)
    const packs = [{ gtin: gtinOf(at), units: 10 }]
    const groups = name === 'Morphine' ? ['opioid'] : []
    hims.putRow({
      table: 'medicine',
      row: { code, name, strength: '5 mg', form: 'tablet', groups, shelf: 'B 1', packs },
    })
    for (const [lot, expiry] of [
      ['S-01', '2027-01-31'],
      ['L-02', '2028-01-31'],
      ['O-03', '2026-01-31'],
    ] as const) {
      const id = `${code}-${lot}`
      hims.putRow({ table: 'lot', row: { id, medicine: code, lot, expiry } })
      hims.putRow({
        table: 'stock_event',
        row: { id: `r-${id}`, lotId: id, delta: 100, reason: 'received', at: received },
      })
    }
  }
  const written = { personId: someone.id, prescriber: 'Dr Rao', department: 'medicine', status: 'active' } as const
  const item = (name: (typeof medicines)[number]) => ({
    id: itemOf(name),
    medicine: codeOf(name),
    dose,
    days: 10,
    quantity: 20,
  })
  hims.putRow({
    table: 'prescription',
    row: { ...written, id: now, writtenAt: '2026-11-22T04:00:00.000Z', items: medicines.map(item) },
  })
}

const holderOf = (hims: HimsStub) => {
  const holder = [...hims.terminals.values()][0]?.id
  assert.ok(holder)
  return holder
}

/** Twenty tablets that another counter gave this person on a day. */
function gave(hims: HimsStub, name: (typeof medicines)[number], at: string): void {
  const item = { id: PrescriptionItemId.parse(newId()), medicine: codeOf(name), dose, days: 10, quantity: 20 }
  const id = PrescriptionId.parse(newId())
  const written = { personId: someone.id, prescriber: 'Dr Sen', department: 'heart', status: 'completed' } as const
  hims.putRow({ table: 'prescription', row: { ...written, id, writtenAt: at, items: [item] } })
  const row: Dispense = {
    id: MutationId.parse(newId()),
    rightId: RightId.parse(newId()),
    itemId: item.id,
    prescriptionId: id,
    personId: someone.id,
    lotId: `${codeOf(name)}-S-01`,
    quantity: 20,
    at,
    operator: OperatorId.parse('asha'),
    terminal: TerminalId.parse(newId()),
  }
  hims.putRow({ table: 'dispense', row })
}

const pick = async (terminal: FakeTerminal) =>
  PickList.nullable().parse(await terminal.want('pick.open', { personId: someone.id }))
const lineOf = async (terminal: FakeTerminal, name: string) =>
  (await pick(terminal))?.prescriptions
    .find(({ prescription }) => prescription.id === now)
    ?.lines.find(({ medicine }) => medicine.name === name)

async function opened() {
  const { terminal, hims } = await workingTerminal(folder, 'pharmacy', stock)
  for (const itemId of itemIds.values())
    hims.putRow({
      table: 'right',
      row: { id: RightId.parse(newId()), itemId, prescriptionId: now, left: 20, holder: holderOf(hims), epoch: 1 },
    })
  await until(async () => (await lineOf(terminal, 'Metformin'))?.rightHere === true)
  return { terminal, hims }
}

const line = (name: (typeof medicines)[number], more: object = {}) => ({
  itemId: itemOf(name),
  lotId: `${codeOf(name)}-S-01`,
  quantity: 5,
  ...more,
})
const ask = async (terminal: FakeTerminal, lines: readonly object[], more: object = {}) => {
  const answer = give.parse(await terminal.want('dispense.give', { prescriptionId: now, lines, ...more }))
  return answer.kind === 'refused' ? answer.reason : answer.kind
}
const scan = async (terminal: FakeTerminal, text: string) => {
  const { pack } = ScanAnswer.parse(await terminal.want('scan.text', { text, source: 'wedge' }))
  if (pack?.kind !== 'read') return pack
  const { medicine, lot, held, units, reason } = pack
  return [medicine?.name, lot?.lot, held, units, reason]
}

test('a pack is known by its code, with its lot, its date and what is said of the lot', async () => {
  const { terminal, hims } = await opened()
  const code = `01${gtinOf(3)}17270131`
  assert.deepEqual(await scan(terminal, `]d2${code}10S-01`), ['Metformin', 'S-01', null, 10, ''])
  assert.deepEqual(await scan(terminal, `${code}10s01\u001d21777`), ['Metformin', 'S-01', null, 10, ''])
  assert.deepEqual(await scan(terminal, `(01)${gtinOf(3)}(10)O-03`), ['Metformin', 'O-03', 'expired', 10, ''])
  assert.deepEqual(await scan(terminal, `01${gtinOf(3)}17260930`), ['Metformin', undefined, 'expired', 10, ''])
  assert.deepEqual(await scan(terminal, '9501101530003'), [undefined, undefined, null, null, ''])
  assert.deepEqual(await scan(terminal, '9501101530004'), { kind: 'broken', fault: 'wrong-check-digit' })
  assert.equal(await scan(terminal, 'https://example.org'), undefined)
  const mark = { state: 'recalled', reason: 'Drug alert 7', at: '2026-11-22T04:00:00.000Z' } as const
  hims.putRow({ table: 'lot_mark', row: { ...mark, id: 'metformin-S-01', by: OperatorId.parse('asha') } })
  await until(
    async () => (await lineOf(terminal, 'Metformin'))?.lots.some(({ mark: held }) => held !== undefined) === true,
  )
  assert.deepEqual(await scan(terminal, `${code}10S-01`), ['Metformin', 'S-01', 'recalled', 10, 'Drug alert 7'])
})

test('a carton counts for every pack in it, and a lot that is written alike is not taken for the one that was read', async () => {
  const { terminal, hims } = await opened()
  const carton = (count: string) => scan(terminal, `02${gtinOf(3)}37${count}\u001d10S-01`)
  assert.deepEqual(await carton('12'), ['Metformin', 'S-01', null, 120, ''])
  assert.deepEqual(await carton('0'), ['Metformin', 'S-01', null, 10, ''])
  hims.putRow({ table: 'lot', row: { id: 'like', medicine: 'metformin', lot: 'S01', expiry: '2029-01-31' } })
  await until(async () => JSON.stringify(await scan(terminal, `01${gtinOf(3)}10S01`)).includes('"S01"'))
  // The date of S01 is the later one, so that a mere likeness would find the other.
  for (const [lot, known] of [
    ['S-01', 'S-01'],
    ['s-01', 'S-01'],
    ['S01', 'S01'],
    ['s01', 'S01'],
  ])
    assert.deepEqual(await scan(terminal, `01${gtinOf(3)}10${lot}`), ['Metformin', known, null, 10, ''])
})

test('what was taken back before any of it was given speaks against nothing', async () => {
  const { terminal, hims } = await opened()
  const event = { id: newId(), prescriptionId: now, at: '2026-11-22T05:00:00.000Z', words: '' }
  const row = {
    ...event,
    by: OperatorId.parse('asha'),
    terminal: TerminalId.parse(newId()),
    items: [itemOf('Warfarin')],
  }
  hims.putRow({ table: 'order_event', row: { ...row, kind: 'taken-back' } })
  await until(async () => (await lineOf(terminal, 'Warfarin'))?.closed === 'taken-back')
  assert.deepEqual((await lineOf(terminal, 'Metronidazole'))?.warnings, [])
  assert.equal(await ask(terminal, [line('Metronidazole')]), 'given')
})

test('a lot that is recalled or set aside is listed last and never given', async () => {
  const { terminal, hims } = await opened()
  for (const state of ['quarantined', 'recalled'] as const) {
    const row = {
      id: 'metformin-S-01',
      state,
      reason: 'x',
      at: '2026-11-22T04:00:00.000Z',
      by: OperatorId.parse('asha'),
    }
    hims.putRow({ table: 'lot_mark', row })
    await until(
      async () => (await lineOf(terminal, 'Metformin'))?.lots.some(({ mark }) => mark?.state === state) === true,
    )
    const lots = (await lineOf(terminal, 'Metformin'))?.lots.map(({ lot }) => lot.lot)
    assert.deepEqual(lots, ['L-02', 'O-03', 'S-01'])
    assert.equal(await ask(terminal, [line('Metformin')]), 'held-lot')
  }
  assert.equal(await ask(terminal, [line('Metformin', { lotId: 'metformin-O-03' })]), 'expired-lot')
  assert.equal(await ask(terminal, [line('Metformin', { lotId: 'metformin-L-02' })]), 'given')
})

test('a severe pair on one list is told of at its second line, and wants a reason that HIMS hears', async () => {
  const { terminal, hims } = await opened()
  const told = async (name: string) =>
    (await lineOf(terminal, name))?.warnings.map((each) => (each.kind === 'interaction' ? each.id : each.kind))
  assert.deepEqual(await told('Warfarin'), [])
  assert.deepEqual(await told('Metronidazole'), ['warfarin-level-up'])
  assert.equal(await ask(terminal, [line('Warfarin'), line('Metronidazole')]), 'reason-missing')
  assert.equal(await ask(terminal, [line('Warfarin', { reason: 'not needed' })]), 'given')
  assert.equal(await ask(terminal, [line('Metronidazole', { reason: 'Dr Rao checks the INR' })]), 'given')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const said = hims.mutations.flatMap((body) => (body.kind === 'dispense.recorded' ? [body.dispense.reason] : []))
  assert.deepEqual(said, [undefined, 'Dr Rao checks the INR'])
})

test('what another order gave and still lasts is a second supply', async () => {
  const { terminal, hims } = await opened()
  gave(hims, 'Metformin', '2026-11-20T05:00:00.000Z')
  await until(async () => (await lineOf(terminal, 'Metformin'))?.warnings.length === 1)
  const [warning] = (await lineOf(terminal, 'Metformin'))?.warnings ?? []
  assert.ok(warning?.kind === 'duplicate')
  assert.equal(warning.until, '2026-11-29')
  assert.deepEqual(
    (await pick(terminal))?.fills.map(({ day, medicine, quantity }) => [day, medicine.code, quantity]),
    [['2026-11-20', 'metformin', 20]],
  )
  assert.equal(await ask(terminal, [line('Metformin')]), 'reason-missing')
  assert.equal(await ask(terminal, [line('Metformin', { reason: 'lost the strip' })]), 'given')
})

test('a listed medicine leaves only under two PINs, and the second name goes with it', async () => {
  const { terminal, hims } = await opened()
  const lines = [line('Morphine'), line('Metformin')]
  const second = (witness: string, pin = '2468') => ({ second: { witness, pin } })
  assert.equal(await ask(terminal, lines), 'two-persons')
  assert.equal(await ask(terminal, lines, second('asha')), 'one-person')
  assert.equal(await ask(terminal, lines, second('meera', '9999')), 'wrong')
  assert.equal(await ask(terminal, lines, second('nobody')), 'wrong')
  assert.equal(await ask(terminal, lines, second('meera')), 'given')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const said = hims.mutations.flatMap((body) => (body.kind === 'dispense.recorded' ? [body.dispense.witness] : []))
  assert.deepEqual(said, ['meera', undefined])
})

test('what is short here is named with the stores that have it, and as of when', async () => {
  const { terminal, hims } = await opened()
  const name = { en: 'Main store', hi: 'भंडार', pa: 'ਸਟੋਰ', ur: 'اسٹور' }
  const room = { label: 'S 1', name, department: null, floor: -1, line: 'brick', open: true } as const
  hims.putRow({ table: 'room', row: { ...room, code: 'main-store', kind: 'store' } })
  hims.putRow({ table: 'room', row: { ...room, code: 'closed-store', kind: 'store', open: false } })
  const event = (id: string, lot: string, delta: number, store?: string) =>
    hims.putRow({
      table: 'stock_event',
      row: {
        id,
        lotId: `metformin-${lot}`,
        delta,
        reason: delta > 0 ? 'received' : 'sent',
        at: received,
        ...(store === undefined ? {} : { store }),
      },
    })
  event('m1', 'S-01', 240, 'main-store')
  event('m2', 'O-03', 500, 'main-store')
  event('m3', 'S-01', 300, 'closed-store')
  assert.equal((await lineOf(terminal, 'Metformin'))?.elsewhere, undefined, 'there is enough on this shelf')
  event('s1', 'S-01', -95)
  event('s2', 'L-02', -100)
  await until(async () => (await lineOf(terminal, 'Metformin'))?.elsewhere?.length === 1)
  assert.deepEqual((await lineOf(terminal, 'Metformin'))?.elsewhere, [{ name, units: 240 }])
  assert.ok((await pick(terminal))?.asOf)
})
