import { z } from 'zod'

import { BloodGroup, Evidence } from '../person/person.ts'
import type { Person } from '../person/person.ts'
import { ExtensionIn } from './element.ts'
import { system } from './vocabulary.ts'

/** What a person's row holds and a FHIR Patient has no element for, as extensions. */
export function extensionsOf({ bloodGroup, registeredAt, evidence }: Person): readonly object[] {
  return [
    { url: system.registered, valueDateTime: registeredAt },
    ...(bloodGroup === null ? [] : [{ url: system.bloodGroup, valueCode: bloodGroup }]),
    ...(evidence === null
      ? []
      : [
          {
            url: system.evidence,
            extension: [
              { url: 'kind', valueCode: evidence.kind },
              ...(evidence.signedBy === null ? [] : [{ url: 'signedBy', valueString: evidence.signedBy }]),
              { url: 'reference', valueString: evidence.reference },
              { url: 'readOn', valueDate: evidence.readOn },
            ],
          },
        ]),
  ]
}

export const ownExtensions: ReadonlySet<string> = new Set([system.registered, system.bloodGroup, system.evidence])

const Extended = z.looseObject({
  extension: z.array(ExtensionIn.extend({ valueDateTime: z.string().optional() })).optional(),
})

/** The same, read; what is not said is null. */
export function extraOf(resource: unknown): {
  readonly bloodGroup: BloodGroup | null
  readonly registeredAt: string | null
  readonly evidence: Evidence | null
} {
  const read = Extended.safeParse(resource)
  const extension = read.success ? (read.data.extension ?? []) : []
  const of = (url: string) => extension.find((one) => one.url === url)
  const parts = of(system.evidence)?.extension ?? []
  const part = (url: string) => parts.find((one) => one.url === url)
  const evidence = Evidence.safeParse({
    kind: part('kind')?.valueCode,
    signedBy: part('signedBy')?.valueString ?? null,
    reference: part('reference')?.valueString ?? '',
    readOn: part('readOn')?.valueDate,
  })
  const registered = z.iso.datetime().safeParse(of(system.registered)?.valueDateTime)
  return {
    bloodGroup: BloodGroup.safeParse(of(system.bloodGroup)?.valueCode).data ?? null,
    registeredAt: registered.data ?? null,
    evidence: evidence.data ?? null,
  }
}
