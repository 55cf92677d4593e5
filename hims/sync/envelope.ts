import { createHash } from 'node:crypto'

import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Envelope } from '../../domain/wire/envelope.ts'
import { readSignatureInput, signatureBase } from '../../domain/wire/signature.ts'
import { PushRequest } from '../../domain/wire/sync.ts'
import type { SyncProblem } from '../../domain/wire/sync.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { readKnown } from '../record/tolerant.ts'
import { readBody } from './body.ts'
import type { RawRequest } from './signed-request.ts'

export interface Opened {
  readonly terminal: TerminalTable
  readonly push: PushRequest
}

/** A signed push as it came, so that it can be carried on. */
export const envelopeOf = (
  terminal: TerminalTable,
  { header, body }: RawRequest,
): Omit<Envelope, 'terminal'> & { terminal: string } => ({
  terminal: terminal.id,
  body: Buffer.from(body).toString('base64'),
  contentType: header('content-type') ?? '',
  encoding: header('content-encoding') ?? '',
  input: header('signature-input') ?? '',
  signature: header('signature') ?? '',
})

/** Who signed an envelope, and what it says. Neither its age nor its nonce counts: a push may be repeated at any time. */
export async function openEnvelope(store: Store, envelope: Envelope): Promise<Result<Opened, SyncProblem>> {
  const input = readSignatureInput(envelope.input)
  const [, signature] = /^terminal=:([A-Za-z0-9+/=]{88}):$/.exec(envelope.signature) ?? []
  if (input === null || signature === undefined || input.keyId !== envelope.terminal) {
    return fail({ problem: 'bad-signature', detail: 'unsigned envelope' })
  }
  const terminal = await store.selectFrom('terminal').selectAll().where('id', '=', input.keyId).executeTakeFirst()
  if (terminal === undefined || terminal.retired_at !== null) return fail({ problem: 'not-enrolled' })
  const bytes = Buffer.from(envelope.body, 'base64')
  const contentDigest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
  const base = signatureBase({ ...input, method: 'POST', path: '/sync/v1/push', query: '?', contentDigest })
  if (!ed25519Verify(terminal.public_key, Buffer.from(base), Buffer.from(signature, 'base64'))) {
    return fail({ problem: 'bad-signature', detail: 'signature does not fit' })
  }
  const read = await readBody(envelope, bytes)
  const push = read.ok ? readKnown(PushRequest, read.value) : read
  return push.ok ? ok({ terminal, push: push.value }) : fail({ problem: 'bad-request', detail: push.problem })
}
