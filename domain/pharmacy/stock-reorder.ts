import type { ReorderLevel, StockPaper, SupplyRequest } from './stock-paper.ts'

/** Named by the medicine and how many wishes for it came before: whoever makes the next one names it alike. */
export const requestId = (medicine: string, before: number): string => `${medicine}.${before + 1}`

/** The wish that a hospital has with so many usable units in all its stores; null when it has enough. */
export const requestFor = (
  { id: medicine, least, wanted }: ReorderLevel,
  usable: number,
  { before, at }: { readonly before: number; readonly at: string },
): SupplyRequest | null =>
  usable >= least || wanted <= usable
    ? null
    : {
        id: requestId(medicine, before),
        medicine,
        quantity: wanted - Math.max(0, usable),
        received: 0,
        status: 'active',
        at,
      }

/** What is left of a wish once a delivery that names it has come; the same wish when the delivery brings nothing of it. */
export function afterDelivery(request: SupplyRequest, { kind, reference, lines }: StockPaper): SupplyRequest {
  if (kind !== 'received' || reference !== request.id || request.status !== 'active') return request
  const came = lines
    .filter(({ medicine }) => medicine === request.medicine)
    .reduce((sum, { found, damaged }) => sum + found - damaged, 0)
  const received = request.received + came
  return { ...request, received, status: received >= request.quantity ? 'completed' : 'active' }
}

/** The cold chain of vaccines and insulin: 2 to 8 °C (WHO, Vaccine Management Handbook, 2015, module VMH-E2). */
export const COLD = { least: 2, most: 8 } as const
export const isCold = (celsius: number): boolean => celsius >= COLD.least && celsius <= COLD.most
