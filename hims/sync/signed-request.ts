import { hash } from 'node:crypto'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { SyncProblem } from '../../domain/wire/sync.ts'
import { readSignatureInput, signatureBase } from '../../domain/wire/signature.ts'
import { verifyAside } from '../crypto/ed25519.ts'
import type { TerminalTable } from '../database/schema.ts'
import type { TerminalDirectory } from '../terminal/directory.ts'
import { moment } from '../world.ts'
import type { NonceMemory } from './nonce-memory.ts'

/** A request as it came over the wire: nothing of it read yet. */
export interface RawRequest {
  readonly method: string
  /** Path and query, undecoded. */
  readonly url: string
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}

/** Signatures are good for so many seconds on either side of HIMS's clock. */
const WINDOW = 600

const unsigned = (detail: string): { ok: false; problem: SyncProblem } => fail({ problem: 'bad-signature', detail })

/** The terminal that signed a request (RFC 9421 over RFC 9530), or why it isn't believed. */
export async function signerOf(
  terminals: TerminalDirectory,
  nonces: NonceMemory,
  request: RawRequest,
  now: number,
): Promise<Result<TerminalTable, SyncProblem>> {
  const input = readSignatureInput(request.header('signature-input') ?? '')
  const [, signature] = /^terminal=:([A-Za-z0-9+/=]{88}):$/.exec(request.header('signature') ?? '') ?? []
  const contentDigest = request.header('content-digest')
  if (input === null || signature === undefined || contentDigest === undefined) return unsigned('unsigned')
  const cut = request.url.indexOf('?')
  const [path, query] = cut === -1 ? [request.url, '?'] : [request.url.slice(0, cut), request.url.slice(cut)]
  // A push reads its terminal again in its transaction.
  const known = await (path.endsWith('/push') ? terminals.recall(input.keyId, now) : terminals.read(input.keyId))
  if (known === null || known.terminal.retired_at !== null) return fail({ problem: 'not-enrolled' })
  const { terminal, key } = known
  if (contentDigest !== digestOf(request.body)) return unsigned('content-digest does not fit the body')
  const base = signatureBase({ ...input, method: request.method, path, query, contentDigest })
  if (!(await verifyAside(key, Buffer.from(base), Buffer.from(signature, 'base64')))) {
    return unsigned('signature does not fit')
  }
  // After the signature, so that only the terminal itself learns how far its clock is off.
  const seconds = Math.floor(now / 1000)
  if (Math.abs(input.created - seconds) > WINDOW) return unsigned(`clock-skew: HIMS has ${moment(now)}`)
  if (!nonces.use(terminal.id, input.nonce, input.created + WINDOW, seconds)) return unsigned('nonce used before')
  return ok(terminal)
}

const digestOf = (body: Uint8Array): string => `sha-256=:${hash('sha256', body, 'base64')}:`
