/**
 * Scanners in "Alt mode" type no letters: they hold Alt and strike each letter's number on the digit pad, as Windows
 * takes numbers, so that no layout can turn them. Pages hear Alt with a digit, which is also a key of theirs.
 */
export interface PadDigit {
  readonly digit: string
  readonly at: number
  /** Alt was pressed anew before it: a number begins. */
  readonly first: boolean
}

/** A digit struck on the pad while Alt is held; null for any other key. */
export const padDigitOf = (code: string): string | null => /^Numpad([0-9])$/.exec(code)?.[1] ?? null

export const isAlt = (code: string): boolean => code === 'AltLeft' || code === 'AltRight'

/** Below 128, which is all that our codes use, the old pages that Alt counts in are ASCII. */
export const letterOfNumber = (digits: string): string =>
  digits === '' ? '' : String.fromCharCode(Number(digits.slice(-4)) % 256)

/** The numbers that digits make, the last of which may still be under way. */
export function numbersOf(digits: readonly PadDigit[]): readonly string[] {
  const numbers: string[] = []
  for (const { digit, first } of digits) {
    const open = first ? undefined : numbers.pop()
    numbers.push((open ?? '') + digit)
  }
  return numbers
}
