/**
 * HTTP Message Signatures (RFC 9421) in the one shape terminals use: `@method`, `@path`, `@query` and
 * `content-digest` (RFC 9530, sha-256), created, nonce, keyid = terminal id, alg = ed25519.
 */
export interface SignedParts {
  readonly method: string
  /** Path without query: `/sync/v1/push`. */
  readonly path: string
  /** Query with its question mark, or `?` alone when there is none, as RFC 9421 §2.2.7 asks. */
  readonly query: string
  /** `sha-256=:BASE64:` */
  readonly contentDigest: string
  /** Unix seconds. */
  readonly created: number
  readonly nonce: string
  readonly keyId: string
}

const components = '("@method" "@path" "@query" "content-digest")'

/** The value of `Signature-Input` after `terminal=`. */
export const signatureParameters = ({ created, nonce, keyId }: SignedParts): string =>
  `${components};created=${created};nonce="${nonce}";keyid="${keyId}";alg="ed25519"`

/** The signature base of RFC 9421 §2.5: what is signed, as UTF-8. */
export const signatureBase = (parts: SignedParts): string =>
  [
    `"@method": ${parts.method}`,
    `"@path": ${parts.path}`,
    `"@query": ${parts.query}`,
    `"content-digest": ${parts.contentDigest}`,
    `"@signature-params": ${signatureParameters(parts)}`,
  ].join('\n')

const inputShape =
  /^terminal=\("@method" "@path" "@query" "content-digest"\);created=(\d{1,12});nonce="([\w-]{8,64})";keyid="([\w-]{1,64})";alg="ed25519"$/

/** Reads `Signature-Input`; null for any other shape than ours. */
export function readSignatureInput(header: string): Pick<SignedParts, 'created' | 'nonce' | 'keyId'> | null {
  const match = inputShape.exec(header)
  const [, created, nonce, keyId] = match ?? []
  if (created === undefined || nonce === undefined || keyId === undefined) return null
  return { created: Number(created), nonce, keyId }
}
