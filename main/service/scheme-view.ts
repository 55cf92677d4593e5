import type { SchemeAsk, SchemeGround, SchemeLine, SchemeView } from '../../contract/scheme.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { SchemeAnswer } from '../../domain/scheme/answer.ts'
import { asksOf, isOneAway } from '../../domain/scheme/ask-first.ts'
import type { Ask } from '../../domain/scheme/ask-first.ts'
import type { Coverage } from '../../domain/scheme/coverage.ts'
import type { Known, PersonFacts } from '../../domain/scheme/known.ts'
import type { Fact, RuleFile } from '../../domain/scheme/rule-file.ts'
import { sayMissing, sayReason } from '../../domain/scheme/say-answer.ts'
import { latestFacts } from '../../domain/scheme/scheme-fact.ts'
import type { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import type { RulesHere } from '../store/scheme-rules.ts'

/** A person's schemes as they stand on a day. */
export interface Standing {
  readonly person: Person
  readonly age: number
  readonly rules: RulesHere
  /** What was told, of all records that are this person. */
  readonly rows: readonly SchemeFact[]
  readonly facts: PersonFacts
  readonly covers: readonly Coverage[]
  readonly today: string
  readonly answers: readonly SchemeAnswer[]
}

export function schemeView(now: Standing, language: Language): SchemeView {
  const { person, age, rules, answers } = now
  const { file, signed } = rules
  return {
    person,
    age,
    lines: answers.map((answer) => lineOf(now, answer, language)),
    asks: asksOf(answers, file).flatMap((ask) => askOf(now, ask, language) ?? []),
    grounds: groundsOf(now, language),
    rules: {
      version: file.version,
      validFrom: file.validFrom,
      issuer: file.issuer[language],
      signedAt: signed?.issuedAt ?? null,
    },
  }
}

function lineOf({ rules: { file }, covers, today }: Standing, answer: SchemeAnswer, language: Language): SchemeLine {
  const scheme = file.schemes.find(({ id }) => id === answer.scheme)
  return {
    scheme: answer.scheme,
    name: scheme?.names[language] ?? answer.scheme,
    benefit: scheme?.benefit[language] ?? '',
    answer: answer.answer,
    reasons: answer.reasons.map((each) => sayReason(each, file, language)),
    missing: answer.missing.map((each) => sayMissing(each, file, language)),
    oneAway: answer.answer === 'perhaps' && isOneAway(answer),
    cover: coverOf(covers, answer.scheme, today),
  }
}

/** The cover of a scheme that holds today. */
export const coverOf = (covers: readonly Coverage[], scheme: string, today: string): Coverage | null =>
  covers.find(
    ({ scheme: id, status, period }) =>
      id === scheme && status === 'active' && period.start <= today && (period.end === null || period.end >= today),
  ) ?? null

function askOf({ rules: { file }, facts }: Standing, ask: Ask, language: Language): SchemeAsk | null {
  const fact = file.facts.find(({ id }) => id === ask.fact)
  if (fact === undefined) return null
  return {
    fact: ask.fact,
    kind: ask.kind,
    name: fact.names[language],
    question: fact.question[language],
    value: valueOf(fact, language),
    papers: ask.documents.map((id) => ({ id, name: paperName(file, id, language) })),
    canCheck: ask.level === 'verified',
    settles: ask.schemes.length,
    known: facts[ask.fact] ?? null,
  }
}

function valueOf(fact: Fact, language: Language): SchemeAsk['value'] {
  switch (fact.kind) {
    case 'choice':
      return { kind: 'choice', choices: fact.choices.map(({ id, names }) => ({ id, name: names[language] })) }
    case 'date':
    case 'since':
      return { kind: 'day' }
    case 'age':
      return { kind: 'birthday' }
    case 'yes-no':
    case 'number':
    case 'rupees':
      return { kind: fact.kind }
    default:
      return unreachable(fact)
  }
}

const paperName = (file: RuleFile, id: string, language: Language): string =>
  file.documents.find((each) => each.id === id)?.names[language] ?? id

/** What is known, the facts of the record first. */
function groundsOf({ rules: { file }, rows, facts }: Standing, language: Language): SchemeGround[] {
  const noted = latestFacts(rows)
  return file.facts.flatMap((fact) => {
    const known = facts[fact.id]
    if (known === undefined) return []
    const isNoted = noted.get(fact.id)?.known != null
    // That this is a hospital of the government nobody has to read each time.
    if (fact.from === 'record' && !isNoted && known.value === true && known.how === 'verified') return []
    const papers = known.by.map((id) => paperName(file, id, language))
    return [
      {
        fact: fact.id,
        name: fact.names[language],
        text: textOf(fact, known, language),
        known,
        unit: fact.kind === 'rupees' ? 'rupees' : 'plain',
        papers,
        noted: isNoted,
      },
    ]
  })
}

const textOf = (fact: Fact, { value }: Known, language: Language): string | null =>
  fact.kind === 'choice' ? (fact.choices.find(({ id }) => id === value)?.names[language] ?? null) : null
