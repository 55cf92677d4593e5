import { fieldsOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { seconds, withDeadline } from '../call.ts'
import type { CallWorld, Foreign } from '../call.ts'
import { rawOf } from '../dialect.ts'
import type { Transport, WireAnswer } from '../transport.ts'

export interface FhirAsk {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** After the base: `/Patient/ID`, or nothing. */
  readonly path: string
  readonly query?: URLSearchParams
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

export interface FhirAnswer {
  readonly status: number
  /** The server's clock, in Unix milliseconds; null where it does not say. */
  readonly date: number | null
  readonly body: Fields
}

/** Why there is no answer about what was asked. */
export type FhirFault =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'not-fhir'; readonly reason: Foreign }
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  /** The server does not take this terminal's token. */
  | { readonly kind: 'no-access' }

export type Exchange = (ask: FhirAsk) => Promise<Result<FhirAnswer, FhirFault>>

/** Gives a bearer token; a new one where the last was refused. */
export type Credential = (renew: boolean) => Promise<Result<string, FhirFault>>

export interface ExchangeWorld extends Pick<CallWorld, 'after' | 'signal'> {
  readonly transport: Transport
  readonly credential: Credential
}

const PATIENCE = 20_000
const GRACE = 2000

/** Asks a FHIR server one thing. Never rejects for what a network does. */
export function exchange({ transport, credential, after, signal }: ExchangeWorld): Exchange {
  const send = ({ method, path, query, body, headers = {} }: FhirAsk, token: string): Promise<WireAnswer> => {
    const request = {
      method,
      path,
      query: `?${query?.toString() ?? ''}`,
      body: body === undefined ? '' : JSON.stringify(body),
      headers: {
        accept: 'application/fhir+json',
        'accept-encoding': 'gzip',
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/fhir+json; charset=utf-8' }),
        ...headers,
      },
      patience: PATIENCE,
    }
    return withDeadline((stop) => transport(request, stop), PATIENCE + GRACE, { after, signal })
  }
  return async (ask) => {
    const token = await credential(false)
    if (!token.ok) return token
    const answer = await send(ask, token.value)
    if (answer.kind !== 'answer' || answer.status !== 401) return understand(answer)
    const renewed = await credential(true)
    if (!renewed.ok) return renewed
    return renewed.value === token.value ? fail({ kind: 'no-access' }) : understand(await send(ask, renewed.value))
  }
}

const fhirTypes = /^application\/(fhir\+json|json|json\+fhir)$/

export function understand(answer: WireAnswer): Result<FhirAnswer, FhirFault> {
  if (answer.kind === 'lost') return fail({ kind: 'unreachable' })
  if (answer.kind === 'untrusted') return fail({ kind: 'not-fhir', reason: answer.reason })
  const { status, headers, body } = answer
  if (status === 401) return fail({ kind: 'no-access' })
  if (isBusy(status)) return fail({ kind: 'busy', retryAfter: seconds(headers['retry-after']) })
  if (status >= 300 && status < 400) return fail({ kind: 'not-fhir', reason: 'status' })
  const date = Date.parse(headers['date'] ?? '')
  const told = { status, date: Number.isNaN(date) ? null : date }
  // Too large for whatever stands before the server, which may say so in its own words.
  if (body.length === 0 || status === 413) return ok({ ...told, body: {} })
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!fhirTypes.test(type)) return fail({ kind: 'not-fhir', reason: 'content-type' })
  const raw = rawOf({ ...answer, headers: { ...headers, 'content-type': 'application/json' } })
  if (!raw.ok) return fail({ kind: 'not-fhir', reason: raw.problem })
  const read = fieldsOf(raw.value)
  if (typeof read['resourceType'] !== 'string') return fail({ kind: 'not-fhir', reason: 'shape' })
  // Without a word about what was asked it is about who asked.
  if (status === 403 && read['resourceType'] !== 'OperationOutcome') return fail({ kind: 'no-access' })
  return ok({ ...told, body: read })
}

const isBusy = (status: number): boolean =>
  (status >= 500 && status !== 501) || status === 429 || status === 408 || status === 425
