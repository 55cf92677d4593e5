import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkRules } from '../../domain/scheme/check-rules.ts'
import { judgeBy } from '../../domain/scheme/judge.ts'
import type { Judge } from '../../domain/scheme/judge.ts'
import type { PersonFacts } from '../../domain/scheme/known.ts'
import type { RuleFile } from '../../domain/scheme/rule-file.ts'
import { signRules, takeRules } from '../../domain/scheme/signed-rules.ts'
import { ed25519Verify } from '../../main/crypto/ed25519.ts'
import { certificateBy, listKey, root, stubRoot } from '../fake/card-lists-stub.ts'
import type { Kept, Proof, Trial } from './promise.ts'
import { answersAtBoth } from './scheme/at-hims.ts'
import { answersByWords } from './scheme/by-words.ts'
import { generatePerson } from './scheme/generate.ts'
import { difference, handWorked } from './scheme/hand-worked.ts'
import { rulesWithSlips } from './scheme/slip.ts'

const path = join(import.meta.dirname, '../../domain/scheme/rules-delhi.json')

function readRules() {
  const text = readFileSync(path, 'utf8')
  const { file } = checkRules(text)
  if (file === null) throw new Error(`${path} is not in order`)
  return { text, file }
}

/** The same rules as they come to a terminal: signed, as bytes, and taken. */
function judgeOfTerminal(text: string): Judge {
  const rules = signRules({ seq: 1, issuedAt: '2026-11-22T05:00:00.000Z', text }, listKey)
  const world = { roots: [stubRoot], verify: ed25519Verify, today: '2026-11-22' }
  const taken = takeRules(null, { certificate: certificateBy(root), rules }, world)
  if (!taken.ok) throw new Error(`signed rules are ${taken.problem}`)
  return judgeBy(taken.value.file)
}

const onlySaid = (facts: PersonFacts): PersonFacts =>
  Object.fromEntries(Object.entries(facts).map(([fact, known]) => [fact, { ...known, how: 'spoken' as const }]))

/** Schemes that nobody enters without showing something. */
const wantPaper = new Set(
  'pmjay pmjay-top-up vay-vandana arogya-kosh dgehs cghs esi ews-bed nikshay-poshan jsy pmmvy'.split(' '),
)

const promises = [
  'a person worked out by hand is answered as by hand',
  'the rules answer as the words of the schemes do, worked out a second time',
  'signed rules at a terminal answer what the edited file does, to the letter',
  'a spoken word alone opens no scheme that wants a paper',
  'a limit or a day that slipped by one is noticed by a person worked out by hand, by the words or by the checker',
  'a desk answers as HIMS does, from signed rules and the rows that both hold',
] as const

async function run({ scale, seed, progress }: Trial): Promise<readonly Kept[]> {
  const { text, file } = readRules()
  const judge = judgeBy(file)
  const terminal = judgeOfTerminal(text)
  const tried = [0, 0, 0, 0, 0, 0]
  const broken = [0, 0, 0, 0, 0, 0]
  const count = (promise: number, problem: string | null) => {
    tried[promise] = (tried[promise] ?? 0) + 1
    if (problem === null) return
    broken[promise] = (broken[promise] ?? 0) + 1
    console.error(problem)
  }
  const people = handWorked()
  if (seed === undefined) for (const person of people) count(0, difference(person, judge))
  const seeds = seed === undefined ? Array.from({ length: scale }, (_, at) => at + 1) : [seed]
  for (const each of seeds) {
    const { facts, today } = generatePerson(file, each)
    const answers = judge(facts, today)
    const words = answersByWords(facts, today)
    const wrong = answers.filter(({ scheme, answer }) => words[scheme] !== answer).map(({ scheme }) => scheme)
    count(
      1,
      wrong.length === 0 && Object.keys(words).length === answers.length ? null : `seed ${each}: ${wrong.join(', ')}`,
    )
    const other = terminal(JSON.parse(JSON.stringify(facts)), today)
    count(2, JSON.stringify(other) === JSON.stringify(answers) ? null : `seed ${each}: the terminal differs`)
    const said = judge(onlySaid(facts), today).filter(({ scheme, answer }) => answer === 'yes' && wantPaper.has(scheme))
    count(3, said.length === 0 ? null : `seed ${each}: ${said.map(({ scheme }) => scheme).join(', ')} without a paper`)
    if (each % 200 === 0) {
      progress(each, scale)
      await new Promise(setImmediate)
    }
  }
  if (seed === undefined) slips(file, Math.min(scale, 150), people, (problem) => count(4, problem))
  const both = seeds.slice(0, Math.max(40, Math.round(scale / 20)))
  for (const problem of await answersAtBoth(text, file, both)) count(5, problem)
  return promises
    .map((promise, at) => ({ promise, tried: tried[at] ?? 0, broken: broken[at] ?? 1 }))
    .filter((kept) => kept.tried > 0)
}

/** Moves every limit and day of the file by one and looks whether anybody's answer, or the checker, tells. */
function slips(
  file: RuleFile,
  scale: number,
  people: ReturnType<typeof handWorked>,
  count: (problem: string | null) => void,
): void {
  const generated = Array.from({ length: scale }, (_, at) => generatePerson(file, at + 1))
  const words = generated.map(({ facts, today }) => answersByWords(facts, today))
  for (const { scheme: id, what, slipped } of rulesWithSlips(file)) {
    const judge = judgeBy(slipped)
    const noticed =
      people.some((person) => person.scheme === id && difference(person, judge) !== null) ||
      generated.some(({ facts, today }, at) =>
        judge(facts, today).some(({ scheme, answer }) => words[at]?.[scheme] !== answer),
      ) ||
      checkRules(JSON.stringify(slipped)).file === null
    count(noticed ? null : `nobody noticed that ${what}`)
  }
}

export const schemes: Proof = {
  title:
    'schemes: ten people and more a scheme worked out by hand, and a second evaluator from the words of the schemes',
  usual: 10_000,
  run,
}
