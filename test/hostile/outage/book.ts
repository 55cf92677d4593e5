import { shelfKey } from '../../../domain/pharmacy/stock-ledger.ts'
import { FIRST, lots, stores } from './hospital.ts'
import type { Hospital } from './hospital.ts'

/** An order, and how much of it somebody holds in their hand. */
export interface Order {
  readonly personId: string
  readonly quantity: number
  /** Written while HIMS was away. */
  readonly isOfToday: boolean
  given: number
}

/** What people were told is done, and what they carried: the hospital is held against it. */
export interface Book {
  /** By id, with the name under which they were registered. */
  readonly people: Map<string, string>
  /** `DAY PREFIX NUMBER` by visit. */
  readonly tokens: Map<string, string>
  /** `VISIT KIND`, once for each time it was noted. */
  readonly notes: string[]
  readonly orders: Map<string, Order>
  readonly papers: Set<string>
  /** Units by store and lot, as they stand there. */
  readonly shelves: Map<string, number>
  dispensings: number
  /** Calls while the hub was there, and those that the waiting room did not hear of. */
  calls: number
  unheard: number
  ofToday: number
  /** Records that a stick carried to HIMS. */
  carried: number
  readonly wrong: string[]
}

export const newBook = ({ before }: Pick<Hospital, 'before'>, ordered: number): Book => ({
  people: new Map(),
  tokens: new Map(),
  notes: [],
  orders: new Map(
    before.map(({ personId, prescriptionId }) => [
      prescriptionId,
      { personId, quantity: ordered, isOfToday: false, given: 0 },
    ]),
  ),
  papers: new Set(),
  shelves: new Map(stores.flatMap((store) => lots.map(({ id }) => [shelfKey(id, store), FIRST] as const))),
  dispensings: 0,
  calls: 0,
  unheard: 0,
  ofToday: 0,
  carried: 0,
  wrong: [],
})

export const move = ({ shelves }: Book, lotId: string, store: string, units: number): void =>
  void shelves.set(shelfKey(lotId, store), (shelves.get(shelfKey(lotId, store)) ?? 0) + units)
