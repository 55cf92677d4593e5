import { readFileSync, writeFileSync } from 'node:fs'

import { takeBundle } from '../bundle/take-bundle.ts'
import type { Hims } from '../hims.ts'
import type { Console } from './console.ts'

/** Takes files that terminals wrote to a stick, and writes a receipt beside each; returns the exit code. */
export async function importBundles(
  { inside }: Hims,
  files: readonly string[],
  { print, complain }: Console,
): Promise<0 | 1> {
  let code: 0 | 1 = 0
  for (const file of files) {
    const taken = await takeBundle(inside, readFileSync(file))
    if (!taken.ok) {
      complain(`hims: ${file}: ${taken.problem}`)
      code = 1
      continue
    }
    const { terminal, answers, receipt } = taken.value
    writeFileSync(`${file}.receipt`, receipt)
    const results = answers.flatMap((answer) => (answer.kind === 'taken' ? answer.results : []))
    const refused = results.filter(({ kind }) => kind === 'refused').length
    const unanswered = answers.filter(({ kind }) => kind === 'refused').length
    print(JSON.stringify({ file, terminal, applied: results.length - refused, refused, unanswered }))
  }
  return code
}
