import { handOverOf } from '../../domain/fhir/medication-dispense-input.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { unprocessable } from '../../domain/fhir/problem.ts'
import { rightOfTask } from '../../domain/fhir/right-task.ts'
import { RightId, TerminalId, uuidV7 } from '../../domain/id.ts'
import { Dispense } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import type { Outcome, Waits } from '../mutation/outcome.ts'
import { dispensed } from '../mutation/record-dispense.ts'
import { returned } from '../mutation/return-right.ts'
import { findByTerm, findRecord, own } from '../record/record-store.ts'
import { grant, settleRight } from '../right/give-rights.ts'
import { isHeld } from '../right/grant-hold.ts'
import { owedOf } from '../right/owed.ts'
import { retryParked } from '../right/parked.ts'
import { moment } from '../world.ts'
import { FhirRefusal } from './problem.ts'
import type { Writing } from './writing.ts'

function refuse(text: string, element: string): never {
  throw new FhirRefusal(unprocessable('business-rule', text, element))
}

/**
 * A Task by which a pharmacy that speaks FHIR takes the right to an order of this hospital, or gives it back: the right is
 * a row like every other, so that no terminal and no other pharmacy can have it as well.
 */
export async function settleRightTask({ store, world }: Writing, id: string, resource: Fields): Promise<void> {
  const task = rightOfTask({ ...resource, id })
  const name = RightId.safeParse(task?.right)
  if (task === null || !name.success) return
  const [prescription] = await findByTerm(store, 'prescription', { field: 'item', value: task.order })
  if (prescription === undefined) return
  const at = moment(world.now())
  const right = (await findRecord(store, 'right', name.data))?.row
  if (task.owner !== null) {
    const { terminal, epoch } = task.owner
    if (!TerminalId.safeParse(terminal).success || (await isTerminal(store, terminal))) {
      refuse('The owner must be a pharmacy that is not enrolled here', 'Task.owner')
    }
    if (right !== undefined) {
      if (right.holder !== terminal) refuse('Another pharmacy holds this right', 'Task.owner')
      return
    }
    const owed = (await owedOf(store, prescription.row.id)).find(({ item }) => item === task.order)
    if (owed === undefined || owed.units !== task.left) {
      refuse('Another pharmacy holds the right to this order', 'Task.owner')
    }
    if (await isHeld(store, terminal, world)) refuse('The right to this order is being looked for', 'Task.owner')
    await grant(store, owed, { id: terminal, epoch }, { id: name.data, at })
    await settleRight(store, owed.item)
    return retryParked(store, at)
  }
  if (right === undefined || right.left === 0) return
  const body = { kind: 'right.returned', rightId: name.data, left: task.left, to: null, at } as const
  const holder = { store, at, terminal: { id: right.holder, epoch: right.epoch } }
  settled(await returned(holder, body, uuidV7(world.now(), world.random(10))), 'Task')
  await retryParked(store, at)
}

const isTerminal = async (store: Store, id: string): Promise<boolean> =>
  (await store.selectFrom('terminal').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

function settled(outcome: Outcome | Waits, element: string): void {
  if (outcome.kind === 'refused') refuse(outcome.reason, element)
  if (outcome.kind === 'waits') refuse(`${outcome.for} ${outcome.wanted} is not here`, element)
}

/** A hand-over of an order of this hospital, by the right that such a pharmacy took; false for any other order. */
export async function recordHandOver({ store, world }: Writing, id: string, resource: Fields): Promise<boolean> {
  const told = handOverOf(resource)
  const order = told?.order ?? null
  const [prescription] = order === null ? [] : await findByTerm(store, 'prescription', { field: 'item', value: order })
  if (told === null || prescription === undefined) return false
  if (told.terminal === null || told.right === null || (await isTerminal(store, told.terminal))) {
    const text = 'A hand-over of this order is recorded by the pharmacy that holds the right to it'
    refuse(text, 'MedicationDispense.authorizingPrescription')
  }
  const at = moment(world.now())
  const row = Dispense.safeParse({
    id,
    rightId: told.right,
    itemId: order,
    prescriptionId: prescription.row.id,
    personId: told.patient,
    lotId: told.lot ?? '',
    quantity: told.quantity,
    at: told.at ?? at,
    operator: told.operator ?? 'elsewhere',
    terminal: told.terminal,
  })
  if (!row.success) return refuse(row.error.issues[0]?.path.join('.') ?? 'unreadable', 'MedicationDispense')
  const right = (await findRecord(store, 'right', told.right))?.row
  const holder = { store, at, terminal: { id: told.terminal, epoch: right?.epoch ?? 1 } }
  const incoming = own({ table: 'dispense', row: row.data })
  settled(await dispensed(holder, { row: row.data, incoming }, id), 'MedicationDispense')
  return true
}
