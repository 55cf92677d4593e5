import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { FastifyInstance } from 'fastify'

import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import type { HubSetting } from '../../../hims/world.ts'
import type { Chance } from './chance.ts'
import { copyDisk, removeDisk } from './disk.ts'
import { lineTo } from './line.ts'
import type { Place, Weather } from './line.ts'
import type { Trace } from './trace.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A HIMS or a hub that can fall and be started again over the same file. */
export interface ServerPlace extends Place {
  readonly hims: () => Hims
  readonly start: () => Promise<void>
  /** Everything that was not committed is gone. */
  readonly fall: () => Promise<void>
  /** Keeps a copy of its file as it is now. */
  readonly copy: () => void
  /** Comes back over the copy, as its administrator says; false when there is none. */
  readonly restore: () => Promise<boolean>
}

interface Setting {
  readonly folder: string
  readonly name: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
  readonly report: (fault: unknown, where: string) => void
  readonly above: { readonly place: Place; readonly weather: Weather; readonly code: string } | null
}

export function serverPlace({ folder, name, time, chance, trace, report, above }: Setting): ServerPlace {
  let hims: Hims | null = null
  let server: FastifyInstance | null = null
  let life = 0
  let falls = Promise.withResolvers<null>()
  const place: Place = { server: () => server, fallen: () => falls.promise }

  const hubSetting = (): HubSetting | undefined => {
    if (above === null) return undefined
    const born = life
    const line = lineTo(above.place, above.weather, { time, chance, trace })
    return {
      upstream: 'http://above.invalid',
      code: above.code,
      fetch: fetchOver(line, time, () => life === born),
      after: (milliseconds, run) => time.after(milliseconds, () => life === born && run()),
      report: (fault) => report(fault, name),
    }
  }

  const copied = join(folder, `${name}-copy`)
  const isMine = (file: string): boolean => file.startsWith(`${name}.db`) && !file.endsWith('-shm')
  const fall = async (): Promise<void> => {
    const [fallen, closing] = [server, hims]
    server = null
    hims = null
    life++
    falls.resolve(null)
    falls = Promise.withResolvers<null>()
    // Only what was committed is in the file; closing adds nothing to it.
    await fallen?.close()
    await closing?.close()
  }
  const start = async (): Promise<void> => {
    const database = `sqlite:${join(folder, `${name}.db`)}`
    hims = await openHims({ database, now: time.now, random: chance.bytes, after: time.after, hub: hubSetting() })
    server = himsServer(hims)
    await server.ready()
    hims.inside.hub?.start()
  }

  return {
    ...place,
    hims() {
      if (hims === null) throw new Error(`${name} is down`)
      return hims
    },
    start,
    fall,
    copy() {
      removeDisk(copied)
      copyDisk(folder, copied, isMine)
    },
    async restore() {
      if (!existsSync(copied)) return false
      await fall()
      for (const file of readdirSync(folder)) if (isMine(file)) rmSync(join(folder, file), { recursive: true })
      copyDisk(copied, folder, isMine)
      removeDisk(copied)
      await start()
      await hims?.declareRestored()
      return true
    },
  }
}

/** What a hub calls `fetch`, over a line of this world. */
function fetchOver(line: ReturnType<typeof lineTo>, time: VirtualTime, alive: () => boolean): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = init?.method === 'GET' ? 'GET' : 'POST'
    const headers = Object.fromEntries(new Headers(init?.headers).entries())
    const body = init?.body instanceof Uint8Array ? init.body : ''
    const late = new AbortController()
    const cancel = time.after(PATIENCE, () => late.abort())
    const asked = {
      method,
      path: url.pathname,
      query: url.search === '' ? '?' : url.search,
      headers,
      body,
      patience: PATIENCE,
    } as const
    const ended = [late.signal, ...(init?.signal instanceof AbortSignal ? [init.signal] : [])].map(aborted)
    const answer = await Promise.race([line(asked, late.signal), ...ended])
    cancel()
    if (!alive() || answer === null || answer.kind !== 'answer') throw new Error('lost')
    return new Response(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body), {
      status: answer.status,
      headers: { ...answer.headers },
    })
  }
}

const PATIENCE = 30_000

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
