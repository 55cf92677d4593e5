import { create, isAxiosError, isCancel } from 'axios'
import { Agent as HttpAgent } from 'node:http'
import type { ClientRequestArgs } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { Socket } from 'node:net'

import type { Transport, WireAnswer } from './transport.ts'
import { anyAuthority, tlsOptions, untrustedBy } from './trust.ts'
import type { Trust } from './trust.ts'

const CONNECT = 4000
/** A page of changes is some 3 MB; nothing of HIMS is larger than this. */
const LARGEST = 48 * 1024 * 1024

/** Talks to HIMS at an address such as `https://hims.example`; follows no redirect and uses no proxy by accident. */
export function axiosTransport(base: string, trust: Trust = anyAuthority): Transport {
  const client = create({
    adapter: 'http',
    baseURL: base.replace(/\/+$/, ''),
    responseType: 'arraybuffer',
    // What it says is checked against a digest, and unpacked within bounds by whoever reads it.
    decompress: false,
    transformRequest: (body: unknown) => body,
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: LARGEST,
    maxBodyLength: LARGEST,
    proxy: false,
    httpAgent: impatient(new HttpAgent({ keepAlive: true, maxSockets: 4 })),
    httpsAgent: impatient(new HttpsAgent({ keepAlive: true, maxSockets: 4, ...tlsOptions(trust) })),
  })
  return async ({ method, path, query, headers, body, patience }, signal) => {
    try {
      const answer = await client.request<unknown>({
        method,
        url: query === '?' ? path : path + query,
        headers: { ...headers },
        timeout: patience,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        ...(method !== 'GET' ? { data: typeof body === 'string' ? body : Buffer.from(body) } : {}),
      })
      return {
        kind: 'answer',
        status: answer.status,
        headers: plain(answer.headers),
        body: answer.data instanceof Uint8Array ? answer.data : '',
      }
    } catch (fault) {
      const reason = isAxiosError(fault) ? untrustedBy(fault.code ?? '', fault.message) : null
      if (reason !== null) return { kind: 'untrusted', reason } satisfies WireAnswer
      if (isAxiosError(fault) || isCancel(fault)) return { kind: 'lost' } satisfies WireAnswer
      throw fault
    }
  }
}

const plain = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))

/** Gives up on an address that does not answer at all long before a slow answer would be given up. */
function impatient<Kind extends HttpAgent>(agent: Kind): Kind {
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options: ClientRequestArgs, done?: (fault: Error | null, stream: Duplex) => void) => {
    const stream = connect(options, done)
    if (stream instanceof Socket && stream.connecting) {
      const timer = setTimeout(() => stream.destroy(new Error('No connection in time')), CONNECT)
      stream.once('connect', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
    }
    return stream
  }
  return agent
}
