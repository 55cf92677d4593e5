import type { StockLine, StockPaper } from './stock-paper.ts'

/** What of one line of a transfer its receiver has not found yet. */
export interface ComingLine {
  readonly line: StockLine
  /** Units that nobody has said anything of. */
  readonly unsaid: number
  /** Units that were said to be missing: they may still come. */
  readonly missing: number
}

/**
 * What is still open of a transfer: lines that its receiver has not looked at, and what they found missing. The first word
 * about a line takes what was sent off the shelf's books and puts on what was found.
 */
export function coming(sent: StockPaper, arrived: readonly StockPaper[]): readonly ComingLine[] {
  const said = arrived.filter(({ kind, reference }) => kind === 'arrived' && reference === sent.id)
  return sent.lines.flatMap((line) => {
    const words = said.flatMap(({ lines }) => lines.filter(({ lotId }) => lotId === line.lotId))
    const found = words.reduce((sum, word) => sum + word.found, 0)
    const left = { line, unsaid: words.length === 0 ? line.found : 0, missing: Math.max(0, line.found - found) }
    return left.missing === 0 && left.unsaid === 0 ? [] : [left]
  })
}

export interface SaidArrived {
  readonly lotId: string
  readonly found: number
  readonly damaged: number
}

/** The lines of the receiver's paper; what speaks of a lot that is not open is left out. */
export const arrivedLines = (open: readonly ComingLine[], said: readonly SaidArrived[]): readonly StockLine[] =>
  said.flatMap(({ lotId, found, damaged }) => {
    const own = open.find(({ line }) => line.lotId === lotId)
    return own === undefined ? [] : [{ lotId, medicine: own.line.medicine, expected: own.unsaid, found, damaged }]
  })
