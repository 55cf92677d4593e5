import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What stands between a terminal and HIMS just now. */
export type DoorState =
  | { readonly kind: 'open' }
  /** A captive portal: every question gets its page. */
  | { readonly kind: 'portal' }
  /** HIMS has moved on and speaks a schema that this terminal doesn't. */
  | { readonly kind: 'newer' }

export interface Door {
  readonly url: string
  readonly set: (state: DoorState) => void
  readonly close: () => Promise<void>
}

const PORTAL = '<!doctype html><title>Sign in</title><h1>Welcome to the free network</h1>'

/** A loopback HTTP door to HIMS that can be another thing at any moment. */
export async function door(hims: string): Promise<Door> {
  let state: DoorState = { kind: 'open' }
  const server = createServer((asked, answer) => {
    if (state.kind === 'portal') answer.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL)
    else if (state.kind === 'newer') {
      answer.writeHead(426, { 'content-type': 'application/json' }).end(JSON.stringify({ problem: 'schema-too-old' }))
    } else pass(hims, asked, answer)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? 0 : address.port)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    set: (next) => {
      state = next
      // A question that waits inside would still be answered by the old state.
      server.closeAllConnections()
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function pass(hims: string, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(
    `${hims}${asked.url ?? '/'}`,
    { method: asked.method ?? 'GET', headers: asked.headers },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    },
  )
  onward.on('error', () => answer.destroy())
  answer.on('close', () => onward.destroy())
  asked.pipe(onward)
}
