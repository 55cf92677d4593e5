import assert from 'node:assert/strict'
import { test } from 'node:test'

import { OperatorId, TerminalId } from '../../../domain/id.ts'
import type { Lot, StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { paperAgainst } from '../../../domain/pharmacy/stock-against.ts'
import { OWN_SHELF, expiryBand, shelvesOf, unitsOf } from '../../../domain/pharmacy/stock-ledger.ts'
import type { StockLine, StockPaper } from '../../../domain/pharmacy/stock-paper.ts'
import { afterDelivery, requestFor } from '../../../domain/pharmacy/stock-reorder.ts'
import { judgePaper, lotIdOf, needsRecount } from '../../../domain/pharmacy/stock-rule.ts'
import type { StockKnown } from '../../../domain/pharmacy/stock-rule.ts'

const paracetamol = { name: 'Paracetamol', groups: [] }
const morphine = { name: 'Morphine', groups: ['opioid'] }
const lot: Lot = { id: 'l1', medicine: 'paracetamol', lot: 'A1', expiry: '2027-06-30' }
const listed: Lot = { id: 'l2', medicine: 'morphine', lot: 'M1', expiry: '2027-06-30' }

const known: StockKnown = {
  today: '2026-11-22',
  isStore: (code) => [OWN_SHELF, 'main'].includes(code),
  lot: (id) => [lot, listed].find((each) => each.id === id) ?? null,
  medicineOf: (number) => (number === 'A1' ? 'paracetamol' : null),
  medicine: (code) => (code === 'morphine' ? morphine : paracetamol),
  units: () => 100,
}

const line = (more: Partial<StockLine> = {}): StockLine => ({
  lotId: 'l1',
  medicine: 'paracetamol',
  expected: 100,
  found: 100,
  damaged: 0,
  ...more,
})

const paper = (kind: StockPaper['kind'], lines: readonly StockLine[], more: Partial<StockPaper> = {}): StockPaper => ({
  id: '01926c00-0000-4000-8000-000000000001',
  kind,
  store: 'main',
  other: kind === 'sent' ? OWN_SHELF : null,
  reference: '',
  lines: [...lines],
  at: '2026-11-22T05:00:00.000Z',
  by: OperatorId.parse('asha'),
  witness: null,
  terminal: TerminalId.parse('01926c00-0000-7000-8000-000000000009'),
  note: '',
  ...more,
})

const faultOf = (said: StockPaper, lots: readonly Lot[] = []) => {
  const verdict = judgePaper(said, lots, known)
  return verdict.ok ? 'fits' : verdict.problem.reason
}
const moves = (said: StockPaper) => {
  const verdict = judgePaper(said, [], known)
  assert.ok(verdict.ok)
  return verdict.value.map(({ store, delta, found }) => [store, delta, ...(found === undefined ? [] : [found])])
}

test('a paper moves the ledger by what reaches a shelf', () => {
  assert.deepEqual(moves(paper('received', [line({ found: 90, damaged: 5 })])), [['main', 85]])
  assert.deepEqual(moves(paper('sent', [line({ found: 40 })])), [
    ['main', -40],
    [OWN_SHELF, 40],
  ])
  assert.deepEqual(moves(paper('sent', [line({ found: 40 })], { other: 'A supplier' })), [['main', -40]])
  assert.deepEqual(moves(paper('counted', [line({ found: 97 })])), [['main', -3, 97]])
  assert.deepEqual(moves(paper('destroyed', [line({ found: 9 })])), [['main', -9]])
  assert.deepEqual(moves(paper('returned', [line({ found: 9, damaged: 1 })])), [['main', 8]])
})

test('what cannot be is refused with its reason', () => {
  const stale: Lot = { ...lot, id: 'l3', lot: 'B9', expiry: '2026-11-21' }
  assert.equal(faultOf(paper('received', [line()], { store: 'nowhere' })), 'unknown-store')
  assert.equal(faultOf(paper('sent', [line()], { other: 'main' })), 'same-store')
  assert.equal(faultOf(paper('received', [line({ lotId: 'l9' })])), 'unknown-lot')
  assert.equal(faultOf(paper('received', [line({ medicine: 'morphine' })])), 'other-medicine')
  assert.equal(faultOf(paper('received', [line({ lotId: 'l3' })]), [stale]), 'expired-lot')
  assert.equal(faultOf(paper('received', [line({ lotId: 'l3' })]), [{ ...stale, expiry: known.today }]), 'fits')
  assert.equal(faultOf(paper('sent', [line({ found: 101 })])), 'more-than-shelf')
  assert.equal(faultOf(paper('received', [line({ found: 1, damaged: 2 })])), 'more-damaged')
  assert.equal(faultOf(paper('sent', [line({ found: 9, damaged: 1 })])), 'more-damaged')
  assert.equal(faultOf(paper('received', [line(), line()])), 'twice')
  assert.equal(faultOf(paper('received', [line({ found: 0 })])), 'nothing')
  assert.equal(faultOf(paper('counted', [line({ expected: null })])), 'nothing-expected')
})

test('a lot number belongs to one medicine, a lot to one date', () => {
  const other: Lot = { id: 'l5', medicine: 'morphine', lot: 'A1', expiry: '2028-01-31' }
  assert.equal(faultOf(paper('received', [line({ lotId: 'l5', medicine: 'morphine' })]), [other]), 'other-medicine')
  assert.equal(faultOf(paper('received', [line()]), [{ ...lot, expiry: '2027-07-31' }]), 'other-expiry')
  assert.equal(faultOf(paper('received', [line()]), [{ ...lot, id: 'l7', lot: 'Z' }]), 'unknown-lot')
})

test('a large difference is counted again, of a listed drug every one', () => {
  assert.equal(faultOf(paper('counted', [line({ found: 95 })])), 'fits')
  assert.equal(faultOf(paper('counted', [line({ found: 94 })])), 'recount')
  assert.equal(faultOf(paper('counted', [line({ found: 94, recounted: true })])), 'fits')
  assert.equal(needsRecount({ expected: 1000, found: 980 }, paracetamol), false)
  assert.equal(needsRecount({ expected: 1000, found: 979 }, paracetamol), true)
  assert.equal(faultOf(paper('counted', [line({ lotId: 'l2', medicine: 'morphine', found: 99 })])), 'recount')
})

test('two people see a listed drug destroyed', () => {
  const gone = paper('destroyed', [line({ lotId: 'l2', medicine: 'morphine', found: 3 })])
  assert.equal(faultOf(gone), 'witness')
  assert.equal(faultOf({ ...gone, witness: gone.by }), 'witness')
  assert.equal(faultOf({ ...gone, witness: OperatorId.parse('ravi') }), 'fits')
})

const event = (at: number, delta: number, found?: number): StockEvent => ({
  id: `e${at}`,
  lotId: 'l1',
  delta,
  reason: found === undefined ? 'dispensed' : 'counted',
  at: new Date(at * 1000).toISOString(),
  ...(found === undefined ? {} : { found }),
})

test('a count knows what was given behind its back', () => {
  const events = [event(1, 100), event(2, -10), event(3, -100 + 90, 90), event(4, -5)]
  // What was given at 2 was heard of after the count at 3, which saw it missing from the shelf.
  assert.equal(unitsOf(events), 85)
  assert.equal(unitsOf(events.toReversed()), 85)
  assert.equal(unitsOf([...events, event(5, 0, 80)]), 80)
  assert.deepEqual(
    [...shelvesOf([event(1, 3), { ...event(2, 4), store: 'main' }])],
    [
      ['pharmacy l1', 3],
      ['main l1', 4],
    ],
  )
})

test('a wrong paper is answered by one that takes it back', () => {
  const isStore = known.isStore
  const against = (said: StockPaper) => {
    const answer = paperAgainst(said, isStore)
    assert.ok(answer)
    assert.equal(answer.reference, said.id)
    return moves({ ...said, ...answer })
  }
  assert.deepEqual(against(paper('received', [line({ found: 10, damaged: 2 })])), [['main', -8]])
  assert.deepEqual(against(paper('sent', [line({ found: 10 })])), [
    [OWN_SHELF, -10],
    ['main', 10],
  ])
  assert.deepEqual(against(paper('destroyed', [line({ found: 10 })])), [['main', 10]])
  assert.equal(paperAgainst(paper('counted', [line({ found: 97 })]), isStore), null)
  assert.equal(paperAgainst(paper('received', [line({ found: 2, damaged: 2 })]), isStore), null)
})

test('one lot has one name wherever it is received', () => {
  assert.equal(lotIdOf('h', 'paracetamol', ' a 12 '), lotIdOf('h', 'paracetamol', 'A12'))
  const long = (medicine: string) => lotIdOf('h', medicine, 'L'.repeat(40))
  assert.ok(long('m'.repeat(80)).length <= 80)
  assert.notEqual(long('m'.repeat(80)), long(`${'m'.repeat(79)}n`))
})

test('days to the end of a lot fall into bands', () => {
  const bands = ['2026-11-21', '2026-11-22', '2026-12-22', '2026-12-23', '2027-02-20', '2027-02-21']
  assert.deepEqual(
    bands.map((expiry) => expiryBand(expiry, '2026-11-22')),
    [0, 30, 30, 60, 90, null],
  )
})

test('a wish is made once, and filled in parts by what names it', () => {
  const level = { id: 'paracetamol', least: 100, wanted: 500 }
  const at = '2026-11-22T05:00:00.000Z'
  assert.equal(requestFor(level, 100, { before: 0, at }), null)
  const wish = requestFor(level, 99, { before: 2, at })
  assert.ok(wish)
  assert.deepEqual([wish.id, wish.quantity], ['paracetamol.3', 401])
  const part = afterDelivery(wish, paper('received', [line({ found: 400, damaged: 10 })], { reference: wish.id }))
  assert.deepEqual([part.received, part.status], [390, 'active'])
  const whole = afterDelivery(part, paper('received', [line({ found: 11 })], { reference: wish.id }))
  assert.deepEqual([whole.received, whole.status], [401, 'completed'])
  assert.equal(afterDelivery(wish, paper('received', [line()], { reference: 'another' })), wish)
})

test('what two counters find of one transfer is added up, with a count between sending and finding', () => {
  const sent = paper('sent', [line({ found: 10, expected: null })], { at: '2026-11-22T05:00:00.000Z' })
  const eventsOf = (each: StockPaper): readonly StockEvent[] => {
    const verdict = judgePaper(each, [], known)
    assert.ok(verdict.ok, JSON.stringify(verdict))
    return verdict.value
  }
  const found = (id: string, units: number, at: string) =>
    paper('arrived', [line({ found: units, expected: 10 })], {
      id: `01926c00-0000-4000-8000-00000000000${id}`,
      store: OWN_SHELF,
      other: 'main',
      reference: sent.id,
      sentAt: sent.at,
      at,
    })
  const empty = paper('counted', [line({ found: 0, expected: 10, recounted: true })], {
    id: '01926c00-0000-4000-8000-000000000009',
    store: OWN_SHELF,
    at: '2026-11-22T05:30:00.000Z',
  })
  // Neither of them has heard of the other.
  const [one, other] = [found('2', 4, '2026-11-22T06:00:00.000Z'), found('3', 5, '2026-11-22T06:01:00.000Z')]
  const here = (papers: readonly StockPaper[]) => {
    const rows = new Map(papers.flatMap(eventsOf).map((each) => [each.id, each]))
    return unitsOf([...rows.values()].filter(({ store }) => store === OWN_SHELF))
  }
  assert.equal(here([sent]), 10)
  assert.equal(here([sent, one]), 4)
  assert.equal(here([sent, one, other]), 9)
  assert.equal(here([sent, empty]), 0)
  assert.equal(here([sent, empty, one, other]), 9)
})
