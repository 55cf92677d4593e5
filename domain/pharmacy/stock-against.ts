import { unreachable } from '../result.ts'
import type { StockLine, StockPaper } from './stock-paper.ts'

/** How long a wrong paper can be answered with one key, in milliseconds. */
export const AGAINST_WITHIN = 3_600_000

type Answer = Pick<StockPaper, 'kind' | 'store' | 'other' | 'reference' | 'lines' | 'at'>

const moved = (lines: readonly StockLine[], units: (line: StockLine) => number): StockLine[] =>
  lines
    .map(({ lotId, medicine, ...line }) => ({
      lotId,
      medicine,
      expected: null,
      found: units({ lotId, medicine, ...line }),
      damaged: 0,
    }))
    .filter(({ found }) => found > 0)

/**
 * The paper that takes back what a wrong one did; the wrong one stays as it is. It bears the same moment, so that a count
 * in between sees both or neither. Null when there is nothing to take back.
 */
export function paperAgainst(
  { id, kind, store, other, lines, at }: StockPaper,
  isStore: (code: string) => boolean,
): Answer | null {
  const against = (answer: Omit<Answer, 'reference' | 'at'>): Answer | null =>
    answer.lines.length === 0 ? null : { ...answer, reference: id, at }
  const arrived = (line: StockLine) => line.found - line.damaged
  switch (kind) {
    case 'received':
    case 'returned':
      return against({ kind: 'sent', store, other: null, lines: moved(lines, arrived) })
    case 'destroyed':
      return against({ kind: 'returned', store, other: null, lines: moved(lines, ({ found }) => found) })
    case 'sent': {
      const isHere = other !== null && isStore(other)
      return isHere
        ? against({ kind: 'sent', store: other, other: store, lines: moved(lines, ({ found }) => found) })
        : against({ kind: 'returned', store, other: null, lines: moved(lines, ({ found }) => found) })
    }
    // What was counted wrong is counted again: only the shelf can say what stands there.
    case 'counted':
    case 'arrived':
      return null
    default:
      return unreachable(kind)
  }
}
