import { unreachable } from '../result.ts'
import type { StockEvent } from './medicine.ts'
import type { OrderEventOf } from './order-event.ts'

type GivenBack = OrderEventOf<'given-back'>

/** The place for what came back and waits to be looked at; the ledger counts it as a store of its own. */
export const QUARANTINE = 'quarantine'

/**
 * Where what came back may go. What somebody took home is given to nobody else before a pharmacist has looked at it, for
 * nobody knows how warm it lay; what was opened is given to nobody at all.
 */
export function placeFor({ cause, state }: Pick<GivenBack, 'cause' | 'state'>): GivenBack['to'] {
  if (state === 'opened') return 'waste'
  return cause === 'by-mistake' ? 'shelf' : 'quarantine'
}

/** What a hand-over that came back does to the ledger: what goes to waste comes in and goes out again. */
export function stockBack({
  id,
  lotId,
  quantity,
  at,
  to,
}: Pick<GivenBack, 'id' | 'lotId' | 'quantity' | 'at' | 'to'>): readonly StockEvent[] {
  const came: StockEvent = { id, lotId, delta: quantity, reason: 'returned', at }
  switch (to) {
    case 'shelf':
      return [came]
    case 'quarantine':
      return [{ ...came, store: QUARANTINE }]
    case 'waste':
      return [
        { ...came, store: QUARANTINE },
        { id: `${id}.waste`, lotId, delta: -quantity, reason: 'destroyed', at, store: QUARANTINE },
      ]
    default:
      return unreachable(to)
  }
}
