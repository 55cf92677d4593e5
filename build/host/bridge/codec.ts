/* oxlint-disable typescript/no-unsafe-type-assertion -- what the other end wrote is read back by the tags it wrote */
/** A structured clone as text: what IPC carries between Node and a page's isolated world. */
export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

/** Runs in Node and, through its source text, in pages: it must not use anything from outside itself. */
export function makeCodec(): Codec {
  type Wire = null | string | number | boolean | readonly unknown[]
  interface Base64 {
    toBase64?: () => string
  }
  const native = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  const node = typeof Buffer === 'undefined' ? null : Buffer
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }

  const toBase64 = (bytes: Uint8Array): string => {
    if (node) return node.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    const own = (bytes as Base64).toBase64
    if (own) return own.call(bytes)
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
    if (native.fromBase64) return native.fromBase64(text)
    return node
      ? Uint8Array.from(node.from(text, 'base64'))
      : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  }

  const writeNumber = (value: number): Wire =>
    Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', Object.is(value, -0) ? '-0' : String(value)]

  const writeObject = (value: object, seen: Map<object, number>): Wire => {
    const before = seen.get(value)
    if (before !== undefined) return ['seen', before]
    seen.set(value, seen.size)
    if (Array.isArray(value)) return ['array', value.map((item) => write(item, seen))]
    if (value instanceof Date) return ['date', writeNumber(value.getTime())]
    if (value instanceof RegExp) return ['regexp', value.source, value.flags]
    if (value instanceof Map) return ['map', [...value].map(([key, item]) => [write(key, seen), write(item, seen)])]
    if (value instanceof Set) return ['set', [...value].map((item) => write(item, seen))]
    if (value instanceof Error) return ['error', value.name, value.message, value.stack ?? '']
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      const tag = Object.prototype.toString.call(value).slice(8, -1)
      return ['view', tag, toBase64(bytes)]
    }
    // A promise, a blob, a port, a DOM node: the tag gives a platform object away.
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse()
    return ['object', Object.entries(value).map(([key, item]) => [key, write(item, seen)])]
  }

  const write = (value: unknown, seen: Map<object, number>): Wire => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (value === undefined) return ['undefined']
    if (typeof value === 'number') return writeNumber(value)
    if (typeof value === 'bigint') return ['bigint', String(value)]
    return typeof value === 'object' ? writeObject(value, seen) : refuse()
  }

  const readError = (name: string, message: string, stack: string): Error => {
    const kinds: Readonly<Record<string, ErrorConstructor>> = {
      TypeError,
      RangeError,
      SyntaxError,
      ReferenceError,
      URIError,
      EvalError,
    }
    const error = new (kinds[name] ?? Error)(message)
    if (stack) error.stack = stack
    return error
  }

  const readView = (tag: string, text: string): ArrayBufferView => {
    const bytes = fromBase64(text)
    if (tag === 'Uint8Array') return bytes
    const kind = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>)[tag]
    return kind ? new kind(bytes.buffer) : refuse()
  }

  /** Containers are entered in `seen` before their members, in the order `write` met them, so that cycles close. */
  const readContainer = (kind: string, items: readonly unknown[], seen: unknown[]): unknown => {
    const keep = <Container>(container: Container): Container => {
      seen.push(container)
      return container
    }
    if (kind === 'array') {
      const array = keep<unknown[]>([])
      for (const item of items) array.push(read(item, seen))
      return array
    }
    if (kind === 'set') {
      const set = keep(new Set<unknown>())
      for (const item of items) set.add(read(item, seen))
      return set
    }
    const pairs = items as readonly (readonly [unknown, unknown])[]
    if (kind === 'map') {
      const map = keep(new Map<unknown, unknown>())
      for (const [key, item] of pairs) map.set(read(key, seen), read(item, seen))
      return map
    }
    const object = keep<Record<string, unknown>>({})
    // Defined, not assigned: a key named __proto__ must stay an ordinary key.
    const open = { enumerable: true, writable: true, configurable: true }
    for (const [key, item] of pairs) Object.defineProperty(object, String(key), { ...open, value: read(item, seen) })
    return object
  }

  const readLeaf = (kind: string, parts: readonly unknown[]): unknown => {
    const [first, second, third] = parts.map(String) as [string, string, string]
    if (kind === 'date') return new Date(read(parts[0], []) as number)
    if (kind === 'regexp') return new RegExp(first, second)
    if (kind === 'error') return readError(first, second, third)
    if (kind === 'buffer') return fromBase64(first).buffer
    return kind === 'view' ? readView(first, second) : refuse()
  }

  const read = (wire: unknown, seen: unknown[]): unknown => {
    if (!Array.isArray(wire)) return wire
    const [kind, ...parts] = wire as [string, ...unknown[]]
    if (kind === 'undefined') return undefined
    if (kind === 'number') return Number(parts[0])
    if (kind === 'bigint') return BigInt(String(parts[0]))
    if (kind === 'seen') return seen[Number(parts[0])]
    if (kind === 'array' || kind === 'set' || kind === 'map' || kind === 'object') {
      return readContainer(kind, parts[0] as readonly unknown[], seen)
    }
    const leaf = readLeaf(kind, parts)
    seen.push(leaf)
    return leaf
  }

  return {
    encode: (value) => JSON.stringify(write(value, new Map())),
    decode: (text) => read(JSON.parse(text), []),
  }
}
