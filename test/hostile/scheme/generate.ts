import type { Known, KnownValue, PersonFacts } from '../../../domain/scheme/known.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Fact, RuleFile } from '../../../domain/scheme/rule-file.ts'

type Random = (below: number) => number

/** Marsaglia's xorshift of 32 bits, stirred so that neighbouring seeds differ at once. */
function randomFrom(seed: number): Random {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) | 1
  const next = (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  for (let stir = 0; stir < 8; stir++) next(2)
  return next
}

const pick = <Each>(random: Random, list: readonly Each[]): Each => {
  const found = list[random(list.length)]
  if (found === undefined) throw new Error('nothing to pick')
  return found
}

/** Days on which something began or changed, each with the day before. */
const days = [
  '2016-12-31',
  '2017-01-01',
  '2018-03-31',
  '2018-04-01',
  '2024-10-28',
  '2024-10-29',
  '2025-04-04',
  '2025-04-05',
  '2025-04-27',
  '2025-04-28',
  '2025-05-04',
  '2025-05-05',
  '2026-01-01',
  '2026-01-02',
  '2026-02-23',
  '2026-02-24',
  '2026-02-28',
  '2026-03-01',
  '2028-02-29',
]
const limits = [1, 2, 3, 4, 9000, 15_000, 21_000, 25_000, 220_000, 300_000, 500_000, 800_000]
const ages = [0, 1, 6, 16, 17, 18, 70]

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** Somewhere about the day so many years before another. */
const yearsBefore = (random: Random, day: string, years: number): string =>
  shifted(`${Number(day.slice(0, 4)) - years}-${day.slice(5) === '02-29' ? '03-01' : day.slice(5)}`, random(5) - 2)

const loose = (random: Random, day: string): string => day.slice(0, pick(random, [10, 10, 10, 7, 4]))

function amountOf(random: Random, small: boolean): KnownValue {
  const near = (): number => Math.max(0, pick(random, small ? limits.slice(0, 4) : limits.slice(4)) + random(3) - 1)
  const kind = random(6)
  if (kind === 0) return { least: null, most: near() }
  if (kind === 1) return { least: near(), most: null }
  const [one, other] = [near(), near()]
  return kind === 2 ? { least: Math.min(one, other), most: Math.max(one, other) } : one
}

function valueOf(random: Random, fact: Fact, today: string): KnownValue {
  switch (fact.kind) {
    case 'yes-no':
      return random(3) > 0
    case 'choice':
      return pick(random, fact.choices).id
    case 'number':
      return amountOf(random, true)
    case 'rupees':
      return amountOf(random, false)
    case 'since':
      return loose(random, yearsBefore(random, today, random(5)))
    case 'age':
      return birthOf(random, today)
    case 'date': {
      const edge = pick(random, ['2022-04-01', '2025-05-05', today, today, today])
      return loose(random, shifted(edge, pick(random, [-8, -7, -4, -3, -1, 0, 0, 1, 30, 400])))
    }
    default:
      return unreachable(fact)
  }
}

function birthOf(random: Random, today: string): KnownValue {
  if (random(3) > 0) return { kind: 'date', on: yearsBefore(random, today, pick(random, ages)) }
  const past = random(4)
  const asOf = yearsBefore(random, today, past)
  return { kind: 'age', years: Math.max(0, pick(random, ages) - past - random(2)), asOf: asOf > today ? today : asOf }
}

/** A person about whom much is known and hardly anything far from a limit, on a day; the same seed is the same person. */
export function generatePerson(file: RuleFile, seed: number): { readonly facts: PersonFacts; readonly today: string } {
  const random = randomFrom(seed)
  const today = random(3) === 0 ? pick(random, days) : '2026-11-22'
  // From people of whom all is known and proved to such of whom hardly anything is.
  const [silent, unproved] = [random(4), random(5)]
  const facts = file.facts.flatMap((fact): readonly (readonly [string, Known])[] => {
    if (random(10) < silent) return []
    const by = random(10) < unproved ? [pick(random, file.documents).id] : papersOf(file, fact.id)
    const how = random(10) < unproved ? 'spoken' : pick(random, ['seen', 'verified'] as const)
    return [[fact.id, { value: valueOf(random, fact, today), how, by }]]
  })
  return { facts: Object.fromEntries(facts), today }
}

/** Every paper that any rule takes for a fact, found in the file's text. */
const papersOf = (file: RuleFile, fact: string): string[] => {
  const known = papers.get(file) ?? new Map<string, string[]>()
  papers.set(file, known)
  const found = known.get(fact) ?? namedWith(file, fact)
  known.set(fact, found)
  return found
}
const papers = new WeakMap<RuleFile, Map<string, string[]>>()

function namedWith(value: unknown, fact: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fact' in value && value.fact === fact && 'proof' in value) {
    const { proof } = value
    return typeof proof === 'object' && proof !== null && 'by' in proof && Array.isArray(proof.by)
      ? proof.by.map(String)
      : []
  }
  return [...new Set(Object.values(value).flatMap((each) => namedWith(each, fact)))]
}
