const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** A lower-case key, such as the argument of an ICU `select`, must reach the message as it is. */
const isKey = (value: string): boolean => /^[a-z-]+$/.test(value)

/** Keeps names, phones and tokens in their own order inside a sentence that runs right to left. */
export const isolated = (value: string | number): string | number =>
  typeof value === 'number' || isKey(value) ? value : `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`
