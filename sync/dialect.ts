import { z } from 'zod'

import { DEEPEST, readCbor } from '../domain/wire/codec/cbor-read.ts'
import { writeCbor } from '../domain/wire/codec/cbor-write.ts'
import { bestEncoding, CBOR, encodingNamed, encodings } from '../domain/wire/codec/encoding.ts'
import type { Encoding } from '../domain/wire/codec/encoding.ts'
import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { Accepts } from '../domain/wire/sync.ts'
import { LARGEST_PAGE } from './page.ts'
import type { Body, WireAnswer } from './transport.ts'
import { pack, unpack } from './zip.ts'

/** How a terminal writes to a HIMS. */
export interface Dialect {
  readonly cbor: boolean
  readonly encoding: Encoding
}

/** What every HIMS has always taken. */
export const plainDialect: Dialect = { cbor: false, encoding: 'identity' }

/** What a HIMS said in its greeting that it takes; null in any other reply. */
export function dialectIn(reply: unknown): Dialect | null {
  const read = z.looseObject({ accepts: Accepts }).safeParse(reply)
  if (!read.success) return null
  const { types, encodings: taken } = read.data.accepts
  return { cbor: types.includes(CBOR), encoding: bestEncoding(taken.join(',')) }
}

/** What a terminal reads; CBOR only where the answer is large. */
export const accepted = (packed: boolean): Readonly<Record<string, string>> => ({
  accept: packed ? `${CBOR}, application/json;q=0.5` : 'application/json',
  'accept-encoding': encodings.slice(0, -1).join(', '),
})

interface Written {
  readonly body: Body
  readonly headers: Readonly<Record<string, string>>
}

export function bodyOf(value: unknown, { cbor, encoding }: Dialect): Written {
  if (!cbor) return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
  const packed = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  return { body: pack(writeCbor(value), encoding), headers: { 'content-type': CBOR, ...packed } }
}

type Answer = Extract<WireAnswer, { readonly kind: 'answer' }>

/** What an answer says, unpacked and read but not yet checked. */
export function rawOf({ headers, body }: Answer): Result<unknown, 'content-type' | 'encoding' | 'unreadable'> {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim()
  if (type !== CBOR && type !== 'application/json') return fail('content-type')
  const encoding = encodingNamed(headers['content-encoding'] ?? '')
  if (encoding === null) return fail('encoding')
  const bytes = unpack(typeof body === 'string' ? utf8.encode(body) : body, encoding, LARGEST_PAGE)
  if (bytes === null) return fail('encoding')
  if (type !== CBOR) return parsed(bytes)
  const read = readCbor(bytes, 'plain')
  return read.ok ? read : fail('unreadable')
}

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function parsed(bytes: Uint8Array): Result<unknown, 'unreadable'> {
  if (nestsDeeper(bytes, DEEPEST)) return fail('unreadable')
  try {
    return ok(JSON.parse(strictUtf8.decode(bytes)))
  } catch {
    return fail('unreadable')
  }
}

/** Whether JSON nests deeper than so: what reads it next might walk it by calling itself. */
function nestsDeeper(json: Uint8Array, most: number): boolean {
  let [depth, inText] = [0, false]
  for (let at = 0; at < json.length; at++) {
    const code = json[at]
    if (inText) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inText = false
    } else if (code === QUOTE) inText = true
    else if (code === BRACE || code === BRACKET) depth++
    else if (code === BRACE + 2 || code === BRACKET + 2) depth--
    if (depth > most) return true
  }
  return false
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b]
