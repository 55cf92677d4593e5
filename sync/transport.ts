/** One HTTP exchange: with HIMS, signed, where `path` begins with `/sync/v1/`, or with a FHIR server. `query` is `?` or `?name=value`. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
  /** Milliseconds for all of it. */
  readonly patience: number
}

/** Text, or bytes of CBOR or of something packed. */
export type Body = string | Uint8Array

/** Why whoever answered at HIMS's address did not prove to be HIMS (TLS). */
export type Untrusted = 'wrong-pin' | 'expired' | 'wrong-host' | 'wrong-ca' | 'old-tls'

export type WireAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Header names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      /** As it came: `content-encoding` still holds. */
      readonly body: Body
    }
  | { readonly kind: 'lost' }
  | { readonly kind: 'untrusted'; readonly reason: Untrusted }

/** The way to HIMS. It never rejects: a lost answer is an answer. */
export type Transport = (request: WireRequest, signal: AbortSignal) => Promise<WireAnswer>

const utf8 = new TextDecoder()

export const bodyText = (body: Body): string => (typeof body === 'string' ? body : utf8.decode(body))
