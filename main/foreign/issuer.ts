import { createHash, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { IdentityIssuer } from '../../domain/foreign-code/identity-issuer.ts'

/** An issuer whose key has been read. */
export interface TrustedIssuer {
  readonly kind: IdentityIssuer['kind']
  readonly name: string
  readonly issuer: string | null
  readonly key: KeyObject
  /** RFC 7638 thumbprint, which a SMART Health Card calls its key by; null for keys of another kind. */
  readonly thumbprint: string | null
}

/** Issuers whose key fits the kind of code they sign; whoever set the terminal up was told of the others. */
export const trustedIssuers = (given: readonly IdentityIssuer[]): readonly TrustedIssuer[] =>
  given.flatMap(({ key: written, kind, name, issuer }) => {
    const key = issuerKey({ key: written, kind })
    return key === null ? [] : [{ kind, name, issuer, key, thumbprint: thumbprintOf(key) }]
  })

/** The public key of an issuer; null when it cannot be read or cannot sign such a code. */
export function issuerKey({ key, kind }: Pick<IdentityIssuer, 'key' | 'kind'>): KeyObject | null {
  try {
    const read = typeof key === 'string' ? createPublicKey(key) : createPublicKey({ key, format: 'jwk' })
    return signs(read, kind) ? read : null
  } catch {
    return null
  }
}

function signs(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  kind: IdentityIssuer['kind'],
): boolean {
  const p256 = type === 'ec' && details?.namedCurve === 'prime256v1'
  if (kind === 'aadhaar') return type === 'rsa' && details?.modulusLength === 2048
  return kind === 'claim-169' ? p256 || type === 'ed25519' : p256
}

function thumbprintOf(key: KeyObject): string | null {
  const { crv, kty, x, y } = key.export({ format: 'jwk' })
  if (kty !== 'EC') return null
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}
