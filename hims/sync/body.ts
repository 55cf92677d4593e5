import { readCbor } from '../../domain/wire/codec/cbor-read.ts'
import { CBOR, encodingNamed } from '../../domain/wire/codec/encoding.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { unpack } from './zip.ts'

export interface BodyForm {
  readonly contentType: string
  /** `Content-Encoding`; empty for none. */
  readonly encoding: string
}

/** So many bytes a request may become when it is unpacked. */
export const LARGEST_BODY = 16 * 1024 * 1024

/** Whether HIMS takes a body of this form at all; one that it doesn't is answered 415, and sent again as plain JSON. */
export const isKnownForm = ({ encoding }: BodyForm): boolean => encodingNamed(encoding) !== null

/** The value that the bytes of a request hold; the problem says why they are not read. */
export async function readBody(
  { contentType, encoding }: BodyForm,
  bytes: Uint8Array,
): Promise<Result<unknown, string>> {
  const packing = encodingNamed(encoding)
  if (packing === null) return fail('unknown encoding')
  const plain = await unpack(bytes, packing, LARGEST_BODY)
  if (plain === null) return fail('cut, packed otherwise, or too large')
  if (contentType.split(';')[0]?.trim() !== CBOR) return json(plain)
  const read = readCbor(plain)
  return read.ok ? read : fail(`not CBOR: ${read.problem}`)
}

function json(bytes: Uint8Array): Result<unknown, string> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return fail('not JSON')
  }
}
