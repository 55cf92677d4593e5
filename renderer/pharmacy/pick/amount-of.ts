import { latinDigits } from '../../../domain/latin-digits.ts'

/** A whole amount from nought to the most there is, or null. */
export function amountOf(text: string, most: number): number | null {
  const typed = latinDigits(text).trim()
  const amount = /^\d{1,4}$/.test(typed) ? Number(typed) : null
  return amount === null || amount > most ? null : amount
}
