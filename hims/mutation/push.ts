import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { MutationResult, PushRequest, SyncProblem } from '../../domain/wire/sync.ts'
import type { AuditAlarm } from '../audit/audit-head.ts'
import { keepAuditHead } from '../audit/audit-head.ts'
import type { StorageFault } from '../database/engine.ts'
import { inUnit } from '../database/unit.ts'
import type { MutationTable, PushedTable, Store, TerminalTable } from '../database/schema.ts'
import { terminalNamed, terminalsIn } from '../terminal/terminal-unit.ts'
import { attempt } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import type { Applying } from './outcome.ts'
import { mutationsIn, pushedIn } from './pushed-unit.ts'
import { Whole, readEntry } from './read-entry.ts'
import type { ReadEntry } from './read-entry.ts'

export interface Pushed {
  readonly lastN: number
  readonly results: readonly MutationResult[]
  /** Something about the terminal's audit log does not fit; null when all is well. */
  readonly alarm: AuditAlarm | null
}

export interface PushWorld {
  readonly at: string
  /** On a hub: a number may have been taken by HIMS, which told the hub so and not what was said. */
  readonly elsewhere?: true
  readonly faultOf: (error: unknown) => StorageFault | null
}

/** Takes the mutations of one request strictly in order of `n`, inside the transaction or unit it is given. */
export const push = (
  store: Store,
  terminalId: string,
  { mutations, ...rest }: PushRequest,
  world: PushWorld,
): Promise<Result<Pushed, SyncProblem>> =>
  pushRead(store, terminalId, { ...rest, entries: mutations.map(readEntry) }, world)

/** A push whose mutations have been read already. */
export type ReadPush = Pick<PushRequest, 'epoch' | 'audit'> & { readonly entries: readonly ReadEntry[] }

export async function pushRead(
  store: Store,
  terminalId: string,
  { epoch, entries, audit }: ReadPush,
  world: PushWorld,
): Promise<Result<Pushed, SyncProblem>> {
  // Read here, not before: another push of this terminal may have committed meanwhile.
  const terminal = await terminalNamed(store, terminalId)
  if (terminal === null || terminal.retired_at !== null) return fail({ problem: 'not-enrolled' })
  if (epoch !== terminal.epoch) return fail({ problem: 'fenced', detail: `epoch ${terminal.epoch}` })
  const expected = firstGap(terminal.last_n, entries)
  if (expected !== null) return fail({ problem: 'gap', expected })
  const stranger = await otherMutation(store, terminal, entries, world)
  if (stranger !== null) return fail({ problem: 'fenced', detail: `number ${stranger} was taken by another mutation` })
  const results: MutationResult[] = []
  let lastN = terminal.last_n
  for (const entry of entries) {
    const stored = entry.n <= lastN ? await storedResult(store, terminal, entry) : null
    results.push(stored ?? (await take({ store, terminal, at: world.at }, entry, world)))
    lastN = Math.max(lastN, entry.n)
  }
  const isNews = lastN > terminal.last_n
  const alarm = audit === undefined ? null : await keepAuditHead(store, terminal, { ...audit, at: world.at, isNews })
  if (isNews) await keepLastN(store, terminal, lastN)
  return ok({ lastN, results, alarm })
}

/** The number that is missing before one of these could be taken, or null when they follow on. */
function firstGap(lastN: number, entries: readonly ReadEntry[]): number | null {
  let next = lastN + 1
  for (const { n } of entries) {
    if (n > next) return next
    if (n === next) next++
  }
  return null
}

const keepLastN = (store: Store, terminal: TerminalTable, lastN: number): Promise<void> =>
  inUnit(store, async (unit) => terminalsIn(unit).put({ ...terminal, last_n: lastN }))

/** A number that already stands for another mutation: then two machines speak in this terminal's name. */
async function otherMutation(
  store: Store,
  terminal: TerminalTable,
  entries: readonly ReadEntry[],
  { elsewhere }: PushWorld,
): Promise<number | null> {
  const names = new Map<number, string>()
  for (const { n, id } of entries) {
    if ((names.get(n) ?? id) !== id) return n
    const isTaken = n <= terminal.last_n && !names.has(n)
    if (isTaken && (await pushedAs(store, terminal, { n, id })) === null) {
      if (elsewhere !== true || (await isTakenHere(store, terminal, n))) return n
    }
    names.set(n, id)
  }
  return null
}

