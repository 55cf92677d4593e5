const LEFT_TO_RIGHT = '\u2066'
const RIGHT_TO_LEFT = '\u2067'
const POP = '\u2069'

const ARABIC = /\p{Script=Arabic}/u
const LETTER = /[\p{Script=Arabic}\p{Script=Latin}\p{Script=Devanagari}\p{Script=Gurmukhi}]/u

/** A lower-case key, such as the argument of an ICU `select`, must reach the message as it is. */
const isKey = (value: string): boolean => /^[a-z-]+$/.test(value)

/**
 * Keeps names, phones, dates and tokens in their own order inside a sentence that runs right to left. The direction is
 * that of the first letter, even inside parts that are isolated themselves; digits alone run left to right.
 */
export function isolated(value: string): string {
  const first = LETTER.exec(value)?.[0] ?? ''
  return `${ARABIC.test(first) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT}${value}${POP}`
}

export const isolatedValue = (value: string | number): string | number =>
  typeof value === 'number' || isKey(value) ? value : isolated(value)
