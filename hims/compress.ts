import { promisify } from 'node:util'
import { constants, gzip, zstdCompress } from 'node:zlib'

import type { FastifyReply, FastifyRequest } from 'fastify'

import { namesIn } from '../domain/wire/codec/encoding.ts'

/** Below this the header costs more than it saves. */
const SMALLEST = 1024
const LEVEL = 3

const zip = { zstd: promisify(zstdCompress), gzip: promisify(gzip) }

/** Compresses a text in the best way that the client takes, off the main thread; bytes are packed already. */
export async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < SMALLEST) return payload
  const accepted = namesIn(request.headers['accept-encoding'] ?? '')
  const encoding = accepted.includes('zstd') ? 'zstd' : accepted.includes('gzip') ? 'gzip' : null
  if (encoding === null) return payload
  void reply.header('content-encoding', encoding).header('vary', 'accept-encoding').removeHeader('content-length')
  const options = encoding === 'zstd' ? { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } } : { level: LEVEL }
  return encoding === 'zstd' ? zip.zstd(payload, options) : zip.gzip(payload, options)
}
