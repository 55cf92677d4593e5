import type { PersonId, PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'

/** What everybody was told, in the plainest form there is; the hospital is held against it. */
export interface Model {
  readonly people: Map<PersonId, { readonly at: string }>
  /** `department day prefix number` of every token that was handed out, with its visit. */
  readonly tokens: Map<string, string>
  readonly orders: Map<PrescriptionId, Order>
  readonly violations: string[]
}

export interface Order {
  readonly personId: PersonId
  readonly itemId: PrescriptionItemId
  readonly quantity: number
  /** What was handed over, as the pharmacies were told it is saved. */
  given: number
}

export const emptyModel = (): Model => ({ people: new Map(), tokens: new Map(), orders: new Map(), violations: [] })

/** A number that was handed out twice is seen at once. */
export function tokenGiven(model: Model, label: string, visit: string): void {
  if (model.tokens.has(label)) model.violations.push(`token ${label} was given twice`)
  model.tokens.set(label, visit)
}

export function unitsGiven(model: Model, id: PrescriptionId, units: number): void {
  const order = model.orders.get(id)
  if (order === undefined) return void model.violations.push(`an order that nobody wrote was dispensed: ${id}`)
  order.given += units
  if (order.given > order.quantity) model.violations.push(`${order.given} of ${order.quantity} were given of ${id}`)
}
