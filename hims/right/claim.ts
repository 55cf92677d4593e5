import { PrescriptionId, TerminalId } from '../../domain/id.ts'
import type { Right } from '../../domain/pharmacy/prescription.ts'
import { isLocked, mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { ClaimAnswer, RightRequest } from '../../domain/wire/right.ts'
import type { Counter } from '../../domain/wire/right.ts'
import { uuidV7 } from '../../domain/id.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import { answer, common, refusal } from '../sync/answer.ts'
import type { Call } from '../sync/handler.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { grant, settleRight } from './give-rights.ts'
import { isHeld } from './grant-hold.ts'
import { owedOf } from './owed.ts'
import { retryParked } from './parked.ts'
import { tellRights } from './tell.ts'
import { closeOverdue, openWish, WISH_LIVES } from './wish.ts'

type Claim = Extract<RightRequest, { readonly kind: 'claim' }>

/** A pharmacy asks for the rights to a prescription, or who the pharmacies are. */
export const rightCall: Call<RightRequest> = {
  schema: RightRequest,
  async handle(inside, terminal, body) {
    // A doctor's room has to know which pharmacy gives what is ordered there.
    const mayAsk = terminal.role === 'pharmacy' || (terminal.role === 'doctor' && body.kind === 'counters')
    if (!mayAsk) return refusal({ problem: 'bad-request', detail: 'only pharmacies give medicine' })
    const counters = await countersOf(inside.store, terminal.role === 'doctor' ? terminal.facility : null)
    if (body.kind === 'told') await inside.commit(1, (store) => tellRights(store, terminal, body, inside.world))
    if (body.kind !== 'claim') return answer({ ...common(inside), answer: null, counters })
    const claimed = await inside.commit(1, (store) => claim(store, terminal, body, inside.world))
    if (!claimed.ok) return refusal({ problem: 'bad-request', detail: claimed.problem })
    return answer({ ...common(inside), answer: claimed.value, counters })
  },
}

/** Whoever asks where an order goes hears of its own hospital's pharmacies only. */
async function countersOf(store: Store, facility: string | null): Promise<readonly Counter[]> {
  const all = store
    .selectFrom('terminal')
    .select(['id', 'label'])
    .where('role', '=', 'pharmacy')
    .where('retired_at', 'is', null)
    .orderBy('number')
  const rows = await (facility === null ? all : all.where('facility', '=', facility)).execute()
  return rows.map(({ id, label }) => ({ terminal: TerminalId.parse(id), label }))
}

/** Answers a claim once; under the same id it repeats what it said. */
export async function claim(
  store: Store,
  terminal: Pick<TerminalTable, 'id' | 'epoch'>,
  { id, prescriptionId }: Claim,
  world: HimsWorld,
): Promise<Result<ClaimAnswer, string>> {
  const before = await store.selectFrom('right_claim').selectAll().where('id', '=', id).executeTakeFirst()
  if (before !== undefined) {
    const same = before.terminal === terminal.id && before.prescription === prescriptionId
    return same ? ok(ClaimAnswer.parse(JSON.parse(before.reply))) : fail('another claim has this id')
  }
  const at = moment(world.now())
  await closeOverdue(store, at)
  const said = await settle(store, terminal, { kind: 'claim', id, prescriptionId }, world)
  await store
    .insertInto('right_claim')
    .values({ id, terminal: terminal.id, prescription: prescriptionId, claimed_at: at, reply: JSON.stringify(said) })
    .execute()
  return ok(said)
}

async function settle(
  store: Store,
  terminal: Pick<TerminalTable, 'id' | 'epoch'>,
  { id, prescriptionId }: Claim,
  world: HimsWorld,
): Promise<ClaimAnswer> {
  const prescription = (await findRecord(store, 'prescription', prescriptionId))?.row
  if (prescription === undefined) return { kind: 'none', cause: 'unknown' }
  if (!mayDispense(prescription))
    return { kind: 'none', cause: prescription.status === 'completed' ? 'done' : 'stopped' }
  const isWaiting = await isHeld(store, terminal.id, world)
  const rights = isWaiting ? [] : await takeUngiven(store, prescriptionId, terminal, world)
  const { mine, others, locked } = await heldOf(store, prescriptionId, terminal)
  const known = [...mine.filter((right) => rights.every((given) => given.id !== right.id)), ...rights]
  if (others.length > 0) {
    const [at, until] = [moment(world.now()), moment(world.now() + WISH_LIVES)]
    const wantedBy = TerminalId.parse(terminal.id)
    const wish = await openWish(store, { id, prescriptionId, wantedBy }, { at, until })
    return { kind: 'asked', rights: known, wish, holders: [...new Set(others.map(({ holder }) => holder))] }
  }
  if (known.length > 0) return { kind: 'given', rights: known }
  const waits = isWaiting && (await owedOf(store, prescriptionId)).length > 0
  return { kind: 'none', cause: locked || waits ? 'locked' : 'done' }
}

async function takeUngiven(
  store: Store,
  prescription: string,
  terminal: Pick<TerminalTable, 'id' | 'epoch'>,
  world: HimsWorld,
): Promise<readonly Right[]> {
  const at = moment(world.now())
  const rights: Right[] = []
  for (const owed of await owedOf(store, PrescriptionId.parse(prescription))) {
    rights.push(await grant(store, owed, terminal, { id: uuidV7(world.now(), world.random(10)), at }))
    await settleRight(store, owed.item)
  }
  if (rights.length > 0) await retryParked(store, at)
  return rights
}

interface Found {
  readonly mine: readonly Right[]
  readonly others: readonly Right[]
  readonly locked: boolean
}

/** Rights with something left: the claimer's own, those that can be asked for, and whether any waits for a person. */
async function heldOf(
  store: Store,
  prescription: string,
  terminal: Pick<TerminalTable, 'id' | 'epoch'>,
): Promise<Found> {
  const mine: Right[] = []
  const others: Right[] = []
  let locked = false
  for (const { row } of await findByTerm(store, 'right', { field: 'prescription', value: prescription })) {
    if (row.left === 0) continue
    const holder = await store
      .selectFrom('terminal')
      .select(['epoch', 'retired_at'])
      .where('id', '=', row.holder)
      .executeTakeFirst()
    const stuck = isLocked(
      row,
      holder === undefined ? null : { epoch: holder.epoch, retired: holder.retired_at !== null },
    )
    if (stuck) locked = true
    else if (row.holder === terminal.id) mine.push(row)
    else others.push(row)
  }
  return { mine, others, locked }
}
