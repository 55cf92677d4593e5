import { unreachable } from '../result.ts'
import type { StockLine, StockPaper } from './stock-paper.ts'

/** How long a wrong paper can be answered with one key, in milliseconds. */
export const AGAINST_WITHIN = 3_600_000

type Answer = Pick<StockPaper, 'kind' | 'store' | 'other' | 'reference' | 'lines'>

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
 * The paper that takes back what a wrong one did; the wrong one stays as it is. Null when it moved nothing. `units` says
 * what the ledger holds now, for a count is answered by the count before it and what happened since.
 */
export function paperAgainst(
  { id, kind, store, other, lines }: StockPaper,
  isStore: (code: string) => boolean,
  units: (lotId: string) => number,
): Answer | null {
  const against = (answer: Omit<Answer, 'reference'>): Answer | null =>
    answer.lines.length === 0 ? null : { ...answer, reference: id }
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
        ? against({ kind: 'sent', store: other, other: store, lines: moved(lines, arrived) })
        : against({ kind: 'returned', store, other: null, lines: moved(lines, ({ found }) => found) })
    }
    case 'counted': {
      const back = lines.map((line) => {
        const expected = units(line.lotId)
        const found = Math.max(0, expected - (line.found - (line.expected ?? 0)))
        return { ...line, expected, found, damaged: 0, recounted: true as const }
      })
      return against({ kind, store, other: null, lines: back })
    }
    default:
      return unreachable(kind)
  }
}
