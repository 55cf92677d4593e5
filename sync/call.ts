import { z } from 'zod'

import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { SyncProblem } from '../domain/wire/sync.ts'
import { accepted, bodyOf, dialectIn, plainDialect, rawOf } from './dialect.ts'
import type { Dialect } from './dialect.ts'
import { signedHeaders } from './identity.ts'
import type { Identity } from './identity.ts'
import { bodyText } from './transport.ts'
import type { Body, Transport, Untrusted, WireAnswer } from './transport.ts'

/** How an answer showed that it is not HIMS's: a portal's page, bytes that were cut or bent, another server's key. */
export type Foreign =
  | Untrusted
  | 'status'
  | 'content-type'
  | 'encoding'
  | 'unreadable'
  | 'shape'
  | 'digest'
  | 'page'
  | 'cursor'
  | 'results'

export type CallProblem =
  | { readonly kind: 'unreachable' }
  /** Something answered that isn't HIMS, such as a captive portal's page. */
  | { readonly kind: 'not-hims'; readonly reason: Foreign }
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  | { readonly kind: 'update-needed' }
  | { readonly kind: 'problem'; readonly problem: SyncProblem['problem']; readonly expected: number | null }

export interface Question<Shape extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: string
  readonly body?: unknown
  readonly shape: Shape
  readonly identity: Identity | null
  readonly patience?: number
  /** The answer is large and may come as CBOR. */
  readonly packed?: boolean
}

export interface Answered<Value> {
  readonly value: Value
  /** The reply before its shape was checked, for what is kept verbatim. */
  readonly raw: unknown
  /** Its bytes before they were read. */
  readonly body: Body
}

export type Caller = <Shape extends z.ZodType>(
  question: Question<Shape>,
) => Promise<Result<Answered<z.output<Shape>>, CallProblem>>

const PATIENCE = 15_000
/** A transport that never comes back is left behind this long after it should have answered. */
const GRACE = 2000

export interface CallWorld {
  readonly transport: Transport
  readonly now: () => Date
  readonly nonce: () => string
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly signal: AbortSignal
}

/** Asks HIMS one thing. Never rejects for what a network does; whatever cannot be read as HIMS's answer is not one. */
export function caller({ transport, now, nonce, after, signal }: CallWorld): Caller {
  /** How far HIMS's clock is ahead of this one, in milliseconds; learnt when a signature is refused. */
  let ahead = 0
  /** What this HIMS takes beside plain JSON; it says so when it is greeted. */
  let dialect: Dialect = plainDialect
  const send = async <Shape extends z.ZodType>(question: Question<Shape>): Promise<Sent> => {
    const { method, path, query = '?', identity, patience = PATIENCE, packed = false } = question
    const { body, headers: kind } = method === 'GET' ? nothing : bodyOf(question.body ?? {}, dialect)
    const request = { method, path, query, body, patience }
    const signedAt = now().getTime() + ahead
    const created = Math.floor(signedAt / 1000)
    const proof = identity === null ? {} : signedHeaders(request, identity, { created, nonce: nonce() })
    const headers = { ...accepted(packed), ...kind, ...proof }
    const ask = (stop: AbortSignal) => transport({ ...request, headers }, stop)
    return { signedAt, answer: await withDeadline(ask, patience + GRACE, { after, signal }) }
  }
  const inTime = async <Shape extends z.ZodType>(question: Question<Shape>): Promise<WireAnswer> => {
    const { signedAt, answer } = await send(question)
    const date = dateOf(answer)
    // Against the time in the signature: a question asked meanwhile may have learnt how far the clock is off already.
    if (!isBadSignature(answer) || date === null || Math.abs(date - signedAt) < SKEW_NOTED) return answer
    ahead = date - now().getTime()
    return (await send(question)).answer
  }
  return async (question) => {
    const spoken = dialect
    let answer = await inTime(question)
    // A HIMS that was replaced by an older one: it says no to what its predecessor took.
    if (answer.kind === 'answer' && answer.status === 415 && spoken !== plainDialect) {
      dialect = plainDialect
      answer = await inTime(question)
    }
    const understood = understand(answer, question.shape)
    if (understood.ok) dialect = dialectIn(understood.value.raw) ?? dialect
    return understood
  }
}

interface Sent {
  readonly answer: WireAnswer
  /** The time in its signature, in Unix milliseconds. */
  readonly signedAt: number
}

const nothing = { body: '', headers: {} }
const SKEW_NOTED = 20_000

/** A clock that is wrong must not keep a desk from its server: its signatures take HIMS's time. */
function dateOf(answer: WireAnswer): number | null {
  const date = answer.kind === 'answer' ? Date.parse(answer.headers['date'] ?? '') : Number.NaN
  return Number.isNaN(date) ? null : date
}

const isBadSignature = (answer: WireAnswer): boolean =>
  answer.kind === 'answer' && answer.status === 401 && bodyText(answer.body).includes('"bad-signature"')

export async function withDeadline(
  start: (signal: AbortSignal) => Promise<WireAnswer>,
  milliseconds: number,
  { after, signal }: Pick<CallWorld, 'after' | 'signal'>,
): Promise<WireAnswer> {
  const late = new AbortController()
  const stop = AbortSignal.any([signal, late.signal])
  let cancel = () => {}
  const deadline = new Promise<WireAnswer>((resolve) => {
    cancel = after(milliseconds, () => late.abort())
    stop.addEventListener('abort', () => resolve({ kind: 'lost' }), { once: true })
  })
  try {
    return await Promise.race([start(stop), deadline])
  } finally {
    cancel()
  }
}

function understand<Shape extends z.ZodType>(
  answer: WireAnswer,
  shape: Shape,
): Result<Answered<z.output<Shape>>, CallProblem> {
  if (answer.kind === 'lost') return fail({ kind: 'unreachable' })
  if (answer.kind === 'untrusted') return fail({ kind: 'not-hims', reason: answer.reason })
  const { status, headers } = answer
  const raw = rawOf(answer)
  if (status === 200) {
    if (!raw.ok) return fail({ kind: 'not-hims', reason: raw.problem })
    const value = shape.safeParse(raw.value)
    return value.success
      ? ok({ value: value.data, raw: raw.value, body: answer.body })
      : fail({ kind: 'not-hims', reason: 'shape' })
  }
  if (status === 429 || status === 503) return fail({ kind: 'busy', retryAfter: seconds(headers['retry-after']) })
  const problem = SyncProblem.safeParse(raw.ok ? raw.value : null)
  if (problem.success) return fail(problemOf(problem.data))
  return fail(
    status >= 500 && status !== 511 ? { kind: 'busy', retryAfter: null } : { kind: 'not-hims', reason: 'status' },
  )
}

function problemOf({ problem, expected }: SyncProblem): CallProblem {
  if (problem === 'schema-too-old') return { kind: 'update-needed' }
  if (problem === 'busy' || problem === 'internal') return { kind: 'busy', retryAfter: null }
  return { kind: 'problem', problem, expected: expected ?? null }
}

export const seconds = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : null
