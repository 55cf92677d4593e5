/** Whether the last digit of a GTIN, GLN or SSCC fits the others (GS1 General Specifications, section 7.9.1). */
export function hasCheckDigit(digits: string): boolean {
  if (!/^\d{2,18}$/.test(digits)) return false
  return checkDigitOf(digits.slice(0, -1)) === digits.at(-1)
}

/** The digit that makes a number of all but the last whole: weights 3 and 1 by turns, the last one 3. */
export function checkDigitOf(body: string): string {
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** A GTIN-8, -12, -13 or -14 in fourteen digits, as element strings carry it; null for anything else. */
export const gtinOf = (digits: string): string | null =>
  /^(?:\d{8}|\d{12,14})$/.test(digits) && hasCheckDigit(digits) ? digits.padStart(14, '0') : null
