import type { Protocol } from './cdp.ts'
import type { Schemes } from './scheme.ts'
import { refusing } from './unsupported.ts'

export interface CustomScheme {
  readonly scheme: string
  readonly privileges?: {
    readonly standard?: boolean
    readonly secure?: boolean
    readonly bypassCSP?: boolean
    readonly allowServiceWorkers?: boolean
    readonly supportFetchAPI?: boolean
    readonly corsEnabled?: boolean
    readonly stream?: boolean
    readonly codeCache?: boolean
  }
}

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

export interface HostProtocol {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void
  handle(scheme: string, handler: ProtocolHandler): void
  unhandle(scheme: string): void
  isProtocolHandled(scheme: string): boolean
}

/** Chromium's `Fetch.fulfillRequest`, or null when the request must fail. */
export type Answer = Omit<Protocol.Fetch.fulfillRequestParameters, 'requestId'> | null

export interface ProtocolTable {
  readonly protocol: HostProtocol
  /** Undefined: the address belongs to no scheme of the app. */
  readonly answer: (request: Protocol.Network.Request) => Promise<Answer> | undefined
}

export function createProtocol(schemes: Schemes, isReady: () => boolean): ProtocolTable {
  const handlers = new Map<string, ProtocolHandler>()
  const protocol = refusing<HostProtocol>('protocol', {
    registerSchemesAsPrivileged(list) {
      if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme } of list) schemes.register(scheme)
    },
    handle(scheme, handler) {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      if (!schemes.isRegistered(scheme))
        throw new Error(`the development host serves privileged schemes only, not ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme) => void handlers.delete(scheme),
    isProtocolHandled: (scheme) => handlers.has(scheme),
  })

  const run = async (handler: ProtocolHandler, url: string, request: Protocol.Network.Request): Promise<Answer> => {
    try {
      return await toAnswer(await handler(toRequest(schemes, url, request)), schemes)
    } catch (error) {
      console.error(`[host] the handler of ${url} failed:`, error)
      return null
    }
  }
  return {
    protocol,
    answer(request) {
      const url = schemes.fromWeb(request.url)
      if (url === request.url) return undefined
      const handler = handlers.get(url.slice(0, url.indexOf(':')))
      return handler ? run(handler, url, request) : Promise.resolve(null)
    },
  }
}

function toRequest(schemes: Schemes, url: string, request: Protocol.Network.Request): Request {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => {
    const isOurs = /^(origin|referer)$/i.test(name)
    return [name, isOurs ? schemes.fromWeb(value) : value]
  })
  const parts = (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))
  const hasBody = parts.length > 0 && request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(url, { method: request.method, headers, ...(hasBody && { body: Buffer.concat(parts) }) })
}

async function toAnswer(response: Response, schemes: Schemes): Promise<Answer> {
  // Response.error(): the request fails as if the network had.
  if (response.status === 0) return null
  const responseHeaders = [...response.headers].map(([name, value]) => {
    if (/^content-security-policy(-report-only)?$/i.test(name)) return { name, value: schemes.policyToWeb(value) }
    return { name, value: name.toLowerCase() === 'location' ? schemes.toWeb(value) : value }
  })
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { responseCode: response.status, responseHeaders, body }
}
