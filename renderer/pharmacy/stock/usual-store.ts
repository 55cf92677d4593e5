import type { StockStore } from '../../../contract/stock.ts'
import type { PharmacyAnswer } from '../pharmacy-bridge.ts'

type Cold = PharmacyAnswer<'stock.watch'>['cold']

/** Where deliveries go and transfers come from unless somebody says otherwise: behind the counter, and not into the cold. */
export function usualStore(stores: readonly StockStore[], cold: Cold): string {
  const isMeasured = (code: string) => cold.some(({ store, readings }) => store === code && readings.length > 0)
  const [own, ...behind] = stores
  return (behind.find(({ code }) => !isMeasured(code)) ?? behind[0] ?? own)?.code ?? ''
}
