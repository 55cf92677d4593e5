import { isDelivery, isFhirId, supplyDeliveryOf, supplyRequestOf } from '../../domain/fhir/supply.ts'
import { coming } from '../../domain/pharmacy/stock-transfer.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { conceptFor } from './medication.ts'
import type { Resource } from './resource.ts'

/** One wish as FHIR R4 SupplyRequest; an id that FHIR could not name is found on the delivery that answers it. */
export const readSupplyRequest = async (store: Store, found: Found<'supply_request'>): Promise<Resource | null> =>
  isFhirId(found.row.id) ? supplyRequestOf(found, await conceptFor(store, found.row.medicine)) : null

/** One paper as FHIR R4 SupplyDelivery; null for a count and for what was destroyed. */
export async function readDelivery(store: Store, { row, ...dated }: Found<'stock_paper'>): Promise<Resource | null> {
  if (!isDelivery(row)) return null
  const concepts = new Map<string, object>()
  for (const { medicine } of row.lines) concepts.set(medicine, await conceptFor(store, medicine))
  return supplyDeliveryOf(
    { ...dated, row },
    { conceptOf: (code) => concepts.get(code) ?? { text: code }, isConfirmed: await isConfirmed(store, row) },
  )
}

/** What left the hospital, or went to a shelf whose people have found it all. */
async function isConfirmed(store: Store, paper: Found<'stock_paper'>['row']): Promise<boolean> {
  if (paper.kind !== 'sent' || paper.other === null) return true
  const isInside = paper.other === 'pharmacy' || (await findRecord(store, 'room', paper.other)) !== null
  if (!isInside) return true
  const answers = await findByTerm(store, 'stock_paper', { field: 'paper', value: paper.id })
  return (
    coming(
      paper,
      answers.map(({ row }) => row),
    ).length === 0
  )
}
