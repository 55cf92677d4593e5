import { decodeBase45 } from '../../domain/card/base45.ts'
import { readAadhaarXml } from '../../domain/foreign-code/aadhaar-xml.ts'
import { readSecureQr, secureQrBytes } from '../../domain/foreign-code/aadhaar-secure.ts'
import { readAbhaCode } from '../../domain/foreign-code/abha-code.ts'
import { asMeant } from '../../domain/foreign-code/as-meant.ts'
import { readClaims, readCwt } from '../../domain/foreign-code/claim-169.ts'
import { factsOf } from '../../domain/foreign-code/facts.ts'
import type { Said } from '../../domain/foreign-code/facts.ts'
import type {
  ForeignKind,
  ForeignProof,
  ForeignRead,
  ForeignRefusal,
} from '../../domain/foreign-code/foreign-identity.ts'
import { readHealthCard, readHealthCardText } from '../../domain/foreign-code/health-card.ts'
import { LONGEST_SCAN } from '../../domain/scan/scan-event.ts'
import { inflate, isZlib } from './inflate.ts'
import type { TrustedIssuer } from './issuer.ts'
import { proofOf } from './proof.ts'
import { fits } from './verify.ts'

export interface ForeignWorld {
  readonly now: Date
  /** `YYYY-MM-DD` on the wall of the hospital. */
  readonly today: string
  readonly issuers: readonly TrustedIssuer[]
}

type Reader = (text: string, world: ForeignWorld) => ForeignRead | null

/** Reads a code that another system issued; null for a text that is none of theirs. */
export function readForeignCode(text: string, world: ForeignWorld): ForeignRead | null {
  if (text.length > LONGEST_SCAN) return null
  const line = asMeant(text)
  for (const reader of readers) {
    const found = reader(line, world)
    if (found !== null) return found
  }
  return null
}

const refused = (of: ForeignKind, why: ForeignRefusal): ForeignRead => ({ kind: 'refused', of, why })

/** No proof at all means that the code claims a signature it does not bear. */
function told(kind: ForeignKind, proof: ForeignProof | null, said: Said, number: string, today: string): ForeignRead {
  if (proof === null) return refused(kind, 'bad-signature')
  const reference = /[\p{L}\p{N}]{1,4}$/u.exec(number.trim())?.[0] ?? ''
  return { kind: 'read', identity: { kind, proof, reference, facts: factsOf(said, today) } }
}

const abha: Reader = (text, { today }) => {
  const said = readAbhaCode(text)
  return said === null ? null : told('abha', { kind: 'unsigned' }, said, said.abha, today)
}

const aadhaarXml: Reader = (text, { today }) => {
  const read = readAadhaarXml(text)
  return read === null ? null : told('aadhaar', { kind: 'unsigned' }, read.said, read.reference, today)
}

const aadhaarSecure: Reader = (text, { today, now, issuers }) => {
  const packed = secureQrBytes(text)
  if (packed === null) return null
  const bytes = inflate(packed, 'gzip-or-zlib')
  if (!bytes.ok) return refused('aadhaar', bytes.problem)
  const read = readSecureQr(bytes.value)
  if (read === null) return refused('aadhaar', 'unreadable')
  const { said, reference, signed, signature } = read
  const proof = proofOf(
    issuers.filter(({ kind }) => kind === 'aadhaar'),
    ({ key }) => fits('RS256', key, signed, signature),
    { notBefore: null, expires: null },
    now,
  )
  return told('aadhaar', proof, said, reference, today)
}

const healthCard: Reader = (text, { today, now, issuers }) => {
  const jws = readHealthCardText(text)
  if (jws === null) return null
  if (jws.kind !== 'jws') return refused('smart-health-card', jws.kind)
  const payload = inflate(Buffer.from(jws.payload, 'base64url'), 'raw')
  if (!payload.ok) return refused('smart-health-card', payload.problem)
  const card = readHealthCard(new TextDecoder().decode(payload.value))
  if (card === null) return refused('smart-health-card', 'unreadable')
  const proof = proofOf(
    issuers.filter(
      ({ kind, issuer, thumbprint }) =>
        kind === 'smart-health-card' && (issuer === card.issuer || thumbprint === jws.kid),
    ),
    ({ key, issuer }) =>
      (issuer === null || issuer === card.issuer) &&
      fits('ES256', key, Buffer.from(jws.signed, 'ascii'), Buffer.from(jws.signature, 'base64url')),
    card,
    now,
  )
  return told('smart-health-card', proof, card.said, '', today)
}

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]{60,}$/

const claim169: Reader = (text, { today, now, issuers }) => {
  const line = text.replace(/[\r\n]+$/, '')
  const packed = ALPHANUMERIC.test(line) ? decodeBase45(line) : null
  if (packed === null) return null
  const zlib = isZlib(packed)
  const bytes = inflate(packed, zlib ? 'gzip-or-zlib' : 'brotli')
  if (!bytes.ok) return zlib && bytes.problem === 'too-large' ? refused('claim-169', 'too-large') : null
  const cwt = readCwt(bytes.value)
  if (cwt === null) return null
  if (cwt.kind === 'encrypted') return refused('claim-169', 'encrypted')
  const claims = readClaims(cwt.payload)
  if (claims === null) return null
  const proof = proofOf(
    issuers.filter(({ kind, issuer }) => kind === 'claim-169' && (issuer === null || issuer === claims.issuer)),
    ({ key }) => fits(cwt.algorithm, key, cwt.toBeSigned, cwt.signature),
    claims,
    now,
  )
  return told('claim-169', proof, claims.said, claims.id, today)
}

const readers: readonly Reader[] = [abha, aadhaarXml, healthCard, aadhaarSecure, claim169]
