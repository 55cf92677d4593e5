import { promisify } from 'node:util'
import { constants, gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib'

import { dictionary1 } from '../../domain/wire/codec/dictionary-1.ts'
import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { unreachable } from '../../domain/result.ts'

const run = {
  zstd: promisify(zstdCompress),
  unzstd: promisify(zstdDecompress),
  gzip: promisify(gzip),
  gunzip: promisify(gunzip),
}

const dictionary = Buffer.from(dictionary1, 'base64')
/** No more than 8 MiB of window are ever made room for. */
const bounds = { [constants.ZSTD_d_windowLogMax]: 23 }

/** `quick` for what is asked once, `small` for what many will fetch. */
export type Effort = 'quick' | 'small'

const levels: Readonly<Record<Effort, number>> = { quick: 3, small: 12 }

/** Packs bytes off the main thread. */
export async function pack(bytes: Uint8Array, encoding: Encoding, effort: Effort): Promise<Uint8Array> {
  const params = { [constants.ZSTD_c_compressionLevel]: levels[effort] }
  switch (encoding) {
    case 'zstd-d1':
      return run.zstd(bytes, { dictionary, params })
    case 'zstd':
      return run.zstd(bytes, { params })
    case 'gzip':
      return run.gzip(bytes, { level: effort === 'quick' ? 3 : 9 })
    case 'identity':
      return bytes
    default:
      return unreachable(encoding)
  }
}

/** The bytes again; null when they were cut, are packed otherwise, or would become more than so many. */
export async function unpack(bytes: Uint8Array, encoding: Encoding, most: number): Promise<Uint8Array | null> {
  const options = { maxOutputLength: most }
  try {
    switch (encoding) {
      case 'zstd-d1':
        return await run.unzstd(bytes, { ...options, dictionary, params: bounds })
      case 'zstd':
        return await run.unzstd(bytes, { ...options, params: bounds })
      case 'gzip':
        return await run.gunzip(bytes, options)
      case 'identity':
        return bytes.length > most ? null : bytes
      default:
        return unreachable(encoding)
    }
  } catch {
    return null
  }
}
