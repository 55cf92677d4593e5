/** Where those who wait for a commit are woken. */
export interface NewsRoom {
  /** Resolves at the next commit, or after so many milliseconds, or when the server closes. */
  readonly wait: (milliseconds: number) => Promise<void>
  readonly tell: () => void
  /** True once the server is closing: nobody should wait again. */
  readonly closing: () => boolean
  readonly close: () => void
  /** A server begins over the same database. */
  readonly open: () => void
}

/** Calls once after so many milliseconds unless it is cancelled. */
export type After = (milliseconds: number, run: () => void) => () => void

export const realAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

export function newsRoom(after: After = realAfter): NewsRoom {
  const waiting = new Set<() => void>()
  let closing = false
  const tell = (): void => {
    for (const wake of waiting) wake()
  }
  return {
    tell,
    closing: () => closing,
    open: () => {
      closing = false
    },
    close: () => {
      closing = true
      tell()
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake)
          cancel()
          resolve()
        }
        const cancel = after(closing ? 0 : milliseconds, wake)
        waiting.add(wake)
      }),
  }
}
