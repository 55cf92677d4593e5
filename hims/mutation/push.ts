import { CompiledQuery } from 'kysely'
import { z } from 'zod'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { Mutation } from '../../domain/wire/sync.ts'
import type { MutationResult, PushRequest, SyncProblem } from '../../domain/wire/sync.ts'
import type { StorageFault } from '../database/engine.ts'
import { statement } from '../database/statement.ts'
import type { MutationTable, Note, Store, TerminalTable } from '../database/schema.ts'
import { readKnown } from '../record/tolerant.ts'
import { applyMutation } from './apply.ts'
import type { Applying } from './outcome.ts'

type Entry = PushRequest['mutations'][number]

export interface Pushed {
  readonly lastN: number
  readonly results: readonly MutationResult[]
}

export interface PushWorld {
  readonly at: string
  readonly faultOf: (error: unknown) => StorageFault | null
}

/** Takes the mutations of one request strictly in order of `n`, inside the transaction it is given. */
export async function push(
  store: Store,
  terminalId: string,
  { epoch, mutations }: PushRequest,
  world: PushWorld,
): Promise<Result<Pushed, SyncProblem>> {
  // Read here, not before: another push of this terminal may have committed meanwhile.
  const terminal = await store.selectFrom('terminal').selectAll().where('id', '=', terminalId).executeTakeFirst()
  if (terminal === undefined || terminal.retired_at !== null) return fail({ problem: 'not-enrolled' })
  if (epoch !== terminal.epoch) return fail({ problem: 'fenced', detail: `epoch ${terminal.epoch}` })
  const expected = firstGap(terminal.last_n, mutations)
  if (expected !== null) return fail({ problem: 'gap', expected })
  const stranger = await otherMutation(store, terminal, mutations)
  if (stranger !== null) return fail({ problem: 'fenced', detail: `number ${stranger} was taken by another mutation` })
  const results: MutationResult[] = []
  let lastN = terminal.last_n
  for (const entry of mutations) {
    const stored = entry.n <= lastN ? await storedResult(store, terminal, entry.n) : null
    results.push(stored ?? (await take({ store, terminal, at: world.at }, entry, world)))
    lastN = Math.max(lastN, entry.n)
  }
  await store.updateTable('terminal').set({ last_n: lastN }).where('id', '=', terminalId).execute()
  return ok({ lastN, results })
}

/** The number that is missing before one of these could be taken, or null when they follow on. */
function firstGap(lastN: number, mutations: readonly Entry[]): number | null {
  let next = lastN + 1
  for (const { n } of mutations) {
    if (n > next) return next
    if (n === next) next++
  }
  return null
}

/** A number that already stands for another mutation: then two machines speak in this terminal's name. */
async function otherMutation(
  store: Store,
  terminal: TerminalTable,
  mutations: readonly Entry[],
): Promise<number | null> {
  const names = new Map<number, string>()
  for (const { n, id } of mutations) {
    const name = names.get(n) ?? (n <= terminal.last_n ? await nameOf(store, terminal, n) : id)
    if (name !== id) return n
    names.set(n, id)
  }
  return null
}

async function nameOf(store: Store, terminal: TerminalTable, n: number): Promise<string | null> {
  const { mutation = null } =
    (await store
      .selectFrom('pushed')
      .select('mutation')
      .where('terminal', '=', terminal.id)
      .where('epoch', '=', terminal.epoch)
      .where('n', '=', n)
      .executeTakeFirst()) ?? {}
  return mutation
}

async function storedResult(store: Store, terminal: TerminalTable, n: number): Promise<MutationResult> {
  const said = await store
    .selectFrom('pushed')
    .select(['kind', 'reason', 'note'])
    .where('terminal', '=', terminal.id)
    .where('epoch', '=', terminal.epoch)
    .where('n', '=', n)
    .executeTakeFirstOrThrow()
  return resultOf(n, said)
}

/** What a terminal was told of a mutation, as it is kept. */
type Told = Pick<MutationTable, 'kind' | 'reason' | 'note'>

const resultOf = (n: number, { kind, reason, note }: Told): MutationResult =>
  kind === 'applied' ? { n, kind, ...(note === null ? {} : { note }) } : { n, kind, reason: reason ?? '' }

const toldOf = (attempt: Attempt): Told =>
  attempt.kind === 'applied' ? { ...attempt, reason: null } : { ...attempt, note: null }

const mutationNamed = statement((store, id: string) => store.selectFrom('mutation').selectAll().where('id', '=', id))

const insertMutation = statement(
  (
    store,
    id: string,
    terminal: string,
    receivedAt: string,
    said: string,
    kind: Told['kind'],
    reason: Told['reason'],
    note: Told['note'],
  ) => store.insertInto('mutation').values({ id, terminal, received_at: receivedAt, said, kind, reason, note }),
)

const insertPushed = statement(
  (
    store,
    terminal: string,
    epoch: number,
    n: number,
    mutation: string,
    kind: Told['kind'],
    reason: Told['reason'],
    note: Told['note'],
  ) => store.insertInto('pushed').values({ terminal, epoch, n, mutation, kind, reason, note }),
)

/** Applies a mutation that has a new number, unless it was applied under an earlier one, and notes both for good. */
async function take(applying: Applying, entry: Entry, world: PushWorld): Promise<MutationResult> {
  const { store, terminal, at } = applying
  const [before] = await mutationNamed(store, entry.id)
  const outcome = before === undefined ? await attempt(applying, entry, world) : again(before, entry)
  const told = toldOf(outcome)
  const { kind, reason, note } = told
  if (before === undefined) {
    await insertMutation(store, entry.id, terminal.id, at, JSON.stringify(entry), kind, reason, note)
  }
  await insertPushed(store, terminal.id, terminal.epoch, entry.n, entry.id, kind, reason, note)
  return resultOf(entry.n, told)
}

/** A mutation that says again what it said keeps its outcome; other words under its id are refused. */
function again({ said, kind, reason, note }: MutationTable, entry: Entry): Attempt {
  const before = z.looseObject({}).parse(JSON.parse(said))
  const same = JSON.stringify({ ...before, n: 0 }) === JSON.stringify({ ...entry, n: 0 })
  if (!same) return { kind: 'refused', reason: 'id-taken' }
  return kind === 'applied' ? { kind, note } : { kind, reason: reason ?? '' }
}

const savepoint = CompiledQuery.raw('savepoint mutation')
const rollback = CompiledQuery.raw('rollback to mutation')
const release = CompiledQuery.raw('release mutation')

type Attempt =
  { readonly kind: 'applied'; readonly note: Note | null } | { readonly kind: 'refused'; readonly reason: string }

/** One that can't be read or breaks a rule is undone and set aside; it never holds up those behind it. */
async function attempt(applying: Applying, entry: Entry, { faultOf }: PushWorld): Promise<Attempt> {
  const read = readKnown(Mutation, entry)
  if (!read.ok) return { kind: 'refused', reason: `unreadable ${read.problem}`.slice(0, 200) }
  const { store } = applying
  await store.executeQuery(savepoint)
  try {
    const said = z.looseObject({}).parse(entry['body'])
    const outcome = await applyMutation(applying, read.value, said)
    if (outcome.kind === 'refused') await store.executeQuery(rollback)
    await store.executeQuery(release)
    return outcome
  } catch (error) {
    if (faultOf(error) !== null) throw error
    await store.executeQuery(rollback)
    await store.executeQuery(release)
    return { kind: 'refused', reason: 'internal' }
  }
}
