import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'

export interface Child<To> {
  readonly post: (message: To) => void
  /** Asks it to end, then ends it. */
  readonly stop: (farewell: To, patience: number) => Promise<void>
}

export interface ChildWorld<To, From> {
  readonly module: string
  readonly name: string
  /** Sent first, and again after each restart. */
  readonly opening: To
  readonly heard: (message: From) => void
  /** It ended by itself; whatever was asked of it will not be answered. */
  readonly lost: () => void
  readonly report: (fault: unknown, where: string) => void
}

const FIRST_WAIT = 200
const LONGEST_WAIT = 10_000

/** A utility process that is started again when it falls, at growing intervals. */
export function child<To, From>(world: ChildWorld<To, From>): Child<To> {
  let wait = FIRST_WAIT
  let stopping = false
  let current = start()

  function start(): UtilityProcess {
    const process = utilityProcess.fork(world.module, [], { serviceName: world.name, stdio: 'inherit' })
    process.on('message', (message: From) => {
      wait = FIRST_WAIT
      world.heard(message)
    })
    process.once('exit', (code) => {
      if (stopping) return
      world.report(new Error(`ended with ${code}`), world.name)
      world.lost()
      wait = Math.min(wait * 2, LONGEST_WAIT)
      setTimeout(() => {
        if (!stopping) current = start()
      }, wait)
    })
    process.postMessage(world.opening)
    return process
  }

  return {
    post: (message) => current.postMessage(message),
    stop: async (farewell, patience) => {
      stopping = true
      const ended = new Promise<void>((resolve) => {
        current.once('exit', () => resolve())
        setTimeout(resolve, patience)
      })
      current.postMessage(farewell)
      await ended
      current.kill()
    },
  }
}
