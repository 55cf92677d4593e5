import type { ForeignProof } from '../../domain/foreign-code/foreign-identity.ts'
import { localDay } from '../service/local-time.ts'
import type { TrustedIssuer } from './issuer.ts'

/** When a code may be used, in seconds since 1970; null where it does not say. */
export interface Term {
  readonly notBefore: number | null
  readonly expires: number | null
}

/** Two clocks may differ by so much, in seconds. */
const LEEWAY = 300
/** The last second of the year 9998. */
const LAST = 253_370_764_799

/** What stands behind a signed code; null when it claims an issuer of ours and does not bear their signature. */
export function proofOf(
  claimed: readonly TrustedIssuer[],
  signedBy: (issuer: TrustedIssuer) => boolean,
  { notBefore, expires }: Term,
  now: Date,
): ForeignProof | null {
  if (claimed.length === 0) return { kind: 'unknown-issuer' }
  const issuer = claimed.find(signedBy)
  if (issuer === undefined) return null
  const by = issuer.name
  const seconds = now.getTime() / 1000
  if (expires !== null && expires + LEEWAY < seconds) return { kind: 'expired', by, on: dayOf(expires) }
  if (notBefore !== null && notBefore - LEEWAY > seconds) return { kind: 'too-early', by, from: dayOf(notBefore) }
  return { kind: 'signed', by }
}

const dayOf = (seconds: number): string => localDay(new Date(Math.min(LAST, Math.max(0, seconds)) * 1000))
