import type { Database } from './database.ts'

/** Whose work goes first where two threads write one database: that of people, then that on many rows. */
export interface Turn {
  /** Shared with the thread that works on many rows. */
  readonly memory: SharedArrayBuffer
  /** Has that thread stop after what it is at, waits for that, and keeps it so while this is done. */
  readonly first: <Value>(work: () => Value) => Value
  /** Somebody asked something. */
  readonly asked: () => void
}

/** Where in the shared memory it says how many want to write, how often something was asked, and who is writing. */
const WANTED = 0
const ASKED = 1
const BUSY = 2

/** Whoever wanted to write, or was writing, and died must not hold others up for ever, in milliseconds. */
const LONGEST = 2000

export function turn(): Turn {
  const memory = new SharedArrayBuffer(12)
  const cells = new Int32Array(memory)
  return {
    memory,
    asked: () => void Atomics.add(cells, ASKED, 1),
    first(work) {
      Atomics.add(cells, WANTED, 1)
      try {
        // Whoever leaves it to SQLite waits up to a tenth of a second longer than the other thread works.
        while (Atomics.load(cells, BUSY) === 1 && Atomics.wait(cells, BUSY, 1, LONGEST) !== 'timed-out');
        return work()
      } finally {
        Atomics.sub(cells, WANTED, 1)
        Atomics.notify(cells, WANTED)
      }
    },
  }
}

/** The thread on the other side is no more, whatever it was at. */
export function otherIsGone(memory: SharedArrayBuffer): void {
  const cells = new Int32Array(memory)
  Atomics.store(cells, BUSY, 0)
  Atomics.notify(cells, BUSY)
}

/** The other thread's side. */
export interface OtherTurn {
  /** Waits until nobody wants to write, and has them wait while this is done. */
  readonly last: Turn['first']
  /** Somebody waits to write. */
  readonly isWanted: () => boolean
  /** Nobody has asked anything for a while. */
  readonly isQuiet: () => boolean
}

/** So long after a question somebody may still be at work, in milliseconds. */
const QUIET_AFTER = 15_000

export function otherTurn(memory: SharedArrayBuffer, now: () => number): OtherTurn {
  const cells = new Int32Array(memory)
  let known = 0
  let heard = Number.NEGATIVE_INFINITY
  const free = () => {
    Atomics.store(cells, BUSY, 0)
    Atomics.notify(cells, BUSY)
  }
  const take = () => {
    for (let waited = false; ;) {
      const wanted = Atomics.load(cells, WANTED)
      if (wanted > 0 && !waited) waited = Atomics.wait(cells, WANTED, wanted, LONGEST) === 'timed-out'
      Atomics.store(cells, BUSY, 1)
      // Somebody may have come between the look and the mark; then it is theirs.
      if (waited || Atomics.load(cells, WANTED) === 0) return
      free()
    }
  }
  return {
    isWanted: () => Atomics.load(cells, WANTED) > 0,
    last(work) {
      take()
      try {
        return work()
      } finally {
        free()
      }
    },
    isQuiet() {
      const asked = Atomics.load(cells, ASKED)
      if (asked !== known) heard = now()
      known = asked
      return Math.abs(now() - heard) > QUIET_AFTER
    },
  }
}

/** Every write of this connection takes its turn, and a transaction begins as a writing one: it is never outrun halfway. */
export function takeTurns(database: Database, { first }: Turn): void {
  const prepare = database.prepare.bind(database)
  beginWriting(database, first)
  Object.assign(database, {
    prepare(sql: string) {
      const statement = prepare(sql)
      if (statement.readonly) return statement
      const run = statement.run.bind(statement)
      return Object.assign(statement, {
        run: (...values: unknown[]) => (database.inTransaction ? run(...values) : first(() => run(...values))),
      })
    },
  })
}

/** The same for the transactions only: where one row comes after another as fast as can be. */
export function beginWriting(database: Database, first: Turn['first']): void {
  const transaction = database.transaction.bind(database)
  Object.assign(database, {
    transaction(work: (...values: unknown[]) => unknown) {
      const whole = transaction(work)
      return (...values: unknown[]) =>
        database.inTransaction ? whole(...values) : first(() => whole.immediate(...values))
    },
  })
  // Longer than the other thread ever works without a look at whose turn it is.
  database.pragma('busy_timeout = 10000')
}
