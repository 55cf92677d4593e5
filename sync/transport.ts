/** One HTTP exchange with HIMS, already signed. `path` begins with `/sync/v1/`; `query` is `?` or `?name=value`. */
export interface WireRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds for all of it. */
  readonly patience: number
}

export type WireAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Header names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly kind: 'lost' }

/** The way to HIMS. It never rejects: a lost answer is an answer. */
export type Transport = (request: WireRequest, signal: AbortSignal) => Promise<WireAnswer>
