import { rightOfTask, rightTask } from '../../domain/fhir/right-task.ts'
import { system } from '../../domain/fhir/vocabulary.ts'
import { listOf, fieldsOf } from '../../domain/fhir/fields.ts'
import { PrescriptionItemId, RightId, TerminalId } from '../../domain/id.ts'
import type { PrescriptionId } from '../../domain/id.ts'
import type { Right } from '../../domain/pharmacy/prescription.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ClaimAnswer, Counter, RightRequest } from '../../domain/wire/right.ts'
import type { Exchange, FhirFault } from './exchange.ts'
import type { GiveWorld } from './give/plan.ts'
import type { Remembered } from './memory.ts'
import type { Current } from './reader.ts'
import { knownOrder } from './take/order.ts'

export interface ClaimWorld extends GiveWorld {
  readonly ask: Exchange
  readonly epoch: number
  readonly newId: () => string
}

type Claim = Extract<RightRequest, { readonly kind: 'claim' }>

/** What became of one order of a prescription. */
type Claimed =
  | { readonly kind: 'mine'; readonly right: Right }
  | { readonly kind: 'held'; readonly by: { readonly terminal: string; readonly label: string } }
  | { readonly kind: 'done' | 'stopped' }

export interface Claims {
  readonly answer: ClaimAnswer
  /** Who holds what was asked for. */
  readonly counters: readonly Counter[]
}

/** Takes the rights to what is left of a prescription, one Task after the other. */
export async function claimRights(
  { id, prescriptionId }: Claim,
  world: ClaimWorld,
): Promise<Result<Claims, FhirFault>> {
  const parts = world.memory.partsOf('MedicationRequest', prescriptionId)
  if (parts.length === 0) return ok({ answer: { kind: 'none', cause: 'unknown' }, counters: [] })
  const all: Claimed[] = []
  for (const part of parts) {
    const claimed = await claimOne(part, prescriptionId, world)
    if (!claimed.ok) return claimed
    all.push(claimed.value)
  }
  const rights = all.flatMap((one) => (one.kind === 'mine' ? [one.right] : []))
  const counters = all.flatMap((one): Counter[] => {
    const holder = one.kind === 'held' ? TerminalId.safeParse(one.by.terminal) : null
    return one.kind === 'held' && holder?.success === true
      ? [{ terminal: holder.data, label: one.by.label.slice(0, 64) }]
      : []
  })
  const isHeld = all.some(({ kind }) => kind === 'held')
  if (isHeld) {
    // Nobody can be asked to let go: the page says at once that nobody answered.
    const at = world.now().toISOString()
    const wantedBy = TerminalId.parse(world.terminal)
    const wish = { id, prescriptionId, wantedBy, at, until: at, state: 'over' } as const
    return ok({ answer: { kind: 'asked', rights, wish, holders: counters.map(({ terminal }) => terminal) }, counters })
  }
  if (rights.length > 0) return ok({ answer: { kind: 'given', rights }, counters })
  const cause = all.every(({ kind }) => kind === 'stopped') ? 'stopped' : 'done'
  return ok({ answer: { kind: 'none', cause }, counters })
}

/** So often somebody else may be quicker before it is left to the next time. */
const TRIES = 3

async function claimOne(
  part: Remembered,
  prescriptionId: PrescriptionId,
  world: ClaimWorld,
): Promise<Result<Claimed, FhirFault>> {
  const order = await world.read.get('MedicationRequest', part.id)
  if (!order.ok) return order
  const status = order.value?.resource['status']
  if (status !== 'active') return ok({ kind: status === 'completed' ? 'done' : 'stopped' })
  for (let tried = 0; tried < TRIES; tried++) {
    const tasks = await tasksFor(part, world)
    if (!tasks.ok) return tasks
    const taken = await takeTask(part, prescriptionId, tasks.value, world)
    if (taken === null) continue
    return taken
  }
  return fail({ kind: 'busy', retryAfter: null })
}

/** The Tasks that say who may give out an order; made first where there is none. One is all there should be. */
async function tasksFor(part: Remembered, world: ClaimWorld): Promise<Result<readonly Current[], FhirFault>> {
  const identifier = `${system.rightTo}|${part.id}`
  const found = await world.read.search('Task', { identifier })
  if (!found.ok || found.value.length > 0) return found
  const left = await leftOf(part, world)
  if (!left.ok) return left
  const patient = patientOf(part)
  const body = rightTask(
    { order: part.id, patient, right: null, left: left.value, owner: null },
    world.now().toISOString(),
  )
  const headers = { 'if-none-exist': new URLSearchParams({ identifier }).toString() }
  const made = await world.ask({ method: 'POST', path: '/Task', body, headers })
  if (!made.ok) return made
  return world.read.search('Task', { identifier })
}

