import { z } from 'zod'

import { fail, ok } from '../../domain/result.ts'
import { bodyText } from '../transport.ts'
import type { Transport } from '../transport.ts'
import type { Credential } from './exchange.ts'
import type { FhirSetting } from './setting.ts'

const TokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() })

/** A token that is used until it is nearly over, in milliseconds. */
const MARGIN = 30_000
const USUAL_LIFE = 300_000
const PATIENCE = 15_000

interface CredentialWorld {
  readonly transport: (address: string) => Transport
  readonly now: () => Date
  readonly signal: AbortSignal
}

/** The bearer token of the setting, or one that the authorization server gives for the client's secret (RFC 6749, 4.4). */
export function credentialOf(access: FhirSetting['access'], { transport, now, signal }: CredentialWorld): Credential {
  if (access.kind === 'token') return async () => ok(access.token)
  const { origin, pathname, search } = new URL(access.address)
  const ask = transport(origin)
  const basic = Buffer.from(`${encodeURIComponent(access.id)}:${encodeURIComponent(access.secret)}`).toString('base64')
  let held: { readonly token: string; readonly until: number } | null = null
  return async (renew) => {
    const at = now().getTime()
    if (!renew && held !== null && at < held.until) return ok(held.token)
    const scope = access.scope === '' ? {} : { scope: access.scope }
    const answer = await ask(
      {
        method: 'POST',
        path: pathname,
        query: search === '' ? '?' : search,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...scope }).toString(),
        patience: PATIENCE,
      },
      signal,
    )
    if (answer.kind === 'lost') return fail({ kind: 'unreachable' })
    if (answer.kind === 'untrusted') return fail({ kind: 'not-fhir', reason: answer.reason })
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) return fail({ kind: 'no-access' })
    if (answer.status !== 200) return fail({ kind: 'busy', retryAfter: null })
    const reply = TokenReply.safeParse(jsonOf(bodyText(answer.body)))
    if (!reply.success) return fail({ kind: 'not-fhir', reason: 'shape' })
    const { access_token: token, expires_in: life = USUAL_LIFE / 1000 } = reply.data
    held = { token, until: at + life * 1000 - MARGIN }
    return ok(token)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
