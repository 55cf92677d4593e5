import { createHash, X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'
import type { PeerCertificate, SecureVersion } from 'node:tls'

import type { Untrusted } from './transport.ts'

/** By what a terminal knows HIMS. */
export interface Trust {
  /** SHA-256 of the server's public key (SubjectPublicKeyInfo) in base64, as in RFC 7469: any of them will do. */
  readonly pins: readonly string[]
  /** Certificates of an own authority in PEM, in place of the well-known ones; null for those. */
  readonly ca: string | null
}

export const anyAuthority: Trust = { pins: [], ca: null }

interface TlsOptions {
  readonly minVersion: SecureVersion
  readonly ca?: string
  readonly checkServerIdentity?: (host: string, certificate: PeerCertificate) => Error | undefined
}

export const spkiPin = (certificate: X509Certificate): string =>
  createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')

const WRONG_PIN = 'ERR_WRONG_PIN'

/** A chain that an authority signed is asked for as well as a pin: neither a stolen authority nor an old key is enough. */
export function tlsOptions({ pins, ca }: Trust): TlsOptions {
  const authority = ca === null ? {} : { ca }
  if (pins.length === 0) return { minVersion: 'TLSv1.2', ...authority }
  return {
    minVersion: 'TLSv1.3',
    ...authority,
    checkServerIdentity(host, certificate) {
      const wrong = checkServerIdentity(host, certificate)
      if (wrong !== undefined) return wrong
      if (pins.includes(spkiPin(new X509Certificate(certificate.raw)))) return undefined
      return Object.assign(new Error('The server has another key than those that are pinned'), { code: WRONG_PIN })
    },
  }
}

const reasons: Readonly<Record<string, Untrusted>> = {
  [WRONG_PIN]: 'wrong-pin',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'wrong-ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'wrong-ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'wrong-ca',
  UNABLE_TO_GET_ISSUER_CERT: 'wrong-ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'wrong-ca',
  CERT_SIGNATURE_FAILURE: 'wrong-ca',
  CERT_UNTRUSTED: 'wrong-ca',
  INVALID_CA: 'wrong-ca',
  INVALID_PURPOSE: 'wrong-ca',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'old-tls',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'old-tls',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'old-tls',
}

/** Why TLS refused a server, by the code and message of its error; null for any other fault. */
export function untrustedBy(code: string, message: string): Untrusted | null {
  // OpenSSL's alert 70 comes with no code of its own.
  if (code === 'EPROTO') return /protocol version|unsupported protocol/.test(message) ? 'old-tls' : null
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? null) : null
}
