const LEFT_TO_RIGHT = '\u2066'
const RIGHT_TO_LEFT = '\u2067'
const POP = '\u2069'

/** Urdu words, or parts that were joined for a page that runs right to left. */
const OF_THIS_PAGE = /[\p{Script=Arabic}\u060c\u2066-\u2069]/u

/** A lower-case key, such as the argument of an ICU `select`, must reach the message as it is. */
const isKey = (value: string): boolean => /^[a-z-]+$/.test(value)

/**
 * Keeps names, phones, dates and tokens in their own order inside a sentence that runs right to left. What has any Urdu
 * in it runs right to left even where a Latin name begins it; Latin, Devanagari, Gurmukhi and digits alone run left to
 * right.
 */
export function isolated(value: string): string {
  return `${OF_THIS_PAGE.test(value) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT}${value}${POP}`
}

export const isolatedValue = (value: string | number): string | number =>
  typeof value === 'number' || isKey(value) ? value : isolated(value)
