import { z } from 'zod'

import { Operator } from '../../domain/hospital/operator.ts'

/** What a terminal has to know by itself where its server is some FHIR server, which could not tell it. */
export const FhirSetting = z.strictObject({
  /** The id of the hospital's Organization. */
  facility: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/),
  /** As it stands over the counter: `Counter 7`. */
  label: z.string().min(1).max(64),
  /** Stands in every queue number after the department's letters: no other terminal of the hospital has it. */
  counter: z.string().regex(/^[1-9][0-9]?$/),
  access: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('token'), token: z.string().min(1).max(8000) }),
    /** OAuth 2.0 client credentials. */
    z.strictObject({
      kind: z.literal('client'),
      address: z.url({ protocol: /^https?$/ }),
      id: z.string().min(1).max(200),
      secret: z.string().min(1).max(2000),
      scope: z.string().max(2000),
    }),
  ]),
  /** The staff who may unlock it: FHIR has no place for a PIN. */
  operators: z.array(Operator).max(500),
})
export type FhirSetting = z.infer<typeof FhirSetting>

const PREFIX = 'fhir+'

/** `fhir+https://server/fhir` names a FHIR server in the place of HIMS. */
export const isFhirAddress = (address: string): boolean => address.startsWith(PREFIX)

/** The address as it is called, without a slash at its end. */
export const fhirBase = (address: string): string => address.slice(PREFIX.length).replace(/\/+$/, '')
