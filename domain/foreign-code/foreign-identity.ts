import { z } from 'zod'

import { AbhaNumber, Address, Birth, Evidence, Guardian, OwnName, Phone, Sex } from '../person/person.ts'

/** Whose code it is: India's health account, its identity card, a MOSIP identity, a FHIR health card. */
export const ForeignKind = Evidence.shape.kind
export type ForeignKind = z.infer<typeof ForeignKind>

/** What stands behind the facts of a code. Only `signed` proves anything today. Days are `YYYY-MM-DD`. */
export const ForeignProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed'), by: z.string().max(120) }),
  z.strictObject({ kind: z.literal('unsigned') }),
  z.strictObject({ kind: z.literal('unknown-issuer') }),
  z.strictObject({ kind: z.literal('expired'), by: z.string().max(120), on: z.iso.date() }),
  z.strictObject({ kind: z.literal('too-early'), by: z.string().max(120), from: z.iso.date() }),
])
export type ForeignProof = z.infer<typeof ForeignProof>

/** What a code says of a person, as far as a registration has a place for it; null or empty where it says nothing. */
export const ForeignFacts = z.strictObject({
  latin: z.string().max(120),
  own: OwnName.nullable(),
  sex: Sex.exclude(['unknown']).nullable(),
  birth: Birth.nullable(),
  phone: Phone.nullable(),
  guardian: Guardian.nullable(),
  house: Address.shape.house,
  locality: Address.shape.locality,
  district: Address.shape.district,
  pin: Address.shape.pin,
  abha: AbhaNumber.nullable(),
})
export type ForeignFacts = z.infer<typeof ForeignFacts>

/** A person as somebody else's code tells of them: without photo, hashes, or more of a number than its end. */
export const ForeignIdentity = z.strictObject({
  kind: ForeignKind,
  proof: ForeignProof,
  reference: Evidence.shape.reference,
  facts: ForeignFacts,
})
export type ForeignIdentity = z.infer<typeof ForeignIdentity>

/** Why a code that was recognised is not used at all. */
export const ForeignRefusal = z.enum(['bad-signature', 'several-parts', 'encrypted', 'too-large', 'unreadable'])
export type ForeignRefusal = z.infer<typeof ForeignRefusal>

/** What reading a foreign code came to. */
export type ForeignRead =
  | { readonly kind: 'read'; readonly identity: ForeignIdentity }
  | { readonly kind: 'refused'; readonly of: ForeignKind; readonly why: ForeignRefusal }

/** What is kept of the code with a person who is registered from it. */
export const evidenceOf = ({ kind, proof, reference }: ForeignIdentity, readOn: string): Evidence => ({
  kind,
  signedBy: proof.kind === 'signed' ? proof.by : null,
  reference,
  readOn,
})
