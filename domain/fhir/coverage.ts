import { z } from 'zod'

import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { Coverage, CoverageStatus } from '../scheme/coverage.ts'
import type { ProvedFact } from '../scheme/coverage.ts'
import type { Dated } from './dated.ts'
import { CodeableConcept, ExtensionIn, Reference, codeIn, idIn, modifierExtension } from './element.ts'
import { unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import type { Identifier, Resource } from './vocabulary.ts'

/** Schemes and programmes by their ids in the rule file, and what stands beside them as extensions. */
export const coverageSystem = {
  scheme: 'urn:hims:scheme',
  kind: 'urn:hims:scheme-kind',
  rules: 'urn:hims:scheme-rules',
  proved: 'urn:hims:scheme-proved',
  confirmed: 'urn:hims:scheme-confirmed',
} as const

/** A confirmed scheme as FHIR R4 Coverage; the rules' version, the proofs and the clerk go along as extensions. */
export function coverageResource(
  { row, version, changedAt }: Dated<Coverage>,
  identifier: readonly Identifier[] = [],
): Resource<'Coverage'> {
  const { start, end } = row.period
  return {
    resourceType: 'Coverage',
    id: row.id,
    meta: { versionId: String(version), lastUpdated: changedAt },
    extension: extensionsOf(row),
    ...(identifier.length === 0 ? {} : { identifier }),
    status: row.status,
    type: {
      coding: [
        { system: coverageSystem.scheme, code: row.scheme },
        { system: coverageSystem.kind, code: row.kind },
      ],
    },
    ...(row.subscriberId === null ? {} : { subscriberId: row.subscriberId }),
    beneficiary: { reference: `Patient/${row.personId}` },
    period: { start, ...(end === null ? {} : { end }) },
    payor: [{ display: row.payor }],
  }
}

const extensionsOf = ({ rules, proved, confirmed }: Coverage): readonly object[] => [
  ...(rules === null
    ? []
    : [
        {
          url: coverageSystem.rules,
          extension: [
            { url: 'version', valueInteger: rules.version },
            ...(rules.seq === null ? [] : [{ url: 'seq', valueInteger: rules.seq }]),
          ],
        },
      ]),
  ...proved.map(({ fact, how, by }) => ({
    url: coverageSystem.proved,
    extension: [
      { url: 'fact', valueCode: fact },
      { url: 'how', valueCode: how },
      ...by.map((paper) => ({ url: 'by', valueCode: paper })),
    ],
  })),
  ...(confirmed === null
    ? []
    : [
        {
          url: coverageSystem.confirmed,
          extension: [
            { url: 'by', valueString: confirmed.by },
            { url: 'at', valueString: confirmed.at },
          ],
        },
      ]),
]

export const CoverageIn = z.object({
  resourceType: z.literal('Coverage'),
  modifierExtension,
  extension: z.array(ExtensionIn).max(60).optional(),
  status: CoverageStatus,
  type: CodeableConcept.optional(),
  subscriberId: z.string().optional(),
  beneficiary: Reference,
  period: z.object({ start: z.string().optional(), end: z.string().optional() }).optional(),
  payor: z.array(Reference).min(1),
})
export type CoverageIn = z.infer<typeof CoverageIn>

/** Reads a Coverage whose scheme this hospital knows by its id; one of another insurer stays a stored resource. */
export function coverageFromResource(
  resource: CoverageIn,
  { id, today }: { readonly id: string; readonly today: string },
): Result<Coverage, FhirProblem> {
  const scheme = codeIn(resource.type, coverageSystem.scheme)
  if (scheme === null) return refused('required', `A code of ${coverageSystem.scheme} is needed`, 'type')
  const coverage = Coverage.safeParse({
    id,
    personId: idIn(resource.beneficiary.reference, 'Patient'),
    scheme,
    kind: codeIn(resource.type, coverageSystem.kind) ?? 'scheme',
    status: resource.status,
    period: { start: resource.period?.start?.slice(0, 10) ?? today, end: resource.period?.end?.slice(0, 10) ?? null },
    payor: resource.payor[0]?.display ?? resource.payor[0]?.reference ?? null,
    subscriberId: resource.subscriberId ?? null,
    ...factsOf(resource.extension ?? []),
  })
  if (coverage.success) return ok(coverage.data)
  return refused('value', 'cannot be read', coverage.error.issues[0]?.path.join('.') ?? '')
}

type Extensions = readonly z.infer<typeof ExtensionIn>[]

function factsOf(extensions: Extensions) {
  const parts = (url: string): readonly Extensions[] =>
    extensions.flatMap((each) => (each.url === url ? [each.extension ?? []] : []))
  const [rules] = parts(coverageSystem.rules)
  const [confirmed] = parts(coverageSystem.confirmed)
  return {
    rules:
      rules === undefined
        ? null
        : { version: part(rules, 'version')?.valueInteger, seq: part(rules, 'seq')?.valueInteger ?? null },
    proved: parts(coverageSystem.proved).map(provedIn),
    confirmed:
      confirmed === undefined
        ? null
        : { by: part(confirmed, 'by')?.valueString ?? '', at: part(confirmed, 'at')?.valueString ?? '' },
  }
}

const part = (extensions: Extensions, url: string) => extensions.find((each) => each.url === url)

const provedIn = (extensions: Extensions): Readonly<Record<keyof ProvedFact, unknown>> => ({
  fact: part(extensions, 'fact')?.valueCode,
  how: part(extensions, 'how')?.valueCode,
  by: extensions.filter(({ url }) => url === 'by').map(({ valueCode }) => valueCode),
})

const refused = (code: FhirProblem['code'], text: string, element: string): Result<never, FhirProblem> =>
  fail(unprocessable(code, text, `Coverage.${element}`))
