import { z } from 'zod'

import { MedicationRequestIn, orderOf } from '../../../domain/fhir/medication-request-input.ts'
import type { Order } from '../../../domain/fhir/medication-request-input.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import { fail } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { PrescriptionId } from '../../../domain/id.ts'
import type { Prescription } from '../../../domain/pharmacy/prescription.ts'
import { localId } from '../local-id.ts'
import type { Remembered } from '../memory.ts'
import { skip } from './taken.ts'
import type { Take } from './taken.ts'

/** An order as it is remembered: the others of its prescription may come at another time. */
export interface KnownOrder {
  readonly status: string
  readonly order: Order
}

const Known = z.looseObject({ status: z.string(), order: z.looseObject({ medicine: z.string() }) })

/** Orders that still count as ordered. */
const standing: ReadonlySet<string> = new Set(['active', 'completed'])

/** The order, and its status apart: one that has ended is read like one that has not. */
function orderIn(resource: object, at: string): Result<KnownOrder, string> {
  const told = z
    .looseObject({
      status: z.string(),
      reportedBoolean: z.boolean().optional(),
      reportedReference: z.unknown().optional(),
    })
    .safeParse(resource)
  if (!told.success) return fail('status')
  const { status, reportedBoolean, reportedReference } = told.data
  if (reportedBoolean === true || reportedReference !== undefined) return fail('reported from elsewhere')
  const read = MedicationRequestIn.safeParse({ ...resource, status: 'active' })
  if (!read.success) return fail(read.error.issues[0]?.path.join('.') ?? 'unreadable')
  const order = orderOf(read.data, at)
  if (!order.ok) return fail(order.problem.diagnostics)
  return { ok: true, value: { status, order: order.value } }
}

/** An order, with all the others of its prescription. One that can't be read any more is not given out any more. */
export const takeOrder: Take = ({ id, version, updated, resource, before }, { memory }) => {
  const read = orderIn(resource, updated)
  const kept = knownOrder(before)
  if (!read.ok && kept === null) return skip(read.problem)
  const known = read.ok ? read.value : kept === null ? null : { ...kept, status: 'unknown' }
  if (known === null) return skip('unreadable')
  const partOf = read.ok ? prescriptionOf(id, known.order) : (before?.partOf ?? '')
  const own: Remembered = {
    type: 'MedicationRequest',
    id,
    local: localId('MedicationRequest', id),
    version,
    partOf,
    body: known,
  }
  const others = memory.partsOf('MedicationRequest', partOf).filter((part) => part.id !== id)
  const row = prescriptionFrom(partOf, [...others, own])
  return {
    rows: row === null ? [] : [{ table: 'prescription', id: row.id, row }],
    partOf,
    body: known,
    skipped: read.ok ? null : read.problem,
  }
}

/** Orders of one group and patient are one prescription; one without a group is one by itself. */
function prescriptionOf(id: string, { group, personId }: Order): string {
  if (group === null) return localId('group', id)
  const own = group.system === system.prescription ? PrescriptionId.safeParse(group.value) : null
  return own?.success === true ? own.data : localId('group', `${personId} ${group.system}|${group.value}`)
}

export function knownOrder(remembered: Remembered | null): KnownOrder | null {
  if (!Known.safeParse(remembered?.body).success) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by takeOrder
  return remembered?.body as KnownOrder
}

/** What the parts of a prescription come to; items that ended are left out as long as another stands. */
export function prescriptionFrom(id: string, parts: readonly Remembered[]): Prescription | null {
  const items = parts
    .flatMap((part) => {
      const known = knownOrder(part)
      return known === null ? [] : [{ ...known, item: part.local }]
    })
    .toSorted((one, other) => (one.item < other.item ? -1 : 1))
  const stand = items.filter(({ status }) => standing.has(status))
  const shown = stand.length > 0 ? stand : items
  const [first] = shown
  if (first === undefined) return null
  const { personId, prescriber, department, writtenAt } = first.order
  const isOpen = shown.some(({ status }) => status === 'active')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked with every other row when it is applied
  return {
    id,
    personId: localId('Patient', personId),
    prescriber,
    department,
    writtenAt,
    status: isOpen ? 'active' : first.status,
    items: shown.slice(0, MOST).map(({ item, order }) => ({
      id: item,
      medicine: order.medicine,
      dose: order.dose,
      days: order.days,
      quantity: order.quantity,
    })),
  } as Prescription
}

const MOST = 40
