import { timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { serve } from '../../main/ipc/serve.ts'
import type { Answerer } from '../../main/ipc/serve.ts'
import { room } from '../../contract/room.ts'

/** How the room's window reaches the demonstration behind it: the room's contract over loopback HTTP. */
export interface Control {
  readonly url: string
  readonly close: () => Promise<void>
}

const LONGEST_QUESTION = 64 * 1024

/** Pictures cross as base64; nothing else in this contract is binary. */
const carried = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue
    length += chunk.length
    if (length > LONGEST_QUESTION) return null
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

function knows(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

export async function control(token: string, answer: Answerer): Promise<Control> {
  const served = serve(room.channels, answer, (fault) => console.error('[room]', fault))
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const channel = decodeURIComponent((request.url ?? '/').slice(1))
    const reply = await served({ trusted: knows(request, token) }, channel, await bodyOf(request))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply, (key, value: unknown) => carried(key, value)))
  }
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(500).end())
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? 0 : address.port)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
