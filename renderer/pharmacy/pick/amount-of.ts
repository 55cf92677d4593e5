/** A whole amount from nought to the most there is, or null. */
export function amountOf(text: string, most: number): number | null {
  const amount = /^\d{1,4}$/.test(text) ? Number(text) : null
  return amount === null || amount > most ? null : amount
}
