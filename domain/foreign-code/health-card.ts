import { z } from 'zod'

import { nowhere, saysNothing } from './facts.ts'
import type { Said } from './facts.ts'

const START = /^shc:\//i
const BASE64URL = /^[A-Za-z0-9_-]+$/

export interface Jws {
  readonly kind: 'jws'
  readonly kid: string
  /** The ASCII text that is signed: header, a full stop, payload. */
  readonly signed: string
  /** Base64url. */
  readonly payload: string
  readonly signature: string
}

export type HealthCardText = Jws | { readonly kind: 'several-parts' } | { readonly kind: 'unreadable' }

const Header = z.looseObject({ alg: z.literal('ES256'), zip: z.literal('DEF'), kid: z.string().max(100) })

/** The JWS in `shc:/` digits (SMART Health Cards 1.4): each pair is a character, 45 below its ASCII code. */
export function readHealthCardText(code: string): HealthCardText | null {
  const line = code.trim()
  if (!START.test(line)) return null
  const digits = line.slice(5)
  if (/^\d+\/\d+\//.test(digits)) return { kind: 'several-parts' }
  if (digits.length % 2 !== 0 || !/^\d+$/.test(digits)) return { kind: 'unreadable' }
  const jws = digits.replace(/\d\d/g, (pair) => String.fromCharCode(Number(pair) + 45))
  const [header = '', payload = '', signature = '', ...more] = jws.split('.')
  if (more.length > 0 || ![header, payload, signature].every((part) => BASE64URL.test(part)))
    return { kind: 'unreadable' }
  const read = Header.safeParse(jsonOf(textOfBase64url(header)))
  if (!read.success) return { kind: 'unreadable' }
  return { kind: 'jws', kid: read.data.kid, signed: `${header}.${payload}`, payload, signature }
}

export interface HealthCard {
  readonly said: Said
  readonly issuer: string
  /** Seconds since 1970. */
  readonly notBefore: number | null
  readonly expires: number | null
}

const text = z.string().max(300).catch('')

const Patient = z.looseObject({
  resourceType: z.literal('Patient'),
  name: z
    .array(z.looseObject({ text, family: text, given: z.array(text).max(10).catch([]) }))
    .min(1)
    .max(10),
  birthDate: text,
  gender: text,
  telecom: z
    .array(z.looseObject({ system: text, value: text }))
    .max(10)
    .catch([]),
  address: z
    .array(
      z.looseObject({
        line: z.array(text).max(6).catch([]),
        city: text,
        district: text,
        state: text,
        postalCode: text,
      }),
    )
    .max(5)
    .catch([]),
})

const Payload = z.looseObject({
  iss: z.string().max(300),
  nbf: z.number().nullable().catch(null),
  exp: z.number().nullable().catch(null),
  vc: z.looseObject({
    credentialSubject: z.looseObject({
      fhirBundle: z.looseObject({ entry: z.array(z.looseObject({ resource: z.unknown() })).max(200) }),
    }),
  }),
})

/** The one patient of a health card's inflated payload; what else it holds is not read. */
export function readHealthCard(payload: string): HealthCard | null {
  const read = Payload.safeParse(jsonOf(payload))
  if (!read.success) return null
  const { iss, nbf, exp, vc } = read.data
  const patients = vc.credentialSubject.fhirBundle.entry.flatMap(
    ({ resource }) => Patient.safeParse(resource).data ?? [],
  )
  const [patient] = patients
  if (patient === undefined || patients.length > 1) return null
  const [home] = patient.address
  return {
    issuer: iss,
    notBefore: nbf,
    expires: exp,
    said: {
      ...saysNothing,
      names: patient.name.map(({ text: whole, given, family }) => whole || [...given, family].join(' ')),
      birth: patient.birthDate,
      sex: patient.gender,
      phone: patient.telecom.find(({ system }) => system === 'phone')?.value ?? '',
      place:
        home === undefined
          ? nowhere
          : {
              house: home.line,
              locality: [home.city],
              district: home.district,
              state: home.state,
              pin: home.postalCode,
            },
    },
  }
}

function textOfBase64url(part: string): string {
  const binary = atob(
    part
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .padEnd(Math.ceil(part.length / 4) * 4, '='),
  )
  return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)))
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
