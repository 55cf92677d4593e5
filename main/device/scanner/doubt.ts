import { LONGEST_SCAN } from '../../../domain/scan/scan-event.ts'
import { isWhole } from '../../../domain/scan/whole.ts'

/** The same reading twice within this time is what the code says, in milliseconds. */
const TWICE = 15_000

export interface Reading {
  readonly text: string
  /** What came with the text and may belong to it; mostly nothing. */
  readonly behind: string
}

/**
 * Lets a reading through unless a part of it may be lost. A reading in doubt has to come twice the same: a code that
 * really says so (a bent card) then shows, a lost report does not repeat itself.
 */
export function doubting(now: () => number): (reading: Reading) => 'sure' | 'scan-again' | 'too-long' {
  let last: (Reading & { readonly at: number }) | null = null
  return ({ text, behind }) => {
    if (text.length > LONGEST_SCAN) return 'too-long'
    const whole = isWhole(text)
    const before = last
    last = null
    if (whole === true || (whole === null && behind === '')) return 'sure'
    if (before !== null && before.text === text && before.behind === behind && now() - before.at <= TWICE) return 'sure'
    last = { text, behind, at: now() }
    return 'scan-again'
  }
}
