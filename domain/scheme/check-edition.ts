import type { Condition, Days, Rule } from './condition.ts'
import { error, warning } from './doubt.ts'
import type { Doubt } from './doubt.ts'

/**
 * Rules of one name side by side are editions of one rule: the limit until a day, and the limit from then on. No day may
 * have two of them, and a day between them that has none is worth a look.
 */
export function editions(conditions: readonly Condition[], path: readonly PropertyKey[]): readonly Doubt[] {
  const rules = conditions.flatMap((each, index) => ('rule' in each ? [{ rule: each, index }] : []))
  return [...Map.groupBy(rules, ({ rule }) => rule.rule).values()].flatMap((group) => {
    const inOrder = group.toSorted((one, other) => (startOf(one.rule) < startOf(other.rule) ? -1 : 1))
    return inOrder.slice(1).flatMap(({ rule, index }, before) => {
      const earlier = inOrder[before]?.rule
      return earlier === undefined ? [] : between(earlier, rule, [...path, index])
    })
  })
}

const startOf = ({ from }: Rule): string => from ?? '0000-01-01'

function between(earlier: Rule, later: Rule, path: readonly PropertyKey[]): readonly Doubt[] {
  const end = endOf(earlier)
  const start = startOf(later)
  if (start <= end) return [error(path, `two editions of "${later.rule}" are in force on ${start}`)]
  const next = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return start > next
    ? [warning(path, `no edition of "${later.rule}" is in force from ${next} to the day before ${start}`)]
    : []
}

/**
 * A rule that all have to pass, and that begins later than its scheme or ends earlier with no edition before or after:
 * on the other days its neighbours would let everybody through.
 */
export function leftOpen(
  conditions: readonly Condition[],
  path: readonly PropertyKey[],
  around: Days,
): readonly Doubt[] {
  const rules = conditions.flatMap((each, index) => ('rule' in each ? [{ rule: each, index }] : []))
  return [...Map.groupBy(rules, ({ rule }) => rule.rule).values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => (startOf(one.rule) < startOf(other.rule) ? -1 : 1))
    const [last] = group.toSorted((one, other) => (endOf(one.rule) > endOf(other.rule) ? -1 : 1))
    const { from } = first?.rule ?? {}
    const { until } = last?.rule ?? {}
    return [
      ...(from !== undefined && (around.from === undefined || from > around.from)
        ? [warning([...path, first?.index ?? 0], `nobody asks "${first?.rule.rule}" before ${from}; is that meant?`)]
        : []),
      ...(until !== undefined && (around.until === undefined || until < around.until)
        ? [warning([...path, last?.index ?? 0], `nobody asks "${last?.rule.rule}" after ${until}; is that meant?`)]
        : []),
    ]
  })
}

const endOf = ({ until }: Rule): string => until ?? '9999-12-31'
