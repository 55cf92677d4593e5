import { readFileSync } from 'node:fs'

import { z } from 'zod'

import { issuerKey } from './foreign/issuer.ts'
import type { Result } from '../domain/result.ts'
import { fail, ok } from '../domain/result.ts'
import { IdentityIssuer } from '../domain/foreign-code/identity-issuer.ts'
import { SpeechSetting } from '../domain/hospital/speech-setting.ts'
import { TerminalRole } from '../domain/wire/sync.ts'
import { FhirSetting, isFhirAddress } from '../sync/fhir/setting.ts'

const Address = z.url({ protocol: /^(fhir\+)?https?$/ })
const endpoint = { host: z.string().max(255), port: z.int().min(1).max(65535) }

/** What an administrator writes down for one terminal, in `terminal.json`. */
export const TerminalConfig = z.strictObject({
  role: TerminalRole,
  /**
   * `https://hims.example.in`, or several, the one that is wanted most first; plain http only on this machine. A FHIR
   * server in the place of HIMS is `fhir+https://server/fhir`, alone: docs/fhir-transport.md.
   */
  hims: z
    .union([Address, z.array(Address).min(1).max(4)])
    .transform((addresses) => (typeof addresses === 'string' ? [addresses] : addresses)),
  /** What a terminal has to know by itself where its server is a FHIR server; null for HIMS. */
  fhir: FhirSetting.nullable().default(null),
  /** SHA-256 of the public keys that HIMS may have, in base64: the next one is added before the old one goes. */
  pins: z
    .array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/))
    .max(8)
    .default([]),
  /** A file of certificates in PEM of the authority that signs HIMS's; null for the well-known ones. */
  authority: z.string().max(1024).nullable().default(null),
  /** The one-time enrolment code from HIMS; ignored once the terminal is enrolled. */
  code: z.string().max(64).nullable(),
  /** Public keys of the offline root behind e-health cards, in hexadecimal: two while one takes over from the other. */
  cardRoots: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(4)
    .default([]),
  printers: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('ticket'), profile: z.string(), ...endpoint }),
      z.strictObject({ kind: z.literal('label'), profile: z.string(), ...endpoint }),
      z.strictObject({ kind: z.literal('card'), folder: z.string() }),
      z.strictObject({ kind: z.literal('page'), folder: z.string() }),
    ]),
  ),
  /** Scanners in HID-POS mode are found by themselves, scanners that type need nothing: neither is named here. */
  scanners: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('tcp'), id: z.string().max(64), ...endpoint }),
      z.strictObject({
        kind: z.literal('serial'),
        id: z.string().max(64),
        /** `/dev/ttyACM0`, `COM3`; null for the first port of a known maker of scanners. */
        path: z.string().max(255).nullable(),
        baud: z.int().min(300).max(4_000_000),
      }),
    ]),
  ),
  /** Whose signatures on Aadhaar, Claim 169 and SMART Health Cards are trusted: docs/foreign-codes.md. */
  identityIssuers: z
    .array(IdentityIssuer.refine((issuer) => issuerKey(issuer) !== null, 'no public key that signs such codes'))
    .max(50)
    .default([]),
  /** Where the records are copied to, encrypted: another disk or a share. `unsent` takes what HIMS has not yet acknowledged. */
  backup: z
    .strictObject({ folder: z.string().max(1000).nullable(), unsent: z.string().max(1000).nullable() })
    .default({ folder: null, unsent: null }),
  /** Where USB sticks appear, as patterns in which a star stands for one folder; null for the usual places. */
  sticks: z.array(z.string().max(255)).max(8).nullable().default(null),
  /** How a display says the numbers that are called; null for one that is silent. */
  speech: SpeechSetting.nullable().default(SpeechSetting.parse({})),
  window: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('kiosk') }),
    z.strictObject({
      kind: z.literal('window'),
      x: z.int(),
      y: z.int(),
      width: z.int().min(320).max(7680),
      height: z.int().min(320).max(7680),
    }),
  ]),
})
export type TerminalConfig = z.infer<typeof TerminalConfig>

const fitsFhir = ({ hims, fhir }: TerminalConfig): boolean =>
  fhir === null ? !hims.some(isFhirAddress) : hims.length === 1 && hims.every(isFhirAddress)

/** Reads `terminal.json`; the problem is one line for whoever set the machine up. */
export function readConfig(path: string): Result<TerminalConfig, string> {
  try {
    const config = TerminalConfig.refine(fitsFhir, 'a FHIR address stands alone, and with its setting').safeParse(
      JSON.parse(readFileSync(path, 'utf8')),
    )
    if (config.success) return ok(config.data)
    return fail(`${path}: ${z.prettifyError(config.error).replaceAll('\n', ' ')}`)
  } catch (error) {
    return fail(`${path}: ${String(error)}`)
  }
}
