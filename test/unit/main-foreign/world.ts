import { generateKeyPairSync } from 'node:crypto'

import type { IdentityIssuer } from '../../../domain/foreign-code/identity-issuer.ts'
import { trustedIssuers } from '../../../main/foreign/issuer.ts'
import { readForeignCode } from '../../../main/foreign/read-foreign-code.ts'
import type { ForeignWorld } from '../../../main/foreign/read-foreign-code.ts'
import { rsaSigner } from '../../fake/foreign/certificate.ts'

export const uidai = rsaSigner()
export const ed = generateKeyPairSync('ed25519')
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const pem = (key: typeof ed.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString()

export const configured: readonly IdentityIssuer[] = [
  { kind: 'aadhaar', name: 'UIDAI', issuer: null, key: uidai.certificate },
  { kind: 'claim-169', name: 'Test nation', issuer: 'https://id.example.org', key: pem(ed.publicKey) },
  { kind: 'claim-169', name: 'Other nation', issuer: 'https://two.example.org', key: pem(ec.publicKey) },
  {
    kind: 'smart-health-card',
    name: 'Test clinic',
    issuer: 'https://cards.example.org/issuer',
    key: { ...ec.publicKey.export({ format: 'jwk' }) },
  },
]

export const world: ForeignWorld = {
  now: new Date('2026-11-22T05:00:00Z'),
  today: '2026-11-22',
  issuers: trustedIssuers(configured),
}

export const read = (text: string, changes: Partial<ForeignWorld> = {}) =>
  readForeignCode(text, { ...world, ...changes })
