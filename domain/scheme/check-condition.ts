import { contradictions } from './check-contradiction.ts'
import { editions, leftOpen } from './check-edition.ts'
import { testFits } from './check-test.ts'
import type { Condition, Days, Rule } from './condition.ts'
import { error, warning } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import type { Fact, RuleFile, Scheme } from './rule-file.ts'

interface Place {
  readonly file: RuleFile
  readonly facts: ReadonlyMap<string, Fact>
  readonly scheme: Scheme
  readonly path: readonly PropertyKey[]
  readonly inNot: boolean
  /** The days of the group around. */
  readonly days: Days
}

/** What is wrong with the conditions: names that lead nowhere, tests that cannot be asked, rules nobody reaches. */
export function doubtsOfCondition(file: RuleFile): readonly Doubt[] {
  const facts = new Map(file.facts.map((fact) => [fact.id, fact]))
  return file.schemes.flatMap((scheme, index) => {
    const path = ['schemes', index]
    const period = never(scheme) ? [error(path, `"${scheme.id}" ends before it begins`)] : []
    return [
      ...period,
      ...sameName(scheme, path),
      ...doubts(scheme.when, { file, facts, scheme, path: [...path, 'when'], inNot: false, days: scheme }),
    ]
  })
}

const never = ({ from, until }: Days): boolean => from !== undefined && until !== undefined && until < from

/** Rules of one name are editions of one rule, and stand side by side. */
function sameName({ when, id }: Scheme, path: readonly PropertyKey[]): readonly Doubt[] {
  const groups = groupsIn(when).map((group) => new Set(group))
  const names = groups.flatMap((group) => [...group])
  return [...new Set(names)]
    .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    .map((name) =>
      error([...path, 'when'], `"${id}" has the rule "${name}" in two places; editions stand side by side`),
    )
}

/** The names of rules that stand side by side. */
function groupsIn(condition: Condition): readonly (readonly string[])[] {
  if ('rule' in condition) return [[condition.rule]]
  if ('scheme' in condition) return []
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition.not]
  const own = inner.flatMap((each) => ('rule' in each ? [each.rule] : []))
  return [own, ...inner.flatMap((each) => ('rule' in each ? [] : groupsIn(each)))]
}

function doubts(condition: Condition, place: Place): readonly Doubt[] {
  if ('rule' in condition) return ofRule(condition, place)
  if ('scheme' in condition) return ofReference(condition.scheme, place)
  if ('not' in condition) return doubts(condition.not, { ...place, path: [...place.path, 'not'], inNot: !place.inNot })
  const [name, inner] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
  const path = [...place.path, name]
  const days = { from: condition.from ?? place.days.from, until: condition.until ?? place.days.until }
  return [
    ...(never(condition) ? [error(place.path, 'this group ends before it begins')] : []),
    ...inner.flatMap((each, index) => doubts(each, { ...place, path: [...path, index], days })),
    ...editions(inner, path),
    ...(name === 'all'
      ? [...contradictions(inner, path, place.facts), ...leftOpen(inner, path, days)]
      : repeated(inner, path)),
  ]
}

function ofReference(id: string, { file, path, inNot }: Place): readonly Doubt[] {
  if (!file.schemes.some((scheme) => scheme.id === id)) return [error(path, `there is no scheme "${id}"`)]
  return inNot ? [error(path, 'another scheme cannot stand under "not": its proofs would count the wrong way')] : []
}

function ofRule(rule: Rule, { file, facts, scheme, path }: Place): readonly Doubt[] {
  const fact = facts.get(rule.fact)
  const unknownPapers = (rule.proof?.by ?? []).filter((paper) => !file.documents.some(({ id }) => id === paper))
  const { source } = rule
  return [
    ...(fact === undefined
      ? [error([...path, 'fact'], `there is no fact "${rule.fact}"`)]
      : testFits(rule, fact, path)),
    ...unknownPapers.map((paper) => error([...path, 'proof'], `there is no document "${paper}"`)),
    ...(source === null
      ? [warning([...path, 'source'], `"${scheme.id}": "${rule.rule}" has no source and can only answer perhaps`)]
      : file.sources.some(({ id }) => id === source)
        ? []
        : [error([...path, 'source'], `there is no source "${source}"`)]),
    ...(never(rule) ? [error(path, `"${rule.rule}" ends before it begins and is never asked`)] : []),
    ...(outside(rule, scheme)
      ? [error(path, `"${rule.rule}" is never asked: "${scheme.id}" is not in force then`)]
      : []),
  ]
}

const outside = (rule: Rule, scheme: Scheme): boolean =>
  (rule.until !== undefined && scheme.from !== undefined && rule.until < scheme.from) ||
  (rule.from !== undefined && scheme.until !== undefined && rule.from > scheme.until)

/** An alternative that is there already is never reached. */
function repeated(conditions: readonly Condition[], path: readonly PropertyKey[]): readonly Doubt[] {
  const shapes = conditions.map((each) => JSON.stringify(each, withoutNames))
  return shapes.flatMap((shape, index) =>
    shapes.indexOf(shape) < index
      ? [warning([...path, index], 'this alternative stands here before and is never reached')]
      : [],
  )
}

const withoutNames = (name: string, value: unknown): unknown =>
  name === 'rule' || name === 'words' || name === 'source' ? undefined : value
