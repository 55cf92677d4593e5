import { constants, gunzipSync, gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

import { dictionary1 } from '../domain/wire/codec/dictionary-1.ts'
import type { Encoding } from '../domain/wire/codec/encoding.ts'
import { unreachable } from '../domain/result.ts'

const dictionary = Buffer.from(dictionary1, 'base64')
/** A push is small and made once: the hardest packing costs it a millisecond. */
const params = { [constants.ZSTD_c_compressionLevel]: 15 }
/** No more than 8 MiB of window are ever made room for. */
const bounds = { [constants.ZSTD_d_windowLogMax]: 23 }

export function pack(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'zstd-d1':
      return zstdCompressSync(bytes, { dictionary, params })
    case 'zstd':
      return zstdCompressSync(bytes, { params })
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
