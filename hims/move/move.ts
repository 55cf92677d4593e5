import type { Engine } from '../database/engine.ts'
import { catchUp } from './catch-up.ts'
import type { Both, CatchUp } from './catch-up.ts'
import { copyTables } from './copy.ts'
import { digestOf } from './digest.ts'
import type { RunningDigest, TableDigest } from './digest.ts'
import { countOf, removeRows, pageAfter, keyOf } from './rows.ts'
import { shapesOf } from './shape.ts'
import { exclusively, unwatchChanges, watchChanges } from './watch.ts'

export interface MoveWorld {
  /** Unix milliseconds. */
  readonly now: () => number
  readonly say: (line: string) => void
  /** The address of the new database as it is left in the old one: sealed, because it may hold a password. */
  readonly sealed: string
}

export interface Moved {
  readonly rows: number
  /** How long no write was taken, milliseconds, until the old database pointed to the new one. */
  readonly paused: number
  readonly tables: readonly TableDigest[]
  /** The tables whose rows in the old database, read again at the end, are not what arrived: none. */
  readonly unequal: readonly string[]
}

type Digests = ReadonlyMap<string, RunningDigest>

/** A cut-over that takes longer is given up, and the old database takes writes again. */
const LONGEST_PAUSE = 15_000
/** A round of changes that took so long at most will fit into the pause. */
const SHORT_ROUND = 1_000
const MOST_ROUNDS = 100
/** Up to so many rows are compared inside the pause; more are compared when the old database has gone quiet. */
const SMALL = 50_000

/** Moves every row to another engine while the old one goes on serving. Throws, and undoes, when it cannot. */
export async function moveRows(from: Engine, to: Engine, world: MoveWorld): Promise<Moved> {
  const shapes = await shapesOf(from)
  ensureSame(shapes, await shapesOf(to))
  const both: Both = { from, to, shapes }
  await ensureEmpty(both)
  await setState(to, 'filling')
  await empty(both)
  await watchChanges(from, shapes)
  try {
    return await moveWatched(both, world)
  } catch (error) {
    await reopen(from)
    throw error
  } finally {
    await unwatchChanges(from, shapes)
  }
}

async function moveWatched(both: Both, world: MoveWorld): Promise<Moved> {
  const changes = catchUp(both)
  let rows = 0
  let told = world.now()
  await copyTables(both, changes, (more) => {
    rows += more
    if (world.now() - told < 5000) return
    told = world.now()
    world.say(`${rows} rows copied`)
  })
  await settle(changes, null, world)
  const digests = new Map<string, RunningDigest>()
  for (const shape of both.shapes) digests.set(shape.name, await digestOf(both.to.store, shape))
  await settle(changes, digests, world)
  return cutOver(both, changes, digests, world)
}

/** Rounds until one is so short that a pause may hold it. The busier the database, the longer the rounds stay. */
async function settle(changes: CatchUp, digests: Digests | null, { now }: MoveWorld): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const start = now()
    // A round in which rows went on changing under its hands is taken up again by the next.
    const done = await changes.round(digests).then(
      () => true,
      () => false,
    )
    if (done && now() - start < SHORT_ROUND) return
  }
}

async function cutOver(both: Both, changes: CatchUp, digests: Digests, world: MoveWorld): Promise<Moved> {
  const { from, to, shapes } = both
  const start = world.now()
  await setState(from, 'paused', start + LONGEST_PAUSE)
  await changes.round(digests)
  const arrived = shapes.map((shape) => digests.get(shape.name)?.value() ?? { table: shape.name, rows: 0, hash: '' })
  const rows = arrived.reduce((sum, table) => sum + table.rows, 0)
  for (const [at, shape] of shapes.entries()) {
    if ((await countOf(from.store, shape)) !== arrived[at]?.rows) throw new Error(`${shape.name} did not arrive whole`)
  }
  if (rows <= SMALL) {
    const [wrong] = await unequalOf(both, arrived)
    if (wrong !== undefined) throw new Error(`${wrong} did not arrive as it is`)
  }
  await pointTo(from, world)
  await setState(to, 'open')
  const paused = world.now() - start
  return { rows, paused, tables: arrived, unequal: rows <= SMALL ? [] : await unequalOf(both, arrived) }
}

/** The old database read again from end to end, apart from the copying. */
async function unequalOf({ from, shapes }: Both, arrived: readonly TableDigest[]): Promise<readonly string[]> {
  const unequal: string[] = []
  for (const [at, shape] of shapes.entries()) {
    if ((await digestOf(from.store, shape)).value().hash !== arrived[at]?.hash) unequal.push(shape.name)
  }
  return unequal
}

/** The step after which there is no way back: from here on the rows live in the new database. */
async function pointTo({ store }: Engine, { now, sealed }: MoveWorld): Promise<void> {
  const { numUpdatedRows } = await store
    .updateTable('writer')
    .set({ state: 'moved', until: 0, moved_to: sealed })
    .where('state', '=', 'paused')
    .where('until', '>', now())
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('The pause took too long; the old database takes writes again')
}

export async function setState({ store }: Engine, state: 'open' | 'filling' | 'paused', until = 0): Promise<void> {
  await store.updateTable('writer').set({ state, until, moved_to: null }).execute()
}

const reopen = async ({ store }: Engine): Promise<void> =>
  void (await store.updateTable('writer').set({ state: 'open', until: 0 }).where('state', '=', 'paused').execute())

function ensureSame(one: Both['shapes'], other: Both['shapes']): void {
  const text = (shapes: Both['shapes']) => shapes.map(({ name, columns }) => `${name}(${columns.join()})`).toSorted()
  const [these, those] = [text(one), text(other)]
  const odd = these.find((table, at) => table !== those[at]) ?? those.find((table, at) => table !== these[at])
  if (odd !== undefined) throw new Error(`The two databases have different tables: ${odd}`)
}

/** A database that somebody uses is not written over; what an earlier move left half done is. */
async function ensureEmpty({ to }: Both): Promise<void> {
  const { state } = await to.store.selectFrom('writer').select('state').executeTakeFirstOrThrow()
  if (state === 'filling') return
  const used = await to.store.selectFrom('hims').select('salt').executeTakeFirst()
  if (used !== undefined || state !== 'open') throw new Error('The database to move to is in use')
}

async function empty({ to, shapes }: Both): Promise<void> {
  for (const shape of shapes.toReversed()) {
    for (;;) {
      const page = await pageAfter(to.store, shape, null, 2000)
      if (page.length === 0) break
      await exclusively(to.store, (store) =>
        removeRows(
          store,
          shape,
          page.map((row) => keyOf(shape, row)),
        ),
      )
    }
  }
}
