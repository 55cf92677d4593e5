import type { TerminalId } from '../id.ts'
import { unreachable } from '../result.ts'
import type { OrderEvent, OrderEventOf } from './order-event.ts'
import type { Prescription } from './prescription.ts'

export interface Question {
  readonly asked: OrderEventOf<'asked'>
  /** The first answer counts; null while none has come. */
  readonly answer: OrderEventOf<'answered'> | null
  readonly withdrawn: boolean
}

/** How far somebody is with the picking of a prescription. */
export interface Picking {
  readonly stage: 'picking' | 'picked' | 'called'
  readonly terminal: TerminalId
  readonly by: string
  readonly at: string
}

/** Where a prescription stands, as follows from everything that was noted since it was signed. */
export interface OrderState {
  /** The oldest first. */
  readonly questions: readonly Question[]
  /** Items of which nothing more is given, and why. */
  readonly closed: ReadonlyMap<string, 'taken-back' | 'replaced'>
  readonly picking: Picking | null
  readonly givenBack: readonly OrderEventOf<'given-back'>[]
  /** The id of what was noted last: whoever notes more gives that an id after this one. */
  readonly last: string
}

const nothing: OrderState = { questions: [], closed: new Map(), picking: null, givenBack: [], last: '' }

const byId = (one: OrderEvent, other: OrderEvent): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** The order of events is that of their ids, which begin with the time: two terminals that never met agree on it. */
export const orderState = (events: readonly OrderEvent[]): OrderState =>
  [...new Map(events.map((event) => [event.id, event])).values()]
    .toSorted(byId)
    .reduce((state, event) => ({ ...after(state, event), last: event.id }), nothing)

function after(state: OrderState, event: OrderEvent): OrderState {
  switch (event.kind) {
    case 'asked':
      return { ...state, questions: [...state.questions, { asked: event, answer: null, withdrawn: false }] }
    case 'answered':
      return answered(state, event)
    case 'withdrawn':
      return changed(state, event.question, (question) => ({ ...question, withdrawn: true }))
    case 'taken-back':
      return { ...state, closed: closing(state, event.items, 'taken-back') }
    case 'picking':
      // Who took it first picks it; the other one lays it down.
      return state.picking !== null && state.picking.terminal !== event.terminal
        ? state
        : picked(state, 'picking', event)
    case 'picked':
    case 'called':
      return picked(state, event.kind, event)
    case 'laid-down':
      return state.picking?.terminal === event.terminal ? { ...state, picking: null } : state
    case 'given-back':
      return { ...state, givenBack: [...state.givenBack, event] }
    default:
      return unreachable(event)
  }
}

const picked = (state: OrderState, stage: Picking['stage'], { terminal, by, at }: OrderEvent): OrderState => ({
  ...state,
  picking: { stage, terminal, by, at },
})

const changed = (state: OrderState, id: string, change: (question: Question) => Question): OrderState => ({
  ...state,
  questions: state.questions.map((question) => (question.asked.id === id ? change(question) : question)),
})

const closing = (
  { closed }: OrderState,
  items: readonly string[],
  why: 'taken-back' | 'replaced',
): OrderState['closed'] => new Map([...items.map((item) => [item, why] as const), ...closed])

/** Two doctors may answer one question without hearing of each other: the earlier word counts, and no second order of it. */
function answered(state: OrderState, event: OrderEventOf<'answered'>): OrderState {
  const before = state.questions.find(({ asked }) => asked.id === event.question)
  if (before !== undefined && before.answer !== null) return state
  const next = changed(state, event.question, (question) => ({ ...question, answer: event }))
  if (event.answer === 'as-written') return next
  const why = event.answer === 'instead' ? 'replaced' : 'taken-back'
  return { ...next, closed: closing(next, [event.itemId], why) }
}

export const isOpen = ({ answer, withdrawn }: Question): boolean => answer === null && !withdrawn

/** What waits for the prescriber's word. */
export const openQuestions = ({ questions }: OrderState): readonly Question[] => questions.filter(isOpen)

/** The newest question about an item. */
export const questionOf = ({ questions }: OrderState, item: string): Question | null =>
  questions.findLast(({ asked, withdrawn }) => asked.itemId === item && !withdrawn) ?? null

/** Whether nothing of a prescription is given any more, because all of it was taken back or replaced. */
export const isAllClosed = (
  { closed }: OrderState,
  { items }: { readonly items: readonly Pick<Prescription['items'][number], 'id'>[] },
): boolean => items.every(({ id }) => closed.has(id))

/** Units of one hand-over that came back. */
export const unitsBack = (
  { givenBack }: Pick<OrderState, 'givenBack'>,
  dispense: string,
  cause?: 'by-mistake' | 'brought-back',
): number =>
  givenBack
    .filter((event) => event.dispenseId === dispense && (cause === undefined || event.cause === cause))
    .reduce((sum, { quantity }) => sum + quantity, 0)
