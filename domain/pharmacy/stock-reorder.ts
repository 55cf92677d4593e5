import type { ReorderLevel, StockPaper, SupplyRequest } from './stock-paper.ts'

/** The id of a hospital's own level. */
export const levelId = (medicine: string, facility: string): string => `${medicine}.${facility}`

/** The code of the medicine that a level is about. */
export const medicineOfLevel = ({ id, facility }: Pick<ReorderLevel, 'id' | 'facility'>): string =>
  facility === undefined ? id : id.slice(0, -facility.length - 1)

/** Named by the level and how many wishes came of it before: whoever makes the next one names it alike. */
export const requestId = (level: string, before: number): string => `${level}.${before + 1}`

/** The wish that a hospital has with so many usable units in all its stores; null when it has enough. */
export const requestFor = (
  level: ReorderLevel,
  usable: number,
  { before, at }: { readonly before: number; readonly at: string },
): SupplyRequest | null =>
  usable >= level.least || level.wanted <= usable
    ? null
    : {
        id: requestId(level.id, before),
        medicine: medicineOfLevel(level),
        quantity: level.wanted - Math.max(0, usable),
        received: 0,
        status: 'active',
        at,
        ...(level.facility === undefined ? {} : { facility: level.facility }),
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
