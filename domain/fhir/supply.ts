import { unreachable } from '../result.ts'
import type { StockLine, StockPaper, SupplyRequest } from '../pharmacy/stock-paper.ts'
import type { Dated } from './dated.ts'
import { metaOf } from './place.ts'
import type { Resource } from './vocabulary.ts'

/** What stands beside supply as extensions: units that came of a wish, the figures of a line, the number on a paper. */
export const supplySystem = {
  supplied: 'urn:hims:supplied',
  line: 'urn:hims:delivery-line',
  reference: 'urn:hims:delivery-reference',
} as const

/** Ids of FHIR have 64 letters at most, of letters, digits, `-` and `.`. */
export const isFhirId = (id: string): boolean => /^[A-Za-z0-9.-]{1,64}$/.test(id)

const statuses = { active: 'active', completed: 'completed', cancelled: 'cancelled' } as const

/** A hospital's wish for a medicine as FHIR R4 SupplyRequest; what has come of it is an extension. */
export const supplyRequestOf = (found: Dated<SupplyRequest>, medicine: object): Resource<'SupplyRequest'> => ({
  resourceType: 'SupplyRequest',
  id: found.row.id,
  meta: metaOf(found),
  extension: [{ url: supplySystem.supplied, valueInteger: found.row.received }],
  status: statuses[found.row.status],
  category: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/supply-kind', code: 'central' }] },
  itemCodeableConcept: medicine,
  quantity: { value: found.row.quantity },
  authoredOn: found.row.at,
})

/** What a paper moves, as SupplyDelivery names it; a count and what is destroyed deliver nothing. */
export type DeliveryPaper = StockPaper & { readonly kind: 'received' | 'sent' | 'arrived' | 'returned' }

export function isDelivery(paper: StockPaper): paper is DeliveryPaper {
  switch (paper.kind) {
    case 'received':
    case 'sent':
    case 'arrived':
    case 'returned':
      return true
    case 'counted':
    case 'destroyed':
      return false
    default:
      return unreachable(paper.kind)
  }
}

/** A transfer between stores is under way until its receiver has looked at it. */
export interface Known {
  readonly conceptOf: (medicine: string) => object
  readonly isConfirmed: boolean
}

/** A delivery as FHIR R4 SupplyDelivery: the first line is its item, every line a contained Medication with its lot. */
export function supplyDeliveryOf(
  found: Dated<DeliveryPaper>,
  { conceptOf, isConfirmed }: Known,
): Resource<'SupplyDelivery'> {
  const { id, kind, store, other, reference, lines, at, by } = found.row
  const isOut = kind === 'sent'
  const [from, to] = isOut ? [store, other] : [other, store]
  const total = lines.reduce((sum, line) => sum + unitsOf(line), 0)
  return {
    resourceType: 'SupplyDelivery',
    id,
    meta: metaOf(found),
    contained: lines.map((line, place) => ({
      resourceType: 'Medication',
      id: `line-${place + 1}`,
      code: conceptOf(line.medicine),
      batch: { lotNumber: line.lotId.split('/').at(-1) ?? line.lotId },
      extension: [{ url: supplySystem.line, extension: figuresOf(line) }],
    })),
    ...(reference === '' ? {} : { identifier: [{ system: supplySystem.reference, value: reference }] }),
    // A wish is named by the delivery that answers it.
    ...(isFhirId(reference) && reference.includes('.')
      ? { basedOn: [{ reference: `SupplyRequest/${reference}` }] }
      : {}),
    ...(kind === 'arrived' ? { partOf: [{ reference: `SupplyDelivery/${reference}` }] } : {}),
    status: isOut && !isConfirmed ? 'in-progress' : 'completed',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/supply-item-type', code: 'medication' }] },
    suppliedItem: { quantity: { value: total }, itemReference: { reference: '#line-1' } },
    occurrenceDateTime: at,
    ...(from === null || from === '' ? {} : { supplier: { display: from } }),
    ...(to === null || to === '' ? {} : { destination: { display: to } }),
    receiver: [{ display: by }],
  }
}

const unitsOf = ({ found, damaged }: StockLine): number => found - damaged

const figuresOf = ({ expected, found, damaged }: StockLine): readonly object[] => [
  ...(expected === null ? [] : [{ url: 'expected', valueInteger: expected }]),
  { url: 'found', valueInteger: found },
  { url: 'damaged', valueInteger: damaged },
]
