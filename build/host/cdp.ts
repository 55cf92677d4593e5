import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }
type Parameters = Protocol.CommandParameters
type Returns = Protocol.CommandReturnValues
type Payloads = Protocol.Events

/** One DevTools session: the browser's own, or one attached to a page or worker. */
export interface CdpSession {
  send<Method extends keyof Parameters>(method: Method, params?: Parameters[Method]): Promise<Returns[Method]>
  on<Name extends keyof Payloads>(name: Name, listener: (payload: Payloads[Name]) => void): () => void
}

export interface Cdp extends CdpSession {
  session(id: string): CdpSession
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  readonly sessionId: string
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Chromium's --remote-debugging-pipe: JSON messages, each ended by a zero byte. */
export function connectCdp(output: Writable, input: Readable): Cdp {
  const events = new EventEmitter()
  events.setMaxListeners(0)
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  const abandon = (isLost: (call: Waiting) => boolean) => {
    for (const [id, call] of waiting) {
      if (!isLost(call)) continue
      waiting.delete(id)
      call.reject(new Error(`${call.method}: the page has gone`))
    }
  }
  // Chromium leaves the calls of a closed page unanswered.
  events.on(' Target.detachedFromTarget', (gone: Protocol.Target.detachedFromTargetPayload) =>
    abandon(({ sessionId }) => sessionId === gone.sessionId),
  )
  const receive = (message: Message) => {
    if (message.id === undefined) {
      events.emit(`${message.sessionId ?? ''} ${message.method}`, message.params)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result)
  }
  readMessages(input, receive)
  output.on('error', () => {})
  input.on('close', () => abandon(() => true))

  const session = (sessionId: string): CdpSession => ({
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        // What answers a method is what the protocol says; Chromium is believed.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        waiting.set(id, { method, sessionId, resolve: resolve as (value: unknown) => void, reject })
        output.write(`${JSON.stringify({ id, method, params: params ?? {}, ...(sessionId && { sessionId }) })}\0`)
      }),
    on(name, listener) {
      const key = `${sessionId} ${name}`
      events.on(key, listener)
      return () => events.off(key, listener)
    },
  })
  return { ...session(''), session }
}

function readMessages(input: Readable, receive: (message: Message) => void): void {
  let pending: Buffer[] = []
  input.on('error', () => {})
  input.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0, start); end >= 0; end = chunk.indexOf(0, start)) {
      pending.push(chunk.subarray(start, end))
      const text = Buffer.concat(pending).toString('utf8')
      pending = []
      start = end + 1
      const message: Message = JSON.parse(text)
      receive(message)
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  })
}
