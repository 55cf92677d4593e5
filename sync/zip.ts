import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

import { dictionary1 } from '../domain/wire/codec/dictionary-1.ts'
import type { Encoding } from '../domain/wire/codec/encoding.ts'
import { unreachable } from '../domain/result.ts'

const dictionary = Buffer.from(dictionary1, 'base64')
/**
 * What one deed sends is small: packed at 15 it is one byte in a hundred smaller than at 9 and takes 11 ms for 2, in which
 * the desk answers nobody. What has waited through an outage is large, and goes over a link that may be slow.
 */
const paramsFor = ({ length }: Uint8Array) => ({ [constants.ZSTD_c_compressionLevel]: length < LARGE ? 9 : 15 })
const LARGE = 16 * 1024
/** No more than 8 MiB of window are ever made room for. */
const bounds = { [constants.ZSTD_d_windowLogMax]: 23 }

export function pack(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'zstd-d1':
      return zstdCompressSync(bytes, { dictionary, params: paramsFor(bytes) })
    case 'zstd':
      return zstdCompressSync(bytes, { params: paramsFor(bytes) })
    case 'gzip':
      return gzipSync(bytes)
    case 'identity':
      return bytes
    default:
      return unreachable(encoding)
  }
}

/** The bytes again; null when they were cut, are packed otherwise, or would become more than so many. */
export function unpack(bytes: Uint8Array, encoding: Encoding, most: number): Uint8Array | null {
  const options = { maxOutputLength: most }
  try {
    switch (encoding) {
      case 'zstd-d1':
        return zstdDecompressSync(bytes, { ...options, dictionary, params: bounds })
      case 'zstd':
        return zstdDecompressSync(bytes, { ...options, params: bounds })
      case 'gzip':
        return gunzipSync(bytes, options)
      case 'identity':
        return bytes.length > most ? null : bytes
      default:
        return unreachable(encoding)
    }
  } catch {
    return null
  }
}
