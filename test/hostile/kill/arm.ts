import { subscribe } from 'node:diagnostics_channel'

/** `terminal.store mid-page 3`: this process kills itself when it comes to the point for the third time. */
export type Arm = [channel: string, point: string, hit: number]

/** Nothing is closed, flushed or said: the process is gone between two instructions, as by `kill -9`. */
export function arm([channel, point, hit]: Arm): void {
  let left = hit
  subscribe(channel, (reached) => {
    if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  })
}
