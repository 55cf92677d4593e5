import type { Period, Test } from './condition.ts'
import { fits, isBetween, isBirth } from './known.ts'
import type { KnownValue } from './known.ts'
import type { Fact } from './rule-file.ts'
import { gone, onOrAfter, onOrBefore, spanOfBirth, spanOfDay, within } from './span.ts'
import type { Span } from './span.ts'

/** Whether a value passes a test, on a day; null when what is known of it leaves that open. */
export function tryTest(fact: Fact, test: Test, value: KnownValue, today: string): boolean | null {
  if (!fits(fact, value)) return null
  if ('is' in test && typeof test.is !== 'number') return value === test.is
  if ('oneOf' in test) return typeof value === 'string' && test.oneOf.includes(value)
  const span = spanOf(fact, value)
  return span === null ? tryNumber(test, value) : trySpan(test, span, today)
}

function spanOf({ kind }: Fact, value: KnownValue): Span | null {
  if (kind === 'age') return isBirth(value) ? spanOfBirth(value) : null
  return (kind === 'date' || kind === 'since') && typeof value === 'string' ? spanOfDay(value) : null
}

const isPeriod = (bound: number | Period): bound is Period => typeof bound !== 'number'

function trySpan(test: Test, span: Span, today: string): boolean | null {
  if ('atLeast' in test && isPeriod(test.atLeast)) return gone(span, test.atLeast, today)
  if ('below' in test && isPeriod(test.below)) return opposite(gone(span, test.below, today))
  if ('within' in test) return within(span, test.within, today)
  if ('onOrAfter' in test) return onOrAfter(span, dayOf(test.onOrAfter, today))
  if ('onOrBefore' in test) return onOrBefore(span, dayOf(test.onOrBefore, today))
  return null
}

const dayOf = (day: string, today: string): string => (day === 'today' ? today : day)

export const opposite = (value: boolean | null): boolean | null => (value === null ? null : !value)

function tryNumber(test: Test, value: KnownValue): boolean | null {
  if (typeof value !== 'number' && !isBetween(value)) return null
  const { least, most } =
    typeof value === 'number'
      ? { least: value, most: value }
      : { least: value.least ?? 0, most: value.most ?? Infinity }
  if ('is' in test && typeof test.is === 'number') {
    return least === test.is && most === test.is ? true : test.is < least || test.is > most ? false : null
  }
  if ('atLeast' in test && !isPeriod(test.atLeast)) return ends(least >= test.atLeast, most >= test.atLeast)
  if ('below' in test && !isPeriod(test.below)) return ends(least < test.below, most < test.below)
  if ('above' in test) return ends(least > test.above, most > test.above)
  return 'atMost' in test ? ends(least <= test.atMost, most <= test.atMost) : null
}

const ends = (atLeast: boolean, atMost: boolean): boolean | null => (atLeast === atMost ? atLeast : null)
