import { createServer, request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a line does to one exchange. */
export const lineFaults = [
  'cut',
  'answer-lost',
  'answer-torn',
  'twice',
  'again-later',
  'delayed',
  'broken',
  'busy',
  'portal',
  'silent',
] as const
export type LineFault = (typeof lineFaults)[number]

export interface BadLine {
  readonly url: string
  /** So many exchanges of a hundred go wrong. */
  readonly setShare: (percent: number) => void
  readonly counts: ReadonlyMap<LineFault, number>
  readonly close: () => Promise<void>
}

interface LineWorld {
  readonly target: string
  /** From 0 up to, not including, 1. */
  readonly random: () => number
}

interface Whole {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const PORTAL = '<!doctype html><title>Sign in</title><h1>Welcome to the free network</h1>'

/** A line over real sockets that does to exchanges what bad networks do. */
export async function badLine({ target, random }: LineWorld): Promise<BadLine> {
  let share = 0
  const counts = new Map<LineFault, number>()
  const kept: Asked[] = []
  const server = createServer((incoming, reply) => {
    void collected(incoming).then((body) => {
      if (body === null) return void reply.destroy()
      const asked = { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers: incoming.headers, body }
      const fault = random() * 100 < share ? lineFaults[Math.floor(random() * lineFaults.length)] : undefined
      if (fault !== undefined) counts.set(fault, (counts.get(fault) ?? 0) + 1)
      return carry(target, asked, reply, { fault, random, kept })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = Object(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    setShare(percent) {
      share = percent
      // An answer that never comes would still hold its question.
      if (percent === 0) server.closeAllConnections()
    },
    counts,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

interface Way {
  readonly fault: LineFault | undefined
  readonly random: () => number
  /** Requests that will be said again when nobody waits for an answer any more. */
  readonly kept: Asked[]
}

async function carry(target: string, asked: Asked, reply: ServerResponse, { fault, random, kept }: Way): Promise<void> {
  switch (fault) {
    case 'cut':
      return void reply.destroy()
    case 'silent':
      return
    case 'broken':
      return void reply.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    case 'busy':
      return void reply.writeHead(429, { 'retry-after': '1', 'content-type': 'text/plain' }).end('later')
    case 'portal':
      return void reply.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL)
    case 'twice':
      // Both are on their way at once, and the answer is that of the one that was sent last.
      void through(target, asked)
      break
    case 'again-later':
      kept.push(asked)
      break
    case 'delayed':
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 200))
      break
    case 'answer-lost':
    case 'answer-torn':
    case undefined:
  }
  const answer = await through(target, asked)
  const stale = random() < 0.1 ? kept.shift() : undefined
  if (stale !== undefined) void through(target, stale)
  if (answer === null || fault === 'answer-lost') return void reply.destroy()
  const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers
  reply.writeHead(answer.status, { ...headers, 'content-length': answer.body.length })
  if (fault !== 'answer-torn') return void reply.end(answer.body)
  reply.write(answer.body.subarray(0, Math.floor(random() * answer.body.length)), () => reply.destroy())
}

function collected(from: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    from.on('data', (part: Buffer) => void parts.push(part))
    from.on('end', () => resolve(Buffer.concat(parts)))
    from.on('error', () => resolve(null))
    from.on('close', () => resolve(null))
  })
}

function through(target: string, { method, url, headers, body }: Asked): Promise<Whole | null> {
  return new Promise((resolve) => {
    const onward = request(`${target}${url}`, { method, headers }, (answer) => {
      void collected(answer).then((whole) =>
        resolve(
          whole === null || !answer.complete
            ? null
            : { status: answer.statusCode ?? 502, headers: answer.headers, body: whole },
        ),
      )
    })
    onward.on('error', () => resolve(null))
    onward.end(body)
  })
}
