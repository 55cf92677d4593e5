import { packText } from './text-form.ts'

/** Whether texts of a known form are packed (a JSON value), or left as they are so that byte strings are bytes. */
export type Texts = 'packed' | 'plain'

/**
 * CBOR (RFC 8949) in the small part that this protocol uses, one way of writing for each value: shortest heads,
 * definite lengths, integers below 2^53, every other number in eight bytes, no tags. Keys keep their order, as in JSON,
 * and what JSON leaves out is left out.
 */
export function writeCbor(value: unknown, texts: Texts = 'packed'): Uint8Array {
  const out = writer()
  put(out, value, texts === 'packed')
  return out.done()
}

interface Writer {
  readonly head: (major: number, count: number) => void
  readonly bytes: (bytes: Uint8Array) => void
  readonly text: (text: string) => void
  readonly byte: (byte: number) => void
  readonly float: (number: number) => void
  readonly done: () => Uint8Array
}

const utf8 = new TextEncoder()

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function writer(): Writer {
  let buffer = new Uint8Array(512)
  let view = new DataView(buffer.buffer)
  let at = 0
  const room = (count: number): void => {
    if (at + count <= buffer.length) return
    const larger = new Uint8Array(Math.max(2 * buffer.length, at + count))
    larger.set(buffer.subarray(0, at))
    buffer = larger
    view = new DataView(buffer.buffer)
  }
  const head = (major: number, count: number): void => {
    room(9)
    const kind = major << 5
    if (count < 24) buffer[at++] = kind | count
    else if (count < 0x100) {
      buffer[at++] = kind | 24
      buffer[at++] = count
    } else if (count < 0x10000) {
      buffer[at++] = kind | 25
      view.setUint16(at, count)
      at += 2
    } else if (count < 0x1_0000_0000) {
      buffer[at++] = kind | 26
      view.setUint32(at, count)
      at += 4
    } else {
      buffer[at++] = kind | 27
      view.setUint32(at, Math.floor(count / 0x1_0000_0000))
      view.setUint32(at + 4, count % 0x1_0000_0000)
      at += 8
    }
  }
  return {
    head,
    bytes: (bytes) => {
      head(2, bytes.length)
      room(bytes.length)
      buffer.set(bytes, at)
      at += bytes.length
    },
    text: (text) => {
      if (text.length < 24 && isAscii(text)) {
        head(3, text.length)
        room(text.length)
        for (let letter = 0; letter < text.length; letter++) buffer[at++] = text.charCodeAt(letter)
        return
      }
      const encoded = utf8.encode(text)
      head(3, encoded.length)
      room(encoded.length)
      buffer.set(encoded, at)
      at += encoded.length
    },
    byte: (byte) => {
      room(1)
      buffer[at++] = byte
    },
    float: (number) => {
      room(9)
      buffer[at++] = 0xfb
      view.setFloat64(at, number)
      at += 8
    },
    done: () => buffer.slice(0, at),
  }
}

function put(out: Writer, value: unknown, packed: boolean): void {
  switch (typeof value) {
    case 'string': {
      const bytes = packed ? packText(value) : null
      return bytes === null ? out.text(value) : out.bytes(bytes)
    }
    case 'number':
      return putNumber(out, value)
    case 'boolean':
      return out.byte(value ? 0xf5 : 0xf4)
    case 'object':
      if (value === null) return out.byte(0xf6)
      if (value instanceof Uint8Array) return out.bytes(value)
      if (Array.isArray(value)) {
        out.head(4, value.length)
        for (const entry of value) put(out, entry === undefined ? null : entry, packed)
        return
      }
      return putMap(out, value, packed)
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      throw new Error(`No CBOR for ${typeof value}`)
    default:
  }
}

function putMap(out: Writer, value: object, packed: boolean): void {
  const keys = Object.keys(value).filter((key) => Reflect.get(value, key) !== undefined)
  out.head(5, keys.length)
  for (const key of keys) {
    out.text(key)
    put(out, Reflect.get(value, key), packed)
  }
}

function putNumber(out: Writer, value: number): void {
  if (!Number.isFinite(value)) throw new Error('No CBOR for a number that is none')
  if (!Number.isSafeInteger(value)) return out.float(value)
  return value < 0 ? out.head(1, -1 - value) : out.head(0, value === 0 ? 0 : value)
}
