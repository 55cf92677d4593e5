import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { axiosTransport } from '../../sync/axios-transport.ts'
import type { Timers } from '../service/world.ts'
import { fillThread } from './fill-thread.ts'
import { namesAhead } from './names-ahead.ts'
import { serveStore } from './store-port.ts'
import type { StorePort } from './store-port.ts'

/** The entry of the `store` utility process: the only one that opens a terminal's database. */
const port: StorePort | undefined = Reflect.get(process, 'parentPort')
if (port === undefined) throw new Error('The store runs only as a utility process')

const report = (fault: unknown, where: string): void => console.error(where, fault)

const timers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

serveStore(port, {
  now: () => new Date(),
  random: (bytes) => Uint8Array.from(randomBytes(bytes)),
  timers,
  opened(role) {
    if (role === 'desk' || role === 'admin') namesAhead(timers, join(import.meta.dirname, 'names.bin'))
  },
  transport: axiosTransport,
  fill: (place, kept) => fillThread({ module: join(import.meta.dirname, 'fill.js'), place, kept, report }),
  report,
  // The last message has to leave first.
  exit: () => void setTimeout(() => process.exit(0), 50),
})
