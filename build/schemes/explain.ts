import { parseArgs } from 'node:util'

import { Language } from '../../domain/language.ts'
import type { SchemeAnswer } from '../../domain/scheme/answer.ts'
import { checkRules } from '../../domain/scheme/check-rules.ts'
import { judgeBy } from '../../domain/scheme/judge.ts'
import { readFacts } from '../../domain/scheme/read-facts.ts'
import type { RuleFile } from '../../domain/scheme/rule-file.ts'
import { sayAnswer, sayMissing, sayReason } from '../../domain/scheme/say-answer.ts'
import { orHelp } from '../or-help.ts'
import { readText } from './read-text.ts'

const help = `npm run schemes -- explain FILE --person FACTS [--day YYYY-MM-DD] [--language en|hi|pa|ur] [--json]

Answers every scheme of a rule file for the person of whom FACTS, a JSON file, says what is known:

  { "age": { "value": { "kind": "date", "on": "1954-01-04" }, "how": "seen", "by": ["aadhaar"] },
    "income": { "value": 240000, "how": "spoken" } }

  --day        the day to answer for; today in Delhi without it
  --language   of the sentences; English without it
  --json       the answers as the program has them
  --help       this text
`

interface Wish {
  readonly rules: string
  readonly person: string
  readonly day: string
  readonly language: Language
  readonly json: boolean
}

export function explainCommand(args: readonly string[]): number {
  const { values, positionals } = orHelp(help, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        person: { type: 'string' },
        day: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
      },
    }),
  )
  const [rules] = positionals
  const language = Language.safeParse(values.language ?? 'en')
  const day = values.day ?? new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Kolkata' })
  if (rules === undefined || values.person === undefined || !language.success || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    console.error(help)
    return 2
  }
  return explain({ rules, person: values.person, day, language: language.data, json: values.json === true })
}

function explain({ rules, person, day, language, json }: Wish): number {
  const [text, facts] = [readText(rules), readText(person)]
  if (text === null || facts === null) return 2
  const { file, problems } = checkRules(text)
  if (file === null) {
    for (const { line, kind, text: words } of problems) console.error(`${rules}:${line}: ${kind}: ${words}`)
    return 1
  }
  const read = readFacts(parsed(facts), file)
  if (!read.ok) {
    for (const problem of read.problem) console.error(`${person}: ${problem}`)
    return 1
  }
  const answers = judgeBy(file)(read.value, day)
  console.log(json ? JSON.stringify(answers, null, 2) : answers.map((each) => say(each, file, language)).join('\n\n'))
  return 0
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function say({ scheme, answer, reasons, missing }: SchemeAnswer, file: RuleFile, language: Language): string {
  const name = file.schemes.find(({ id }) => id === scheme)?.names[language] ?? scheme
  const lines = [
    ...reasons.map((reason) => sayReason(reason, file, language)),
    ...missing.map((each) => `→ ${sayMissing(each, file, language)}`),
  ]
  return [`${sayAnswer(answer, language)}: ${name}`, ...lines.map((line) => `    ${line}`)].join('\n')
}
