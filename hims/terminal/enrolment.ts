import type { EnrolRequest, HimsRole } from '../../domain/wire/sync.ts'
import { Facility } from '../../domain/hospital/facility.ts'
import { uuidV7 } from '../../domain/id.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { takeNumbers } from '../database/counter.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { adoptPeople } from '../record/member.ts'
import { readKnown } from '../record/tolerant.ts'
import { giveRights } from '../right/give-rights.ts'
import { handOver } from '../right/hand-over.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { hashCode, newCode, readCode } from './code.ts'

/** What an administrator says of a terminal before it exists. */
export interface EnrolmentPlan {
  readonly role: HimsRole
  /** As it stands over the counter: `Counter 7`. */
  readonly label: string
  /** The code of its hospital; the first that was loaded, unless it is said. */
  readonly facility?: string | undefined
}

export interface Enrolment {
  /** Shown once; HIMS keeps only a hash of it. */
  readonly code: string
  readonly expiresAt: string
}

const CODE_LIVES = 24 * 3_600_000

export async function createEnrolment(
  { commit, salt, world }: HimsInside,
  { role, label, facility }: EnrolmentPlan,
): Promise<Enrolment> {
  const code = newCode(world.random)
  const expiresAt = moment(world.now() + CODE_LIVES)
  const hash = await hashCode(readCode(code) ?? code, salt)
  const row = { code_hash: hash, role, label, expires_at: expiresAt, terminal: null, facility: facility ?? null }
  await commit(1, (store) => store.insertInto('enrolment').values(row).execute())
  return { code, expiresAt }
}

export interface Enrolled {
  readonly terminal: TerminalTable
  readonly facility: Facility
}

export type EnrolProblem = 'unknown-code' | 'mistyped' | 'no-facility'

/** The stored form of a typed code; slow, so it is worked out before the transaction. */
export async function codeHash(typed: string, salt: string): Promise<string | null> {
  const code = readCode(typed)
  return code === null ? null : hashCode(code, salt)
}

/** Makes a terminal of whoever brings the code first. Bringing it again with the same key repeats the answer. */
export async function enrol(
  store: Store,
  hash: string,
  { publicKey }: Pick<EnrolRequest, 'publicKey'>,
  world: HimsWorld,
): Promise<Result<Enrolled, EnrolProblem>> {
  const plan = await store.selectFrom('enrolment').selectAll().where('code_hash', '=', hash).executeTakeFirst()
  const facility = await facilityOf(store, plan?.facility ?? null)
  if (facility === null) return fail('no-facility')
  if (plan === undefined) return fail('unknown-code')
  const known = await store.selectFrom('terminal').selectAll().where('public_key', '=', publicKey).executeTakeFirst()
  if (plan.terminal !== null) {
    return known?.id === plan.terminal ? ok({ terminal: known, facility }) : fail('unknown-code')
  }
  // One key is one terminal: a second code for it would give it two queues of numbers.
  if (known !== undefined || plan.expires_at <= moment(world.now())) return fail('unknown-code')
  const terminal: TerminalTable = {
    id: uuidV7(world.now(), world.random(10)),
    number: await takeNumbers(store, 'terminal'),
    role: plan.role,
    label: plan.label,
    public_key: publicKey,
    facility: facility.code,
    epoch: 1,
    last_n: 0,
    enrolled_at: moment(world.now()),
    retired_at: null,
  }
  await store.insertInto('terminal').values(terminal).execute()
  await store.updateTable('enrolment').set({ terminal: terminal.id }).where('code_hash', '=', hash).execute()
  await adoptPeople(store, terminal.facility)
  if (terminal.role === 'pharmacy') {
    await giveRights(store, world)
    await handOver(store, world)
  }
  return ok({ terminal, facility })
}

/** The hospital with this code, or the first that there is. */
async function facilityOf(store: Store, code: string | null): Promise<Facility | null> {
  const every = store.selectFrom('record').select('row').where('name', '=', 'facility')
  const record = await (code === null ? every.orderBy('id') : every.where('id', '=', code)).executeTakeFirst()
  const read = record === undefined ? null : readKnown(Facility, JSON.parse(record.row))
  return read?.ok === true ? read.value : null
}
