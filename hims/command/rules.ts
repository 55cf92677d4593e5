import { readFile } from 'node:fs/promises'

import type { RuleProblem } from '../../domain/scheme/check-rules.ts'
import { unreachable } from '../../domain/result.ts'
import type { Hims } from '../hims.ts'
import { publishRules, readRulesInForce } from '../scheme/rules.ts'
import type { PublishProblem } from '../scheme/rules.ts'
import type { Console } from './console.ts'

/** Publishes a rule file of schemes, or with null says which one is in force; returns the exit code. */
export async function rules({ inside }: Hims, file: string | null, { print, complain }: Console): Promise<0 | 1> {
  const { store, commit, issuer } = inside
  if (file === null) {
    const held = await readRulesInForce(store)
    if (held === null) complain('hims: no rules were published here; desks use those that came with the program')
    else print(JSON.stringify(headOf(held)))
    return held === null ? 1 : 0
  }
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    complain(`hims: ${file} cannot be read`)
    return 1
  }
  const published = await commit(1, (write) => publishRules(write, text, issuer))
  if (!published.ok) {
    for (const line of whyNot(published.problem, file)) complain(line)
    return 1
  }
  for (const problem of published.value.warnings) complain(lineOf(problem, file))
  print(JSON.stringify({ version: published.value.version, number: published.value.seq }))
  return 0
}

const headOf = ({ file, signed }: NonNullable<Awaited<ReturnType<typeof readRulesInForce>>>): object => ({
  version: file.version,
  validFrom: file.validFrom,
  issuer: file.issuer.en,
  schemes: file.schemes.length,
  number: signed.seq,
  signedAt: signed.issuedAt,
})

const lineOf = ({ kind, line, text }: RuleProblem, file: string): string => `${file}:${line}: ${kind}: ${text}`

function whyNot(problem: PublishProblem, file: string): readonly string[] {
  switch (problem.kind) {
    case 'not-in-order':
      return [...problem.problems.map((each) => lineOf(each, file)), 'hims: not published; desks keep what they have']
    case 'too-long':
      return [`hims: ${file} is longer than any desk takes`]
    case 'version-not-higher':
      return [`hims: not published; "version" has to be above ${problem.newest}, which is in force`]
    case 'no-list-key':
      return ['hims: not published; this HIMS has no certified list key (npm run keys -- request)']
    default:
      return unreachable(problem)
  }
}
