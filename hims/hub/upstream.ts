import { createHash } from 'node:crypto'

import type { z } from 'zod'

import { TerminalId } from '../../domain/id.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Envelope } from '../../domain/wire/envelope.ts'
import { signatureBase, signatureParameters } from '../../domain/wire/signature.ts'
import { SyncProblem } from '../../domain/wire/sync.ts'
import type { HubSelf } from './self.ts'

export type UpstreamProblem =
  | { readonly kind: 'away' }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly problem: SyncProblem['problem']
      readonly expected: number | null
    }

/** One question to the HIMS above. */
export interface Question<Shape extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** With its query: `/sync/v1/poke?cursor=7`. */
  readonly path: string
  readonly body?: unknown
  readonly shape: Shape
  /** Null before the hub has joined. */
  readonly self: Pick<HubSelf, 'terminal' | 'sign'> | null
  readonly patience?: number
}

export interface UpstreamWorld {
  readonly address: string
  /** Unix milliseconds. */
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly fetch: typeof fetch
  /** Calls once after so many milliseconds unless it is cancelled. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Ends every question that is open. */
  readonly signal: AbortSignal
}

export interface Upstream {
  readonly ask: <Shape extends z.ZodType>(
    question: Question<Shape>,
  ) => Promise<Result<z.output<Shape>, UpstreamProblem>>
  /** A push of the hub itself, signed so that it can go up between those of its terminals. */
  readonly sealed: (self: HubSelf & { readonly terminal: string }, push: unknown) => Envelope
  /** Hands on a request that a terminal signed itself, and what came back; null when nobody answered. */
  readonly relay: (request: RelayedRequest) => Promise<RelayedAnswer | null>
}

export interface RelayedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface RelayedAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

const PATIENCE = 15_000

/** The HIMS above a hub, asked over HTTP with the hub's own signature. Never rejects for what a network does. */
export function upstreamAt(world: UpstreamWorld): Upstream {
  const base = world.address.replace(/\/+$/, '')
  return {
    async ask({ method, path, body, shape, self, patience = PATIENCE }) {
      const text = method === 'GET' ? '' : JSON.stringify(body ?? {})
      const request = {
        method,
        url: path,
        headers: { 'content-type': 'application/json', ...proof(world, self, method, path, text) },
      }
      const answer = await send(world, base, { ...request, body: Buffer.from(text) }, patience)
      return answer === null ? fail({ kind: 'away' }) : understand(answer, shape)
    },
    sealed(self, push) {
      const text = JSON.stringify(push)
      const headers = proof(world, self, 'POST', '/sync/v1/push', text)
      return {
        terminal: TerminalId.parse(self.terminal),
        body: Buffer.from(text).toString('base64'),
        contentType: 'application/json',
        encoding: '',
        input: headers['signature-input'] ?? '',
        signature: headers['signature'] ?? '',
      }
    },
    relay: (request) => send(world, base, request, PATIENCE),
  }
}

async function send(
  { fetch: ask, after, signal }: UpstreamWorld,
  base: string,
  { method, url, headers, body }: RelayedRequest,
  patience: number,
): Promise<RelayedAnswer | null> {
  const late = new AbortController()
  const cancel = after(patience, () => late.abort())
  try {
    const response = await ask(base + url, {
      method,
      headers: { ...headers },
      redirect: 'error',
      signal: AbortSignal.any([signal, late.signal]),
      ...(method === 'GET' ? {} : { body: Buffer.from(body) }),
    })
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() }
  } catch {
    return null
  } finally {
    cancel()
  }
}

function proof(
  { now, random }: UpstreamWorld,
  self: Question<z.ZodType>['self'],
  method: string,
  path: string,
  text: string,
): Readonly<Record<string, string>> {
  if (self?.terminal === null || self === null) return {}
  const cut = path.indexOf('?')
  const parts = {
    method,
    path: cut === -1 ? path : path.slice(0, cut),
    query: cut === -1 ? '?' : path.slice(cut),
    contentDigest: `sha-256=:${createHash('sha256').update(text).digest('base64')}:`,
    created: Math.floor(now() / 1000),
    nonce: Buffer.from(random(12)).toString('base64url'),
    keyId: self.terminal,
  }
  const signature = Buffer.from(self.sign(Buffer.from(signatureBase(parts)))).toString('base64')
  return {
    'content-digest': parts.contentDigest,
    'signature-input': `terminal=${signatureParameters(parts)}`,
    signature: `terminal=:${signature}:`,
  }
}

/** Whatever cannot be read as an answer of HIMS is taken for no answer: a portal's page, a proxy's excuse. */
function understand<Shape extends z.ZodType>(
  { status, body }: RelayedAnswer,
  shape: Shape,
): Result<z.output<Shape>, UpstreamProblem> {
  const raw = parsed(body)
  if (status === 200) {
    const value = shape.safeParse(raw)
    return value.success ? ok(value.data) : fail({ kind: 'away' })
  }
  const problem = SyncProblem.safeParse(raw)
  if (!problem.success || status >= 500) return fail({ kind: 'away' })
  return fail({ kind: 'refused', status, problem: problem.data.problem, expected: problem.data.expected ?? null })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
