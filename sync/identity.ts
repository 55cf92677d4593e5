import { createHash } from 'node:crypto'

import { signatureBase, signatureParameters } from '../domain/wire/signature.ts'
import type { Body, WireRequest } from './transport.ts'

/** Who signs: a terminal's id and its Ed25519 key. */
export interface Identity {
  readonly keyId: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** RFC 9530: `sha-256=:BASE64:` of a body; a GET has an empty one. */
export const contentDigest = (body: Body): string => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`

/** The headers that prove a request to HIMS (RFC 9421). `created` is in Unix seconds. */
export function signedHeaders(
  { method, path, query, body }: Pick<WireRequest, 'method' | 'path' | 'query' | 'body'>,
  { keyId, sign }: Identity,
  { created, nonce }: { readonly created: number; readonly nonce: string },
): Readonly<Record<string, string>> {
  const digest = contentDigest(body)
  const parts = { method, path, query, contentDigest: digest, created, nonce, keyId }
  const signature = sign(new TextEncoder().encode(signatureBase(parts)))
  return {
    'content-digest': digest,
    'signature-input': `terminal=${signatureParameters(parts)}`,
    signature: `terminal=:${Buffer.from(signature).toString('base64')}:`,
  }
}
