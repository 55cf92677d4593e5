import type { Rule, Test } from './condition.ts'
import { error, warning } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import type { Fact } from './rule-file.ts'

const tests = ['is', 'oneOf', 'atLeast', 'atMost', 'above', 'below', 'within', 'onOrAfter', 'onOrBefore'] as const

const allowed: Readonly<Record<Fact['kind'], readonly (typeof tests)[number][]>> = {
  'yes-no': ['is'],
  choice: ['is', 'oneOf'],
  number: ['is', 'atLeast', 'atMost', 'above', 'below'],
  rupees: ['is', 'atLeast', 'atMost', 'above', 'below'],
  date: ['atLeast', 'below', 'within', 'onOrAfter', 'onOrBefore'],
  since: ['atLeast', 'below', 'onOrAfter', 'onOrBefore'],
  age: ['atLeast', 'below', 'onOrAfter', 'onOrBefore'],
}

/** Whether a rule can be asked of its fact, and whether its answer is not clear beforehand. */
export function testFits({ test, fact: id }: Rule, fact: Fact, around: readonly PropertyKey[]): readonly Doubt[] {
  const path = [...around, 'test']
  const name = tests.find((each) => each in test) ?? 'is'
  if (!allowed[fact.kind].includes(name)) {
    return [error(path, `"${name}" cannot be asked of "${id}", which is of the kind ${fact.kind}`)]
  }
  if (fact.kind === 'choice') return choicesFit(test, fact, path)
  const bound = boundOf(test)
  const byTime = fact.kind === 'age' || fact.kind === 'date' || fact.kind === 'since'
  if (bound !== undefined && byTime !== (typeof bound === 'object')) {
    const wanted = byTime ? 'a time such as {"years": 70}' : 'a number'
    return [error(path, `"${name}" of "${id}" needs ${wanted}`)]
  }
  const wrongIs = 'is' in test && typeof test.is !== (fact.kind === 'yes-no' ? 'boolean' : 'number')
  return wrongIs ? [error(path, `"is" of "${id}" needs ${fact.kind === 'yes-no' ? 'true or false' : 'a number'}`)] : []
}

const boundOf = (test: Test) => ('atLeast' in test ? test.atLeast : 'below' in test ? test.below : undefined)

function choicesFit(
  test: Test,
  fact: Extract<Fact, { kind: 'choice' }>,
  path: readonly PropertyKey[],
): readonly Doubt[] {
  const wanted = 'oneOf' in test ? test.oneOf : 'is' in test ? [test.is] : []
  const strange = wanted.filter((each) => !fact.choices.some(({ id }) => id === each))
  if (strange.length > 0) return [error(path, `"${strange.join('", "')}" is no choice of "${fact.id}"`)]
  return new Set(wanted).size === fact.choices.length
    ? [warning(path, `every choice of "${fact.id}" passes: this rule decides nothing`)]
    : []
}
