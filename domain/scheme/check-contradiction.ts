import type { Condition, Period, Rule } from './condition.ts'
import { error } from './doubt.ts'
import type { Doubt } from './doubt.ts'
import type { Fact } from './rule-file.ts'

/** Rules that all have to hold and never can together: what stands beside them is never reached. */
export function contradictions(
  conditions: readonly Condition[],
  path: readonly PropertyKey[],
  facts: ReadonlyMap<string, Fact>,
): readonly Doubt[] {
  const rules = conditions.flatMap((each, index) => ('rule' in each ? [{ rule: each, index }] : []))
  return rules.flatMap(({ rule, index }, place) =>
    rules
      .slice(0, place)
      .filter(({ rule: other }) => other.fact === rule.fact && sameDays(other, rule) && !canBoth(other, rule, facts))
      .map(({ rule: other }) => error([...path, index], `"${rule.rule}" and "${other.rule}" can never both hold`)),
  )
}

const sameDays = (one: Rule, other: Rule): boolean =>
  (one.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (one.until ?? '9999')

function canBoth(one: Rule, other: Rule, facts: ReadonlyMap<string, Fact>): boolean {
  const fact = facts.get(one.fact)
  if (fact?.kind === 'yes-no' || fact?.kind === 'choice') {
    const [first, second] = [valuesOf(one), valuesOf(other)]
    return first.some((value) => second.includes(value))
  }
  const [first, second] = [rangeOf(one), rangeOf(other)]
  const low = Math.max(first.low, second.low)
  const high = Math.min(first.high, second.high)
  return low < high || (low === high && !first.open && !second.open)
}

const valuesOf = ({ test }: Rule): readonly unknown[] => ('oneOf' in test ? test.oneOf : 'is' in test ? [test.is] : [])

/** Times in days, a year as 365.25 of them: enough to see that 70 years are more than 18. */
const sizeOf = (bound: number | Period): number => {
  if (typeof bound === 'number') return bound
  return 'years' in bound ? bound.years * 365.25 : 'months' in bound ? bound.months * 30.4375 : bound.days
}

/** `open` where an end itself is not inside. */
function rangeOf({ test }: Rule): { readonly low: number; readonly high: number; readonly open: boolean } {
  if ('is' in test && typeof test.is === 'number') return { low: test.is, high: test.is, open: false }
  if ('atLeast' in test) return { low: sizeOf(test.atLeast), high: Infinity, open: false }
  if ('above' in test) return { low: test.above, high: Infinity, open: true }
  if ('below' in test) return { low: 0, high: sizeOf(test.below), open: true }
  if ('atMost' in test) return { low: 0, high: test.atMost, open: false }
  if ('within' in test) return { low: 0, high: sizeOf(test.within), open: false }
  return { low: -Infinity, high: Infinity, open: false }
}