const patientOf = (part: Remembered): string => knownOrder(part)?.order.personId ?? ''

/** What was ordered without what anybody has handed out. */
async function leftOf(part: Remembered, { read }: ClaimWorld): Promise<Result<number, FhirFault>> {
  const given = await read.search('MedicationDispense', { prescription: `MedicationRequest/${part.id}` })
  if (!given.ok) return given
  const units = given.value
    .filter(({ resource }) => resource['status'] !== 'entered-in-error' && resource['status'] !== 'cancelled')
    .reduce((sum, { resource }) => sum + Number(fieldsOf(resource['quantity'])['value'] ?? 0), 0)
  const ordered = knownOrder(part)?.order.quantity ?? 0
  return ok(Math.max(0, Math.floor(ordered - units)))
}

/** Null when somebody else was quicker, and it has to be looked at again. */
async function takeTask(
  part: Remembered,
  prescriptionId: PrescriptionId,
  tasks: readonly Current[],
  world: ClaimWorld,
): Promise<Result<Claimed, FhirFault> | null> {
  const known = tasks.flatMap((current) => {
    const task = rightOfTask(current.resource)
    return task === null ? [] : [{ current, task }]
  })
  const rightFor = (right: string, left: number): Claimed => ({
    kind: 'mine',
    right: {
      id: RightId.parse(right),
      itemId: PrescriptionItemId.parse(part.local),
      prescriptionId,
      left,
      holder: TerminalId.parse(world.terminal),
      epoch: world.epoch,
    },
  })
  const owned = known.find(({ task }) => task.owner !== null && task.left > 0)
  const owner = owned?.task.owner ?? null
  if (owned !== undefined && owner !== null) {
    const isMine = owner.terminal === world.terminal && owner.epoch === world.epoch && owned.task.right !== null
    return ok(isMine ? rightFor(owned.task.right ?? '', owned.task.left) : { kind: 'held', by: owner })
  }
  const [free] = known.toSorted((one, other) => (one.current.id < other.current.id ? -1 : 1))
  if (free === undefined) return ok({ kind: 'stopped' })
  if (known.some(({ task }) => task.left === 0)) return ok({ kind: 'done' })
  const right = world.newId()
  const took = await write(free.current, { ...free.task, right, owner: { ...world } }, world)
  if (!took.ok) return took
  if (took.value === 'stale') return null
  // The server knows better who may have it.
  if (took.value === 'refused') return ok({ kind: 'held', by: { terminal: '', label: '' } })
  const alone = await isAlone(part, free.current.id, world)
  if (!alone.ok) return alone
  if (alone.value) return ok(rightFor(right, free.task.left))
  const mine = await world.read.get('Task', free.current.id)
  if (!mine.ok) return mine
  if (mine.value !== null) {
    const back = await write(mine.value, { ...free.task, right, owner: null }, world)
    if (!back.ok) return back
  }
  return ok({ kind: 'held', by: { terminal: '', label: '' } })
}

/** Writes a Task by the version that was read; `stale` when it has another one now. */
async function write(
  current: Current,
  task: Parameters<typeof rightTask>[0],
  { ask, now }: ClaimWorld,
): Promise<Result<'done' | 'stale' | 'refused', FhirFault>> {
  const { owner: _, ...kept } = current.resource
  const body = { ...kept, ...rightTask(task, now().toISOString()), id: current.id }
  const headers = { 'if-match': `W/"${current.version}"` }
  const answer = await ask({ method: 'PUT', path: `/Task/${encodeURIComponent(current.id)}`, body, headers })
  if (!answer.ok) return answer
  const { status } = answer.value
  if (status === 200 || status === 201) return ok('done')
  return ok(status === 412 || status === 409 ? 'stale' : 'refused')
}

/**
 * A server that let two Tasks for one order come into being must not let two terminals own one each: each looks again
 * after it took its own, so that at least the later one sees the other's and lets go.
 */
async function isAlone(part: Remembered, id: string, { read }: ClaimWorld): Promise<Result<boolean, FhirFault>> {
  const found = await read.search('Task', { identifier: `${system.rightTo}|${part.id}` })
  if (!found.ok) return found
  const others = found.value.filter((one) => one.id !== id)
  return ok(others.every(({ resource }) => listOf(resource['owner']).length === 0))
}
