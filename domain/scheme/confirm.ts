import type { SchemeAnswer } from './answer.ts'
import { Coverage } from './coverage.ts'
import type { PersonFacts } from './known.ts'
import type { RuleFile } from './rule-file.ts'

interface Confirmation {
  readonly id: string
  readonly personId: string
  readonly operator: string
  /** RFC 3339. */
  readonly at: string
  /** Local date, `YYYY-MM-DD`. */
  readonly today: string
  readonly until: string | null
  readonly subscriberId: string | null
  readonly seq: number | null
}

/** A cover made of an answer; null unless the answer is yes, or its scheme is not in the file. */
export function coverageOf(
  { scheme: id, answer, reasons }: SchemeAnswer,
  file: RuleFile,
  facts: PersonFacts,
  confirmation: Confirmation,
): Coverage | null {
  const scheme = file.schemes.find((each) => each.id === id)
  if (scheme === undefined || answer !== 'yes') return null
  const asked = new Set(reasons.flatMap((reason) => (reason.kind === 'rule' ? [reason.fact] : [])))
  return Coverage.parse({
    id: confirmation.id,
    personId: confirmation.personId,
    scheme: id,
    kind: scheme.kind,
    status: 'active',
    period: { start: confirmation.today, end: confirmation.until },
    payor: scheme.payor.en,
    subscriberId: confirmation.subscriberId,
    rules: { version: file.version, seq: confirmation.seq },
    proved: Object.entries(facts)
      .filter(([fact]) => asked.has(fact))
      .map(([fact, { how, by }]) => ({ fact, how, by })),
    confirmed: { by: confirmation.operator, at: confirmation.at },
  })
}
