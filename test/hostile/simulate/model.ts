import type { CardId, PersonId, PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'

/** What everybody was told, in the plainest form there is; the hospital is held against it. */
export interface Model {
  /** With every phone and language that was ever said of them. */
  readonly people: Map<PersonId, Said>
  /** `DAY PREFIX NUMBER` of every token that was handed out. */
  readonly tokens: Set<string>
  readonly orders: Map<PrescriptionId, Order>
  readonly cards: Map<CardId, Card>
  /** Links by id; true once somebody was told that they are undone. */
  readonly links: Map<string, boolean>
  /** Units that were handed over in emergencies, by person. */
  readonly supplies: Map<PersonId, number>
  /** Desks that somebody has worked at. */
  readonly opened: Set<string>
  readonly violations: string[]
  /** Deeds that were answered with a yes. */
  done: number
}

export interface Said {
  readonly phones: Set<string | null>
  readonly languages: Set<string>
}

export interface Order {
  readonly personId: PersonId
  readonly itemId: PrescriptionItemId
  readonly quantity: number
  /** What was handed over, as the pharmacies were told it is saved. */
  given: number
}

export interface Card {
  readonly personId: PersonId
  /** The text of its symbol. */
  readonly code: string
}

export const emptyModel = (): Model => ({
  people: new Map(),
  tokens: new Set(),
  orders: new Map(),
  cards: new Map(),
  links: new Map(),
  supplies: new Map(),
  opened: new Set(),
  violations: [],
  done: 0,
})

/** A number that was handed out twice is seen at once. */
export function tokenGiven(model: Model, label: string, by: string): void {
  if (model.tokens.has(label)) model.violations.push(`token ${label} was given twice, now by ${by}`)
  model.tokens.add(label)
}

export function cardGiven(model: Model, id: CardId, card: Card): void {
  if (model.cards.has(id)) model.violations.push(`card ${id} was given twice`)
  model.cards.set(id, card)
}

export function unitsGiven(model: Model, id: PrescriptionId, units: number): void {
  const order = model.orders.get(id)
  if (order === undefined) return void model.violations.push(`an order that nobody wrote was dispensed: ${id}`)
  order.given += units
  if (order.given > order.quantity) model.violations.push(`${order.given} of ${order.quantity} were given of ${id}`)
}
