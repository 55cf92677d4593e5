import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, rmSync } from 'node:fs'

import type { FastifyInstance } from 'fastify'

import type { Hims } from '../../../hims/hims.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport } from '../../../sync/transport.ts'
import { after } from './pace.ts'

/** A HIMS or a hub whose file can be copied, and a copy put back. */
export interface Server {
  readonly path: string
  readonly hims: () => Hims
  readonly base: () => string
  readonly transport: Transport
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** As `cp` of a database at rest. */
  readonly copyTo: (copy: string) => Promise<void>
  readonly putBack: (copy: string) => Promise<void>
}

interface Above {
  readonly server: Server
  readonly code: string
}

const parts = ['', '-wal', '-shm']

export function serverAt(path: string, above: Above | null = null): Server {
  let running: {
    readonly hims: Hims
    readonly server: FastifyInstance
    readonly base: string
    line: Transport
  } | null = null
  const now = () => {
    if (running === null) throw new Error('The server is down')
    return running
  }
  const hub = () =>
    above === null
      ? undefined
      : {
          upstream: 'http://above.invalid',
          code: above.code,
          fetch: ((input, init) =>
            fetch(
              new URL(input instanceof Request ? input.url : input).href.replace(
                'http://above.invalid',
                above.server.base(),
              ),
              init,
            )) satisfies typeof fetch,
          after,
          report: (fault: unknown) => console.error('hub', fault),
        }
  const start = async (): Promise<void> => {
    const hims = await openHims({ database: `sqlite:${path}`, now: Date.now, random: randomBytes, hub: hub() })
    const server = himsServer(hims)
    const base = await server.listen({ host: '127.0.0.1', port: 0 })
    running = { hims, server, base, line: axiosTransport(base) }
    hims.inside.hub?.start()
  }
  const stop = async (): Promise<void> => {
    const closing = running
    running = null
    await closing?.server.close()
    await closing?.hims.close()
  }
  const replace = (from: string, to: string): void => {
    for (const part of parts) {
      rmSync(to + part, { force: true })
      if (existsSync(from + part)) cpSync(from + part, to + part)
    }
  }
  return {
    path,
    hims: () => now().hims,
    base: () => now().base,
    transport: async (request, signal) => (running === null ? { kind: 'lost' } : running.line(request, signal)),
    start,
    stop,
    async copyTo(copy) {
      await stop()
      replace(path, copy)
      await start()
    },
    async putBack(copy) {
      await stop()
      replace(copy, path)
      await start()
    },
  }
}
