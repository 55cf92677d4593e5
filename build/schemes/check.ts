import { parseArgs } from 'node:util'

import { checkRules } from '../../domain/scheme/check-rules.ts'
import type { RuleProblem } from '../../domain/scheme/check-rules.ts'
import { orHelp } from '../or-help.ts'
import { readText } from './read-text.ts'

const help = `npm run schemes -- check FILE…

Says what is wrong with rule files as FILE:LINE, an error where it keeps a file from being used. The exit code is 1 when
a file has an error, 2 when it cannot be read.

  --strict   a warning counts as an error
  --help     this text
`

export function checkCommand(args: readonly string[]): number {
  const { values, positionals } = orHelp(help, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, strict: { type: 'boolean' } },
    }),
  )
  if (positionals.length === 0) {
    console.error(`Which file?\n\n${help}`)
    return 2
  }
  return Math.max(...positionals.map((path) => checkFile(path, values.strict === true)))
}

function checkFile(path: string, strict: boolean): number {
  const text = readText(path)
  if (text === null) return 2
  const { file, problems } = checkRules(text)
  for (const problem of problems) console.log(say(path, problem))
  const errors = problems.filter(({ kind }) => kind === 'error').length
  const warnings = problems.length - errors
  const what =
    file === null
      ? 'cannot be used'
      : `version ${file.version}, ${file.schemes.length} schemes, ${file.facts.length} facts`
  console.log(`${path}: ${what}; errors: ${errors}, warnings: ${warnings}`)
  return errors > 0 || (strict && warnings > 0) ? 1 : 0
}

const say = (path: string, { kind, line, text }: RuleProblem): string => `${path}:${line}: ${kind}: ${text}`
