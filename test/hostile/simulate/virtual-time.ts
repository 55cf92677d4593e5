import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as turn } from 'node:timers/promises'

/** A clock and timers that move only when everything that can happen at a moment has happened. */
export interface VirtualTime {
  /** Unix milliseconds. */
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Work that time waits for, such as a request that is being answered. */
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** The same for work that ends by waiting for time: until it first sets a timer. */
  readonly untilItWaits: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** A way through this world inside such work: meanwhile time goes on. */
  readonly onTheWay: <Value>(way: () => Promise<Value>) => Promise<Value>
  /** Begins something that goes on by itself. */
  readonly apart: (begin: () => void) => void
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
  readonly order: number
  readonly run: () => void
}

/** So many turns of the loop without anything new, and nothing can be under way any more. */
const QUIET_TURNS = 60
/** Real milliseconds. */
const PATIENCE = 30_000

export function virtualTime(start: number): VirtualTime {
  let at = start
  let order = 0
  const state = { busy: 0, activity: 0, stopped: false }
  // Sorted by time, then by the order in which they were set.
  const timers: Timer[] = []

  /** Inside such work: how to stop being waited for. */
  const working = new AsyncLocalStorage<{ readonly waits: (() => void) | null }>()

  const insert = (timer: Timer): void => {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = timers[middle]
      if (other !== undefined && (other.at < timer.at || (other.at === timer.at && other.order < timer.order))) {
        low = middle + 1
      } else high = middle
    }
    timers.splice(low, 0, timer)
  }
  async function settle(): Promise<void> {
    let seen = state.activity
    let quiet = 0
    const began = performance.now()
    while (quiet < QUIET_TURNS || state.busy > 0) {
      if (performance.now() - began > PATIENCE) throw new Error('Something is under way that never ends')
      await turn()
      quiet = seen === state.activity && state.busy === 0 ? quiet + 1 : 0
      seen = state.activity
    }
  }
  async function passTo(end: number): Promise<void> {
    await settle()
    for (let next = timers[0]; next !== undefined && next.at <= end && !state.stopped; next = timers[0]) {
      timers.shift()
      at = Math.max(at, next.at)
      next.run()
      state.activity++
      await settle()
    }
    at = Math.max(at, end)
  }
  const pass = (milliseconds: number) => passTo(at + Math.ceil(milliseconds))

  return {
    now: () => at,
    after(milliseconds, run) {
      state.activity++
      working.getStore()?.waits?.()
      const timer = { at: at + Math.max(0, Math.ceil(milliseconds)), order: order++, run }
      if (!state.stopped) insert(timer)
      return () => {
        const place = timers.indexOf(timer)
        if (place !== -1) timers.splice(place, 1)
      }
    },
    async during(work) {
      state.busy++
      state.activity++
      try {
        return await working.run({ waits: null }, work)
      } finally {
        state.busy--
        state.activity++
      }
    },
    async untilItWaits(work) {
      state.busy++
      let counted = true
      const waits = () => {
        if (counted) state.busy--
        counted = false
      }
      try {
        return await working.run({ waits }, work)
      } finally {
        waits()
        state.activity++
      }
    },
    async onTheWay(way) {
      if (working.getStore()?.waits !== null) return way()
      state.busy--
      try {
        return await way()
      } finally {
        state.busy++
      }
    },
    apart: (begin) => working.exit(begin),
    pass,
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
      state.stopped = true
      timers.length = 0
    },
  }
}
