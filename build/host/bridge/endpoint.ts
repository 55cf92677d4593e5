/* oxlint-disable typescript/no-unsafe-type-assertion -- what the other world sent is read by the tags it sent */
import type { PagePort, PageWindow } from './page.ts'

/** One side of the wall between a page's own world and the preload's: functions cross as numbers, data as clones. */
export interface Endpoint {
  /** Calls the other side's root function. */
  call(...args: unknown[]): unknown
}

/**
 * Runs in both worlds through its source text: it must not use anything from outside itself.
 * `port` is a detached node only the two worlds hold; an event on it is heard at once, its detail cloned between worlds.
 */
export function makeEndpoint(
  page: PageWindow,
  port: PagePort,
  hears: string,
  speaks: string,
  root: (...args: unknown[]) => unknown,
): Endpoint {
  type Packed = readonly [kind: string, ...parts: unknown[]]
  interface Message {
    readonly kind: 'call' | 'returned' | 'threw' | 'promised' | 'settled'
    readonly id: number
    readonly good: boolean
    readonly value: Packed
  }
  interface Waiting {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: unknown) => void
  }
  type Callable = (...args: unknown[]) => unknown
  const DEEPEST = 1000
  const { CustomEvent } = page
  const functions = new Map<number, Callable>([[0, root]])
  const numbers = new WeakMap<Callable, number>()
  const waiting = new Map<number, Waiting>()
  let last = 0
  let answer: Message | null = null

  const say = (message: Message) => port.dispatchEvent(new CustomEvent(speaks, { detail: message }))
  const isPromise = (value: unknown): value is Promise<unknown> =>
    typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

  const settleLater = (promise: Promise<unknown>): number => {
    const id = ++last
    promise.then(
      (value) => sayPacked('settled', id, true, value),
      (error: unknown) => sayPacked('settled', id, false, error),
    )
    return id
  }
  const numberOf = (callable: Callable): number => {
    const known = numbers.get(callable)
    if (known !== undefined) return known
    const id = ++last
    functions.set(id, callable)
    numbers.set(callable, id)
    return id
  }

  // An event's detail that cannot be cloned between worlds arrives as null, without a word; so it is tried here.
  const cloned = (value: object): object => {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > DEEPEST) throw new Error('An object could not be cloned: it nests too deeply.')
    if (typeof value === 'function') return ['function', numberOf(value as Callable)]
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return ['clone', value]
    if (Array.isArray(value)) return ['array', value.map((item) => pack(item, depth + 1))]
    if (isPromise(value)) return ['promise', settleLater(value)]
    if (value instanceof Error) return ['error', value.name, value.message]
    if (Object.prototype.toString.call(value) !== '[object Object]') return ['clone', cloned(value)]
    return ['object', Object.entries(value).map(([key, item]) => [key, pack(item, depth + 1)])]
  }
  const unpack = ([kind, ...parts]: Packed): unknown => {
    if (kind === 'clone') return parts[0]
    if (kind === 'function') return remote(Number(parts[0]))
    if (kind === 'promise') return promised(Number(parts[0]))
    if (kind === 'array') return (parts[0] as Packed[]).map(unpack)
    if (kind === 'error') {
      const error = new Error(String(parts[1]))
      error.name = String(parts[0])
      return error
    }
    const open = { enumerable: true, writable: true, configurable: true }
    const object = {}
    for (const [key, item] of parts[0] as [string, Packed][])
      Object.defineProperty(object, key, { ...open, value: unpack(item) })
    return object
  }
  const sayPacked = (kind: Message['kind'], id: number, good: boolean, value: unknown) => {
    try {
      say({ kind, id, good, value: pack(value) })
    } catch (error) {
      say({ kind: kind === 'settled' ? kind : 'threw', id, good: false, value: pack(error) })
    }
  }
  const promised = (id: number) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))

  const remote =
    (id: number): Callable =>
    (...args) => {
      say({ kind: 'call', id, good: true, value: pack(args) })
      const reply = answer
      answer = null
      if (!reply) throw new Error('the bridge between the worlds is gone')
      if (reply.kind === 'threw') throw unpack(reply.value)
      return reply.kind === 'promised' ? promised(reply.id) : unpack(reply.value)
    }
  const serve = (message: Message) => {
    try {
      const value = functions.get(message.id)?.(...(unpack(message.value) as unknown[]))
      if (isPromise(value)) say({ kind: 'promised', id: settleLater(value), good: true, value: ['clone', null] })
      else sayPacked('returned', 0, true, value)
    } catch (error) {
      sayPacked('threw', 0, false, error)
    }
  }
  const settle = (message: Message) => {
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    const value = unpack(message.value)
    if (message.good) call?.resolve(value)
    else call?.reject(value)
  }

  port.addEventListener(hears, (event) => {
    const message = event.detail as Message
    if (message.kind === 'call') serve(message)
    else if (message.kind === 'settled') settle(message)
    else answer = message
  })
  return { call: remote(0) }
}
