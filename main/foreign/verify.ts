import { verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export type SignatureKind = 'RS256' | 'ES256' | 'EdDSA'

/** Whether a signature fits; a key of another type fits nothing. */
export function fits(kind: SignatureKind, key: KeyObject, signed: Uint8Array, signature: Uint8Array): boolean {
  const type = key.asymmetricKeyType
  switch (kind) {
    case 'RS256':
      return type === 'rsa' && signature.length === 256 && verify('sha256', signed, key, signature)
    case 'ES256':
      // COSE and JWS write r and s, 32 bytes each (RFC 7518 §3.4).
      if (type !== 'ec' || signature.length !== 64) return false
      return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
    case 'EdDSA':
      return type === 'ed25519' && signature.length === 64 && verify(null, signed, key, signature)
    default:
      return false
  }
}
