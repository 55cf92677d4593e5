import { OperatorId, TerminalId } from '../../domain/id.ts'
import { placeFor, QUARANTINE, stockBack } from '../../domain/pharmacy/give-back-rule.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { Lot, StockEvent } from '../../domain/pharmacy/medicine.ts'
import { paperAgainst } from '../../domain/pharmacy/stock-against.ts'
import { OWN_SHELF, storeOf, unitsOf } from '../../domain/pharmacy/stock-ledger.ts'
import type { LotMark, StockLine, StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import { arrivedLines, coming } from '../../domain/pharmacy/stock-transfer.ts'
import { eventsOf, judgePaper, needsRecount } from '../../domain/pharmacy/stock-rule.ts'
import type { StockKnown } from '../../domain/pharmacy/stock-rule.ts'

/** The product's own rules; a control breaks one of them. */
export const rules = { unitsOf, lotHold, judgePaper, paperAgainst, coming, placeFor, hims: true }
export type Rules = typeof rules

const DEEDS = 26
const DAY = 86_400_000
const START = Date.parse('2026-11-22T04:00:00.000Z')
const STORES = [OWN_SHELF, 'main'] as const
const JUDGED = [...STORES, QUARANTINE] as const
const by = OperatorId.parse('asha')
const terminals = [1, 2].map((n) => TerminalId.parse(`01926c00-0000-7000-8000-00000000000${n}`))
const medicine = { name: 'Metformin', groups: [] }
/** The first ends on the day after the first one, the second in a year. */
const lots: readonly Lot[] = [
  { id: 'l0', medicine: 'm', lot: 'A0', expiry: '2026-11-23' },
  { id: 'l1', medicine: 'm', lot: 'A1', expiry: '2027-11-22' },
]

type Said =
  | { readonly kind: 'paper'; readonly paper: StockPaper; readonly events: readonly StockEvent[] }
  | { readonly kind: 'moved'; readonly events: readonly StockEvent[] }
  | { readonly kind: 'mark'; readonly mark: LotMark }

interface Node {
  readonly events: Map<string, StockEvent>
  readonly marks: Map<string, LotMark>
  readonly papers: Map<string, StockPaper>
  readonly waiting: Said[]
}

const node = (): Node => ({ events: new Map(), marks: new Map(), papers: new Map(), waiting: [] })

export interface Came {
  readonly deeds: number
  /** Lots and stores where a ledger did not say what stood there when all had been heard of. */
  readonly wrongShelf: number
  readonly givenStopped: number
  /** Sums that follow from no paper, and were taken all the same. */
  readonly liesTaken: number
}

/** One random day or two of two pharmacies that share their stores, cut off from HIMS and each other now and then. */
export function runStock(random: () => number, use: Rules): Came {
  const shops = [node(), node()] as const
  const hims = node()
  const stands = new Map<string, number>()
  const own = new Set<string>()
  const transits: { readonly paper: StockPaper; readonly lot: string; left: number }[] = []
  const taken: { readonly lot: string; units: number }[] = []
  const came = { deeds: 0, wrongShelf: 0, givenStopped: 0, liesTaken: 0 }
  let [at, id] = [START, 0]
  const below = (limit: number): number => Math.floor(random() * limit)
  const moment = () => new Date((at += 1 + below(60_000))).toISOString()
  const today = () => new Date(at).toISOString().slice(0, 10)
  const newId = () => `00000000-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`
  const key = (lot: string, store: string) => `${store} ${lot}`
  const real = (lot: string, store: string) => stands.get(key(lot, store)) ?? 0
  const move = ({ lotId, delta, ...event }: StockEvent) =>
    stands.set(key(lotId, storeOf(event)), real(lotId, storeOf(event)) + delta)
  const ledger = ({ events }: Node, lot: string, store: string): number =>
    use.unitsOf([...events.values()].filter((event) => event.lotId === lot && storeOf(event) === store))
  const known = (where: Node, isJudge: boolean): StockKnown => ({
    today: today(),
    isStore: (code) => STORES.some((each) => each === code),
    lot: (lotId) => lots.find((lot) => lot.id === lotId) ?? null,
    medicineOf: () => 'm',
    medicine: () => medicine,
    units: (lot, store) => (isJudge ? null : ledger(where, lot, store)),
  })
  const mark = ({ marks }: Node, said: LotMark) => {
    const before = marks.get(said.id)
    if (before === undefined || before.at <= said.at) marks.set(said.id, said)
  }
  const keep = (where: Node, said: Said): void => {
    if (said.kind === 'mark') return mark(where, said.mark)
    if (said.kind === 'paper') where.papers.set(said.paper.id, said.paper)
    for (const event of said.events) where.events.set(event.id, event)
  }
  const say = (shop: Node, said: Said): void => {
    keep(shop, said)
    shop.waiting.push(said)
  }
  const isLie = ({ paper, events }: Extract<Said, { kind: 'paper' }>): boolean => {
    const verdict = use.judgePaper(paper, [], { ...known(hims, true), today: paper.at.slice(0, 10) })
    return !verdict.ok || JSON.stringify(verdict.value) !== JSON.stringify(events)
  }
  const send = (shop: Node, most: number): void => {
    for (const said of shop.waiting.splice(0, most)) {
      if (said.kind === 'paper' && use.hims && isLie(said)) continue
      keep(hims, said)
    }
  }
  const take = (shop: Node): void => {
    for (const [name, event] of hims.events) shop.events.set(name, event)
    for (const [name, paper] of hims.papers) shop.papers.set(name, paper)
    for (const each of hims.marks.values()) mark(shop, each)
  }
  const paperOf = (shop: Node, deed: Pick<StockPaper, 'kind' | 'store' | 'other'>, line: StockLine): StockPaper => {
    const terminal = terminals[shops.indexOf(shop)]
    if (terminal === undefined) throw new Error('Two pharmacies')
    return { ...deed, id: newId(), reference: '', lines: [line], at: moment(), by, witness: null, terminal, note: '' }
  }
  /** Writes a paper where the rule lets it; `isTrue`: what it says really happened. */
  const write = (shop: Node, paper: StockPaper, isTrue: boolean): boolean => {
    const verdict = use.judgePaper(paper, [], known(shop, false))
    if (!verdict.ok) return false
    say(shop, { kind: 'paper', paper, events: verdict.value })
    if (isTrue && paper.kind !== 'counted') for (const line of paper.lines) moveReally(paper, line)
    return true
  }
  /** What people carried, by no rule but the words of the paper. */
  const moveReally = ({ kind, store, other }: StockPaper, { lotId, found, damaged }: StockLine): void => {
    const add = (where: string, units: number) => stands.set(key(lotId, where), real(lotId, where) + units)
    if (kind === 'received' || kind === 'returned') return void add(store, found - damaged)
    add(store, -found)
    if (kind === 'sent' && other !== null && STORES.some((each) => each === other)) add(other, found)
  }
  const deed = (): void => {
    const shop = shops[below(2)] ?? shops[0]
    const lot = lots[below(2)] ?? lots[0]
    const store = STORES[below(2)] ?? OWN_SHELF
    const other = store === OWN_SHELF ? 'main' : OWN_SHELF
    if (lot === undefined) return
    const found = 1 + below(12)
    const line: StockLine = { lotId: lot.id, medicine: 'm', expected: found, found, damaged: below(3) === 0 ? 1 : 0 }
    const whole = { ...line, damaged: 0 }
    const isThere = real(lot.id, store) >= found
    switch (below(16)) {
      case 0:
      case 1:
        return void write(shop, paperOf(shop, { kind: 'received', store, other: 'Supplier' }, line), true)
      case 2:
        return isThere ? sendOver(shop, paperOf(shop, { kind: 'sent', store, other }, whole)) : undefined
      case 3:
        if (isThere) write(shop, paperOf(shop, { kind: 'destroyed', store, other: null }, whole), true)
        return
      case 4:
        return void write(shop, paperOf(shop, { kind: 'returned', store, other: null }, line), true)
      case 5:
      case 6:
        return count(shop, lot, store)
      case 7:
      case 8:
      case 9:
        return give(shop, lot, 1 + below(6))
      case 10: {
        const state = (['free', 'quarantined', 'recalled'] as const)[below(3)] ?? 'free'
        return say(shop, { kind: 'mark', mark: { id: lot.id, state, reason: 'x', at: moment(), by } })
      }
      case 11:
        return wrong(
          shop,
          below(2) === 0
            ? paperOf(shop, { kind: 'received', store, other: 'Supplier' }, line)
            : paperOf(shop, { kind: 'sent', store, other }, whole),
        )
      case 12:
      case 13:
        return arrive(shop, false)
      case 14:
        return bringBack(shop)
      case 15:
        return lie(shop, paperOf(shop, { kind: 'received', store, other: null }, line))
    }
  }
  /** Every other transfer is carried over at once, and nobody says so. */
  const sendOver = (shop: Node, paper: StockPaper): void => {
    const [line] = paper.lines
    if (below(2) === 0 || line === undefined) return void write(shop, paper, true)
    if (!write(shop, paper, false)) return
    const { lotId, found } = line
    stands.set(key(lotId, paper.store), real(lotId, paper.store) - found)
    transits.push({ paper, lot: lotId, left: found })
  }
  /** A part of what was sent is found, and one of it broken; the rest may be lost. */
  const arrive = (shop: Node, isLast: boolean): void => {
    const transit = transits[below(transits.length)]
    const sent = transit === undefined ? undefined : shop.papers.get(transit.paper.id)
    if (transit === undefined || sent === undefined || sent.other === null) return
    const { lot: lotId, left } = transit
    const found = isLast ? left : below(left + 1)
    const damaged = Math.min(found, below(2))
    const [line] = arrivedLines(use.coming(sent, [...shop.papers.values()]), [{ lotId, found, damaged }])
    if (line === undefined) return
    const words = { kind: 'arrived', store: sent.other, other: sent.store } as const
    const paper = { ...paperOf(shop, words, line), reference: sent.id, sentAt: sent.at }
    if (!write(shop, paper, false)) return
    stands.set(key(lotId, sent.other), real(lotId, sent.other) + found - damaged)
    transit.left -= found
    if (transit.left === 0 || below(4) === 0) transits.splice(transits.indexOf(transit), 1)
  }
  const bringBack = (shop: Node): void => {
    const one = taken[below(taken.length)]
    if (one === undefined || one.units === 0) return
    const quantity = 1 + below(one.units)
    const cause = below(2) === 0 ? 'by-mistake' : 'brought-back'
    const state = below(3) === 0 ? 'opened' : 'unopened'
    const to = use.placeFor({ cause, state })
    const back = { lotId: one.lot, quantity, cause, state, to, at: moment(), id: newId() } as const
    one.units -= quantity
    say(shop, { kind: 'moved', events: stockBack(back) })
    const place = cause === 'by-mistake' ? OWN_SHELF : QUARANTINE
    // What was opened is thrown away.
    if (state === 'unopened') stands.set(key(one.lot, place), real(one.lot, place) + quantity)
  }
  const count = (shop: Node, lot: Lot, store: string): void => {
    const expected = Math.max(0, ledger(shop, lot.id, store))
    const found = real(lot.id, store)
    const recounted = needsRecount({ expected, found }, medicine) ? { recounted: true as const } : {}
    const line: StockLine = { lotId: lot.id, medicine: 'm', expected, found, damaged: 0, ...recounted }
    write(shop, paperOf(shop, { kind: 'counted', store, other: null }, line), true)
  }
  const give = (shop: Node, lot: Lot, quantity: number): void => {
    if (use.lotHold(lot, shop.marks.get(lot.id) ?? null, today()) !== null) return
    if (ledger(shop, lot.id, OWN_SHELF) < quantity || real(lot.id, OWN_SHELF) < quantity) return
    const seen = shop.marks.get(lot.id)
    if (lot.expiry < today() || (seen !== undefined && seen.state !== 'free')) came.givenStopped += 1
    const event: StockEvent = { id: newId(), lotId: lot.id, delta: -quantity, reason: 'dispensed', at: moment() }
    move(event)
    say(shop, { kind: 'moved', events: [event] })
    taken.push({ lot: lot.id, units: quantity })
  }
  /** A paper about what never happened, taken back later; others may have counted in between. */
  const wrong = (shop: Node, paper: StockPaper): void => {
    if (!write(shop, paper, false)) return
    if (below(3) === 0) count(shop, lots[below(2)] ?? { ...paper, medicine: 'm', lot: '', expiry: '' }, paper.store)
    const answer = use.paperAgainst(paper, known(shop, false).isStore)
    if (answer === null) return
    const against: StockPaper = { ...paper, ...answer, lines: [...answer.lines], id: newId() }
    if (!write(shop, against, false)) for (const line of paper.lines) owned(paper, line)
  }
  /** Nobody could take it back, so it is put right on the shelf itself: by a count of every store it names. */
  const owned = ({ store, other, kind }: StockPaper, { lotId }: StockLine): void => {
    own.add(key(lotId, store))
    if (kind === 'sent' && other !== null) own.add(key(lotId, other))
  }
  const lie = (shop: Node, paper: StockPaper): void => {
    const [event] = eventsOf(paper, () => true)
    if (event === undefined) return
    const said: Said = { kind: 'paper', paper, events: [{ ...event, delta: event.delta + 5 }] }
    shop.waiting.push(said)
    own.add(`lie ${paper.id}`)
  }
  for (let n = 0; n < DEEDS; n += 1) {
    came.deeds += 1
    if (below(20) === 0) at += DAY
    const shop = shops[below(2)] ?? shops[0]
    const what = below(8)
    if (what === 0) send(shop, 1 + below(4))
    else if (what === 1) take(shop)
    else if (what === 2) {
      send(shop, 100)
      take(shop)
    } else deed()
  }
  const heal = (): void => {
    for (let round = 0; round < 2; round += 1) {
      for (const shop of shops) {
        send(shop, 1000)
        take(shop)
      }
    }
  }
  heal()
  while (transits.length > 0) arrive(shops[below(2)] ?? shops[0], true)
  heal()
  for (const where of [...shops, hims]) {
    for (const lot of lots) {
      for (const store of JUDGED) {
        if (own.has(key(lot.id, store))) continue
        if (ledger(where, lot.id, store) !== real(lot.id, store)) came.wrongShelf += 1
      }
    }
  }
  came.liesTaken = [...hims.events.values()].filter(({ paper }) => own.has(`lie ${paper ?? ''}`)).length
  return came
}
