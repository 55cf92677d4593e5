/** Control letters that part the fields of a pack's code, and end it. */
const PARTING = '\u0004\u001c\u001d\u001e'

const isImpossible = (letter: string): boolean =>
  letter === '\uFFFD' || (/\p{Cc}/u.test(letter) && !PARTING.includes(letter))

/** Whether a serial line was read at another speed than it was sent at: more than one letter in eight is none. */
export const isGarbled = (text: string): boolean => Array.from(text).filter(isImpossible).length * 8 > text.length
