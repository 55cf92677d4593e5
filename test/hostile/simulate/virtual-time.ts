import { oneThread } from './one-thread.ts'

/** A clock and timers that move only when everything that can happen at a moment has happened. */
export interface VirtualTime {
  /** Unix milliseconds. */
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Work that ends within the moment. */
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Lets so many milliseconds pass. */
  readonly pass: (milliseconds: number) => Promise<void>
  /** Lets time pass until something is so; false when it was not so in time. */
  readonly until: (check: () => Promise<boolean>, milliseconds: number) => Promise<boolean>
  /** Lets time pass until something that takes time is done. */
  readonly whilst: <Value>(work: Promise<Value>) => Promise<Value>
  readonly stop: () => void
}

interface Timer {
  readonly at: number
  readonly run: () => void
  cancelled: boolean
}

/** Turns of the loop with nothing open: what streams and promises still pass on among themselves has come to rest. */
const QUIET_TURNS = 3
/** Turns after which something runs in a circle. */
const MOST_TURNS = 1_000_000

export function virtualTime(start: number): VirtualTime {
  const thread = oneThread()
  let at = start
  let stopped = false
  // Sorted by time, then by the order in which they were set.
  const timers: Timer[] = []

  const insert = (timer: Timer): void => {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = timers[middle]
      if (other !== undefined && other.at <= timer.at) low = middle + 1
      else high = middle
    }
    timers.splice(low, 0, timer)
  }
  async function settle(): Promise<void> {
    let quiet = 0
    for (let turns = 0; quiet < QUIET_TURNS; turns++) {
      if (turns > MOST_TURNS) throw new Error('Something is under way that never ends')
      await thread.turn()
      quiet = thread.open() === 0 ? quiet + 1 : 0
    }
  }
  async function passTo(end: number): Promise<void> {
    await settle()
    for (let next = timers[0]; next !== undefined && next.at <= end; next = timers[0]) {
      timers.shift()
      if (next.cancelled) continue
      at = Math.max(at, next.at)
      next.run()
      await settle()
    }
    at = Math.max(at, end)
  }

  return {
    now: () => at,
    after(milliseconds, run) {
      const timer = { at: at + Math.max(0, Math.ceil(milliseconds)), run, cancelled: false }
      if (!stopped) insert(timer)
      return () => {
        timer.cancelled = true
      }
    },
    async during(work) {
      const value = await work()
      await settle()
      return value
    },
    pass: (milliseconds) => passTo(at + Math.ceil(milliseconds)),
    async until(check, milliseconds) {
      const end = at + milliseconds
      await settle()
      while (!(await check())) {
        const next = timers[0]
        if (next === undefined || next.at > end) return false
        await passTo(next.at)
      }
      return true
    },
    async whilst(work) {
      const outcome = { done: false }
      const ended = () => {
        outcome.done = true
      }
      work.then(ended, ended)
      await settle()
      for (let next = timers[0]; !outcome.done && next !== undefined; next = timers[0]) await passTo(next.at)
      return work
    },
    stop() {
      stopped = true
      timers.length = 0
    },
  }
}
