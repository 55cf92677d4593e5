import type { z } from 'zod'

import { doubtsOfCondition } from './check-condition.ts'
import { doubtsOfFile } from './check-file.ts'
import type { Doubt } from './doubt.ts'
import { jsonLines } from './json-line.ts'
import { RuleFile } from './rule-file.ts'

/** Something to mend in a rule file. An error keeps the file from being used, a warning doesn't. */
export interface RuleProblem {
  readonly kind: 'error' | 'warning'
  readonly line: number
  readonly text: string
}

export interface Checked {
  /** Null while there is an error. */
  readonly file: RuleFile | null
  readonly problems: readonly RuleProblem[]
}

/** Reads a rule file as an administrator wrote it and says everything that is wrong with it, by line. */
export function checkRules(text: string): Checked {
  const json = parsed(text)
  if ('problem' in json) return { file: null, problems: [json.problem] }
  const { lineOf, twice } = jsonLines(text)
  const problems: RuleProblem[] = twice.map(({ name, line }) => ({
    kind: 'error',
    line,
    text: `"${name}" stands twice here`,
  }))
  const read = RuleFile.safeParse(json.value)
  if (read.success) {
    const found = [...doubtsOfFile(read.data), ...doubtsOfCondition(read.data)]
    problems.push(...found.map(({ kind, path, text: words }) => ({ kind, line: lineOf(path), text: words })))
  } else {
    problems.push(
      ...read.error.issues
        .flatMap((issue) => issueDoubts(issue, []))
        .map((each) => ({
          kind: each.kind,
          line: lineOf(each.path),
          text: each.text,
        })),
    )
  }
  const hasError = problems.some(({ kind }) => kind === 'error')
  return {
    file: read.success && !hasError ? read.data : null,
    problems: problems.toSorted((a, b) => a.line - b.line),
  }
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: RuleProblem } {
  try {
    return { value: JSON.parse(text) }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    return { problem: { kind: 'error', line, text: `this is not JSON: ${message}` } }
  }
}

type Issue = z.core.$ZodIssue

/** Of the forms that a value may have, the one that it comes nearest to says what is wrong with it. */
function issueDoubts(issue: Issue, around: readonly PropertyKey[]): readonly Doubt[] {
  const path = [...around, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((one, other) => shallow(one) - shallow(other) || one.length - other.length)[0]
    return (nearest ?? []).flatMap((inner) => issueDoubts(inner, path))
  }
  const name = path.map(String).join('.')
  return [{ kind: 'error', path, text: `${name === '' ? 'the file' : name}: ${issue.message}` }]
}

/** Names that don't belong, or lack, right here: the sign of another form. */
const shallow = (issues: readonly Issue[]): number =>
  issues.reduce((sum, each) => {
    if (each.path.length > 1) return sum
    return sum + (each.code === 'unrecognized_keys' ? 2 * each.keys.length : 1)
  }, 0)
