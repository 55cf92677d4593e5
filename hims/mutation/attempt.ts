import { CompiledQuery } from 'kysely'

import type { Mutation } from '../../domain/wire/sync.ts'
import type { StorageFault } from '../database/engine.ts'
import type { Note } from '../database/schema.ts'
import { OutsideUnit, unitOf } from '../database/unit.ts'
import { applyMutation } from './apply.ts'
import type { Applying } from './outcome.ts'
import { Whole } from './read-entry.ts'
import type { ReadEntry } from './read-entry.ts'

export type Attempt =
  | { readonly kind: 'applied'; readonly note: Note | null }
  | { readonly kind: 'refused'; readonly reason: string }

type FaultOf = (error: unknown) => StorageFault | null

const internal: Attempt = { kind: 'refused', reason: 'internal' }

/** One that can't be read or breaks a rule is undone and set aside; it never holds up those behind it. */
export async function attempt(applying: Applying, { read, said }: ReadEntry, faultOf: FaultOf): Promise<Attempt> {
  if (!read.ok) return { kind: 'refused', reason: `unreadable ${read.problem}`.slice(0, 200) }
  const body = Whole.parse(said['body'])
  const unit = unitOf(applying.store)
  if (unit === null) return attemptAlone(applying, read.value, body, faultOf)
  const mark = unit.mark()
  try {
    const outcome = await applyMutation(applying, read.value, body)
    if (outcome.kind === 'refused') unit.back(mark)
    return outcome
  } catch (error) {
    unit.back(mark)
    if (faultOf(error) !== null) throw error
    if (!(error instanceof OutsideUnit)) return internal
    // It asks the database itself: what came before it is written, and it begins anew in the plain transaction.
    await unit.flush()
    return attemptAlone({ ...applying, store: unit.below }, read.value, body, faultOf)
  }
}

const savepoint = CompiledQuery.raw('savepoint mutation')
const rollback = CompiledQuery.raw('rollback to mutation')
const release = CompiledQuery.raw('release mutation')

async function attemptAlone(
  applying: Applying,
  mutation: Mutation,
  body: Readonly<Record<string, unknown>>,
  faultOf: FaultOf,
): Promise<Attempt> {
  const { store } = applying
  await store.executeQuery(savepoint)
  try {
    const outcome = await applyMutation(applying, mutation, body)
    if (outcome.kind === 'refused') await store.executeQuery(rollback)
    await store.executeQuery(release)
    return outcome
  } catch (error) {
    if (faultOf(error) !== null) throw error
    await store.executeQuery(rollback)
    await store.executeQuery(release)
    return internal
  }
}
