import { createHash, createPublicKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

export const patient = {
  resourceType: 'Patient',
  name: [{ family: 'Fernandes', given: ['Maria', 'Lourdes'] }],
  birthDate: '1979-11-30',
  gender: 'female',
}

interface Make {
  readonly key: KeyObject
  readonly patient?: object
  readonly issuer?: string
  readonly expires?: number
  /** Other resources of the bundle. */
  readonly more?: readonly object[]
  readonly payload?: string
  readonly spoil?: (jws: string) => string
}

const ISSUER = 'https://cards.example.org/issuer'
const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url')

/** The `shc:/` digits of a SMART Health Card: ES256 over a raw-deflated payload. */
export function healthCard({
  key,
  patient: person = patient,
  issuer = ISSUER,
  expires,
  more = [],
  payload,
  spoil = (jws) => jws,
}: Make): string {
  const { crv, kty, x, y } = createPublicKey(key).export({ format: 'jwk' })
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
  const claims = {
    iss: issuer,
    nbf: 1_760_000_000,
    ...(expires === undefined ? {} : { exp: expires }),
    vc: {
      type: ['https://smarthealth.cards#health-card'],
      credentialSubject: {
        fhirVersion: '4.0.1',
        fhirBundle: {
          resourceType: 'Bundle',
          type: 'collection',
          entry: [
            { fullUrl: 'resource:0', resource: person },
            { fullUrl: 'resource:1', resource: { resourceType: 'Immunization', status: 'completed' } },
            ...more.map((resource) => ({ resource })),
          ],
        },
      },
    },
  }
  const header = base64url(JSON.stringify({ zip: 'DEF', alg: 'ES256', kid }))
  const body = base64url(deflateRawSync(payload ?? JSON.stringify(claims)))
  const signature = sign('sha256', Buffer.from(`${header}.${body}`), { key, dsaEncoding: 'ieee-p1363' })
  const jws = spoil(`${header}.${body}.${base64url(signature)}`)
  return `shc:/${Array.from(jws, (letter) => String(letter.charCodeAt(0) - 45).padStart(2, '0')).join('')}`
}
