/** Zeros of the digits that people type: Devanagari, Gurmukhi, Arabic-Indic, extended Arabic-Indic, full width. */
const zeros = [0x0966, 0x0a66, 0x0660, 0x06f0, 0xff10]

/** Digits of any of our scripts as Latin ones: whoever types in one of them has its digits under their fingers. */
export const latinDigits = (text: string): string => text.replace(/\p{Nd}/gu, latinDigit)

/** The digits of what was typed, as Latin ones. */
export const onlyDigits = (text: string): string => latinDigits(text).replaceAll(/\D/g, '')

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}
