import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { PersonFacts, fits } from './known.ts'
import type { RuleFile } from './rule-file.ts'

/** Reads what is known of a person against the facts of a rule file, and says what doesn't belong. */
export function readFacts(value: unknown, file: RuleFile): Result<PersonFacts, readonly string[]> {
  const read = PersonFacts.safeParse(value)
  if (!read.success) {
    return fail(read.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`))
  }
  const wrong = Object.entries(read.data).flatMap(([id, known]) => {
    const fact = file.facts.find((each) => each.id === id)
    if (fact === undefined) return [`${id}: there is no such fact`]
    const strange = known.by.filter((paper) => !file.documents.some((each) => each.id === paper))
    return [
      ...(fits(fact, known.value) ? [] : [`${id}: this value does not fit the kind ${fact.kind}`]),
      ...strange.map((paper) => `${id}: there is no document "${paper}"`),
    ]
  })
  return wrong.length === 0 ? ok(read.data) : fail(wrong)
}
