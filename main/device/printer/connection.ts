import { connect } from 'node:net'

import { replyReader, type Reply } from './reply.ts'

/** One TCP connection to a printer. Every wait ends: with an answer, with the time, or with the connection. */
export type Connection = {
  /** True when the network took every byte; false when the connection broke or nothing moved for `stall` ms. */
  readonly send: (bytes: Uint8Array, stall: number) => Promise<boolean>
  /** The first reply that `wanted` accepts, looking also at those already here; null when none comes in `ms`. */
  readonly receive: (wanted: (reply: Reply) => boolean, ms: number) => Promise<Reply | null>
  /** Says goodbye and waits up to `ms` for the printer to have read everything and to say so too. */
  readonly finish: (ms: number) => Promise<void>
  readonly isOpen: () => boolean
  readonly close: () => void
}

export type Address = { readonly host: string; readonly port: number }

/** Null when nobody answers at the address within `ms`. */
export function openConnection(address: Address, ms: number): Promise<Connection | null> {
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true })
    const changed = notifier()
    const read = replyReader()
    const replies: Reply[] = []
    let open = true
    const end = (): void => {
      open = false
      socket.destroy()
      changed.tell()
      resolve(null)
    }
    const late = setTimeout(end, ms)
    socket.on('error', end)
    socket.on('end', end)
    socket.on('close', () => {
      clearTimeout(late)
      end()
    })
    socket.on('data', (bytes) => {
      replies.push(...read(bytes))
      changed.tell()
    })
    socket.on('connect', () => {
      clearTimeout(late)
      resolve({
        send: async (bytes, stall) => {
          for (let from = 0; from < bytes.length; from += chunk) {
            if (!open) return false
            let taken = false
            socket.write(bytes.subarray(from, from + chunk), () => {
              taken = true
              changed.tell()
            })
            if (!(await changed.until(() => taken || !open, stall)) || !open) return false
          }
          return open
        },
        receive: async (wanted, wait) => {
          let found: Reply | null = null
          await changed.until(() => {
            while (found === null && replies.length > 0) {
              const reply = replies.shift()
              if (reply !== undefined && wanted(reply)) found = reply
            }
            return found !== null || !open
          }, wait)
          return found
        },
        finish: async (wait) => {
          socket.end()
          await changed.until(() => !open, wait)
        },
        isOpen: () => open,
        close: end,
      })
    })
  })
}

/** Small enough that a slow printer is seen to move. */
const chunk = 4096

/** Waits for a condition that only changes when `tell` is called. */
function notifier() {
  const waiting = new Set<() => void>()
  return {
    tell: (): void => {
      for (const look of waiting) look()
    },
    /** False when the condition did not come true within `ms`. */
    until: (condition: () => boolean, ms: number): Promise<boolean> =>
      new Promise((resolve) => {
        const settle = (held: boolean): void => {
          clearTimeout(late)
          waiting.delete(look)
          resolve(held)
        }
        const look = (): void => {
          if (condition()) settle(true)
        }
        const late = setTimeout(() => settle(false), ms)
        waiting.add(look)
        look()
      }),
  }
}
