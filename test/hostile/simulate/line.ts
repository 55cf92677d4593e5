import type { FastifyInstance } from 'fastify'

import { bodyText } from '../../../sync/transport.ts'
import type { Transport, WireAnswer, WireRequest } from '../../../sync/transport.ts'
import type { Chance } from './chance.ts'
import type { Trace } from './trace.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A HIMS or a hub as the network sees it. */
export interface Place {
  /** Null while it is down. */
  readonly server: () => FastifyInstance | null
  /** Resolves when what runs now has fallen: nobody answers what it was asked. */
  readonly fallen: () => Promise<null>
}

/** How bad a line is now; shares of exchanges. */
export interface Weather {
  up: boolean
  /** The request never arrives, or arrives and its answer does not. */
  lost: number
  answerLost: number
  cut: number
  twice: number
  portal: number
  busy: number
  /** Milliseconds of the slowest way. */
  slow: number
}

export const fine = (): Weather => ({
  up: true,
  lost: 0,
  answerLost: 0,
  cut: 0,
  twice: 0,
  portal: 0,
  busy: 0,
  slow: 30,
})

const lost: WireAnswer = { kind: 'lost' }
const portal: WireAnswer = {
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html>Sign in to this network</html>',
}
const busy: WireAnswer = { kind: 'answer', status: 503, headers: { 'retry-after': '1' }, body: '' }

export interface LineWorld {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
}

/** One exchange with a server in this process. */
export async function exchange(place: Place, { time, trace }: LineWorld, request: WireRequest): Promise<WireAnswer> {
  const server = place.server()
  if (server === null) return lost
  const { method, path, query, headers, body } = request
  const ask = () =>
    server.inject({
      method,
      url: query === '?' ? path : path + query,
      headers: { ...headers },
      ...(method === 'POST' ? { payload: typeof body === 'string' ? body : Buffer.from(body) } : {}),
    })
  const response = await Promise.race([ask(), place.fallen()])
  trace.note(time.now(), path, body.length, response?.statusCode ?? 0, response?.rawPayload.length ?? 0)
  if (response === null) return lost
  return {
    kind: 'answer',
    status: response.statusCode,
    headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
    body: Uint8Array.from(response.rawPayload),
  }
}

/** A line between two places whose weather can change at any moment; every delay is virtual. */
export function lineTo(place: Place, weather: Weather, world: LineWorld): Transport {
  const { time, chance } = world
  const way = (): Promise<void> => new Promise((resolve) => time.after(1 + chance.real() * weather.slow, resolve))
  return async (request, signal) => {
    await way()
    if (signal.aborted || !weather.up || chance.yes(weather.lost)) return lost
    if (chance.yes(weather.portal)) return portal
    if (chance.yes(weather.busy)) return busy
    if (chance.yes(weather.twice)) {
      // The same bytes again, later than what follows them.
      time.after(chance.real() * 3000, () => void exchange(place, world, request))
    }
    const answer = await exchange(place, world, request)
    await way()
    if (signal.aborted || !weather.up || chance.yes(weather.answerLost)) return lost
    if (answer.kind === 'answer' && chance.yes(weather.cut)) return { ...answer, body: halfOf(answer.body, chance) }
    return answer
  }
}

const halfOf = (body: string | Uint8Array, chance: Chance): string | Uint8Array => {
  const end = chance.whole(body.length)
  return typeof body === 'string' ? bodyText(body).slice(0, end) : body.slice(0, end)
}
