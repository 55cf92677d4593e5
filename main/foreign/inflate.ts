import { brotliDecompressSync, inflateRawSync, unzipSync } from 'node:zlib'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** An identity with a photo is some 1.5 kB; a bomb is stopped here, whatever its ratio. */
const MOST = 64 * 1024

const ways = { 'gzip-or-zlib': unzipSync, raw: inflateRawSync, brotli: brotliDecompressSync } as const

/** Inflates to 64 kB at most. */
export function inflate(bytes: Uint8Array, way: keyof typeof ways): Result<Uint8Array, 'too-large' | 'unreadable'> {
  try {
    return ok(Uint8Array.from(ways[way](bytes, { maxOutputLength: MOST })))
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return fail(tooLarge ? 'too-large' : 'unreadable')
  }
}

/** The header of zlib (RFC 1950 §2.2): method 8, and a check over its two bytes. */
export const isZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  first % 16 === 8 && (first * 256 + second) % 31 === 0
