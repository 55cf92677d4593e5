import { X509Certificate, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'

import type { FastifyServerFactory } from 'fastify'

import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'

/** What HIMS proves itself with: PEM of a certificate with its chain, and of its private key. */
export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

export interface Tls {
  readonly cert: string
  readonly key: string
  /** What a terminal pins: SHA-256 of the public key (SubjectPublicKeyInfo) in base64. */
  readonly pin: string
}

/** Reads both files; the problem is one line for whoever named them. */
export function readTls({ cert, key }: TlsFiles): Result<Tls, string> {
  try {
    const chain = readFileSync(cert, 'utf8')
    const { publicKey } = new X509Certificate(chain)
    const pin = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')
    return ok({ cert: chain, key: readFileSync(key, 'utf8'), pin })
  } catch (error) {
    return fail(`--tls-cert ${cert} --tls-key ${key}: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

/** How long a client may take for its request, as for plain HTTP. */
const REQUEST_TIMEOUT = 30_000

/** Serves with TLS 1.2 for FHIR clients and 1.3 for everyone who can: a terminal with pins takes nothing less. */
export const tlsServer =
  ({ cert, key }: Tls): FastifyServerFactory =>
  (handler) => {
    const server = createServer({ cert, key, minVersion: 'TLSv1.2' }, handler)
    server.requestTimeout = REQUEST_TIMEOUT
    return server
  }
