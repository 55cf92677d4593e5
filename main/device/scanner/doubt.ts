import { LONGEST_SCAN } from '../../../domain/scan/scan-event.ts'
import { isWhole } from '../../../domain/scan/whole.ts'

/** The same reading twice within this time is what the code says, in milliseconds. */
const TWICE = 15_000

export interface Reading {
  readonly text: string
  /** The driver has a reason to think that the text may not be whole. */
  readonly doubtful: boolean
}

/**
 * Lets a reading through unless a part of it may be lost. A reading in doubt has to come twice the same: a code that
 * really says so (a bent card) then shows, a lost report does not repeat itself.
 */
export function doubting(now: () => number): (reading: Reading) => 'sure' | 'scan-again' | 'too-long' {
  let last: { readonly text: string; readonly at: number } | null = null
  return ({ text, doubtful }) => {
    if (text.length > LONGEST_SCAN) return 'too-long'
    const whole = isWhole(text)
    const before = last
    last = null
    if (whole === true || (whole === null && !doubtful)) return 'sure'
    if (before !== null && before.text === text && now() - before.at <= TWICE) return 'sure'
    last = { text, at: now() }
    return 'scan-again'
  }
}