type Said = Pick<ReadEntry, 'n' | 'id'>

const pushedAs = (store: Store, { id: terminal, epoch }: TerminalTable, { n, id }: Said): Promise<PushedTable | null> =>
  inUnit(store, (unit) => pushedIn(unit).find({ mutation: id, terminal, epoch, n }))

/** No index serves this: it is for a hub, which holds one hospital, and for the rare number it knows by hearsay. */
async function isTakenHere(store: Store, { id, epoch }: TerminalTable, n: number): Promise<boolean> {
  const query = store.selectFrom('pushed').select('n').where('terminal', '=', id).where('epoch', '=', epoch)
  return (await query.where('n', '=', n).executeTakeFirst()) !== undefined
}

/** Null for a number that was taken elsewhere. */
async function storedResult(store: Store, terminal: TerminalTable, said: Said): Promise<MutationResult | null> {
  const told = await pushedAs(store, terminal, said)
  return told === null ? null : resultOf(said.n, told)
}

/** What a terminal was told of a mutation, as it is kept. */
type Told = Pick<MutationTable, 'kind' | 'reason' | 'note'>

const resultOf = (n: number, { kind, reason, note }: Told): MutationResult =>
  kind === 'applied' ? { n, kind, ...(note === null ? {} : { note }) } : { n, kind, reason: reason ?? '' }

const toldOf = (attempted: Attempt): Told =>
  attempted.kind === 'applied'
    ? { kind: 'applied', reason: null, note: attempted.note }
    : { kind: 'refused', reason: attempted.reason, note: null }

/** Applies a mutation that has a new number, unless it was applied under an earlier one, and notes both for good. */
async function take(applying: Applying, entry: ReadEntry, world: PushWorld): Promise<MutationResult> {
  const { store, terminal } = applying
  const told = await takeOnce(applying, entry, world)
  await inUnit(store, async (unit) => {
    pushedIn(unit).put({ terminal: terminal.id, epoch: terminal.epoch, n: entry.n, mutation: entry.id, ...told })
  })
  return resultOf(entry.n, told)
}

/**
 * Takes what a terminal signed and was told is kept, although its numbers count no more: it has begun a new epoch since, or
 * an older copy of it used them again. Each counts once, by its id.
 */
export async function takeStrays(
  store: Store,
  terminal: TerminalTable,
  { epoch, mutations }: PushRequest,
  world: PushWorld,
): Promise<readonly MutationResult[]> {
  const applying: Applying = { store, terminal: { ...terminal, epoch }, at: world.at }
  const results: MutationResult[] = []
  for (const entry of mutations.map(readEntry)) results.push(resultOf(entry.n, await takeOnce(applying, entry, world)))
  return results
}

async function takeOnce(applying: Applying, entry: ReadEntry, world: PushWorld): Promise<Told> {
  const { store, terminal, at } = applying
  const before = await inUnit(store, (unit) => mutationsIn(unit).find(entry.id))
  const told = toldOf(before === null ? await attempt(applying, entry, world.faultOf) : again(before, entry))
  if (before === null) {
    const said = JSON.stringify(entry.said)
    await inUnit(store, async (unit) =>
      mutationsIn(unit).put({ id: entry.id, terminal: terminal.id, received_at: at, said, ...told }),
    )
  }
  return told
}

/** A mutation that says again what it said keeps its outcome; other words under its id are refused. */
function again({ said, kind, reason, note }: MutationTable, entry: ReadEntry): Attempt {
  const before = Whole.parse(JSON.parse(said))
  const same = JSON.stringify({ ...before, n: 0 }) === JSON.stringify({ ...entry.said, n: 0 })
  if (!same) return { kind: 'refused', reason: 'id-taken' }
  return kind === 'applied' ? { kind, note } : { kind, reason: reason ?? '' }
}
