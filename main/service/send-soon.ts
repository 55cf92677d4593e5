import type { Timers } from './world.ts'

/**
 * What was saved goes to HIMS so soon after it, in milliseconds: what one person is given is several deeds, which go
 * together, and whoever stands at the counter waits for a paper that is being drawn meanwhile.
 */
const SENT_AFTER = 200
/** Whoever closes the window waits no longer for HIMS, in milliseconds. */
const PATIENCE = 1000
const LOOK_EVERY = 10

export interface Sender {
  soon(): void
  /** Sends at once what was saved just now: until the next start nobody else would hear of it. */
  close(): Promise<void>
}

/** `isDone`: everything was sent, or nobody is there to hear it. */
export function sender(
  { after }: Timers,
  { send, isDone }: { readonly send: () => void; readonly isDone: () => boolean },
): Sender {
  let stop: (() => void) | null = null
  const pause = () => new Promise<void>((resolve) => void after(LOOK_EVERY, resolve))
  return {
    soon() {
      stop ??= after(SENT_AFTER, () => {
        stop = null
        send()
      })
    },
    async close() {
      if (stop === null) return
      stop()
      stop = null
      send()
      for (let waited = 0; waited < PATIENCE && !isDone(); waited += LOOK_EVERY) await pause()
    },
  }
}
