import { z } from 'zod'

import { fieldsOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'

const Outcome = z.looseObject({
  issue: z.array(
    z.looseObject({
      severity: z.string().optional(),
      code: z.string().optional(),
      diagnostics: z.string().optional(),
      details: z.looseObject({ text: z.string().optional() }).optional(),
      expression: z.array(z.string()).optional(),
    }),
  ),
})

/** What an OperationOutcome says went wrong, in one line. */
export function saidOf(body: unknown, status: number): string {
  const read = Outcome.safeParse(body)
  const issues = read.success ? read.data.issue : []
  const issue = issues.find(({ severity }) => severity === 'error' || severity === 'fatal') ?? issues[0]
  const text = issue?.diagnostics ?? issue?.details?.text ?? issue?.code ?? ''
  const place = issue?.expression?.[0] ?? ''
  return `${status} ${place === '' || text.includes(place) ? '' : `${place}: `}${text}`.trim().slice(0, 200)
}

/** Version and time of a resource; empty where the server does not say. */
export function metaOf(resource: Fields): { readonly version: string; readonly updated: string } {
  const meta = fieldsOf(resource['meta'])
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { version: text(meta['versionId']), updated: text(meta['lastUpdated']) }
}

const SINCE = Date.UTC(2020, 0, 1)

/** Tenths of a second since 2020: rows of the store count their versions in 32 bits. */
export const rowVersion = (updated: string): number => {
  const at = Date.parse(updated)
  return Number.isNaN(at) ? 1 : Math.max(1, Math.floor((at - SINCE) / 100))
}
