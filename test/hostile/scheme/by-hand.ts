import type { Known, PersonFacts } from '../../../domain/scheme/known.ts'

/**
 * How the schemes' words were worked out a second time, without the rule engine: 1 is yes, 0 is no, a half is perhaps,
 * so that "and" is the least and "or" the greatest.
 */
export type Truth = 0 | 0.5 | 1

export const and = (...truths: readonly Truth[]): Truth =>
  truths.reduce((least, truth) => (truth < least ? truth : least), 1)
export const or = (...truths: readonly Truth[]): Truth =>
  truths.reduce((greatest, truth) => (truth > greatest ? truth : greatest), 0)
const sure = (holds: boolean): Truth => (holds ? 1 : 0)

/** Year, month and day as numbers. */
type Day = readonly [number, number, number]
const dayOf = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return [year, month, day]
}
const number = ([year, month, day]: Day): number => year * 10_000 + month * 100 + day

const daysKnown = new Map<string, readonly string[]>()

/** Every day that a loose date may mean. */
function daysOf(loose: string): readonly string[] {
  const known = daysKnown.get(loose) ?? findDays(loose)
  daysKnown.set(loose, known)
  return known
}

function findDays(loose: string): readonly string[] {
  const start = new Date(`${loose}${'-01-01'.slice(loose.length - 4)}T12:00:00Z`)
  const days: string[] = []
  for (let at = start; at.toISOString().startsWith(loose); at = new Date(at.getTime() + 86_400_000)) {
    days.push(at.toISOString().slice(0, 10))
  }
  return days
}

/** One person on one day, asked in the words of the schemes. */
export function person(facts: PersonFacts, today: string) {
  const shown = (known: Known, papers: readonly string[] | null): boolean =>
    papers === null || (known.how !== 'spoken' && known.by.some((paper) => papers.includes(paper)))

  /** A yes wants its paper; a no doesn't. */
  const weighed = (fact: string, truth: Truth, papers: readonly string[] | null): Truth => {
    const known = facts[fact]
    return truth === 1 && known !== undefined && !shown(known, papers) ? 0.5 : truth
  }
  /** All that the value may be gives one truth, or a perhaps. */
  const each = (fact: string, holds: readonly boolean[], papers: readonly string[] | null): Truth => {
    const truth: Truth = holds.every(Boolean) ? 1 : holds.some(Boolean) ? 0.5 : 0
    return weighed(fact, truth, papers)
  }

  return {
    since: (day: string): boolean => today >= day,

    is: (fact: string, wanted: readonly (string | boolean)[], papers: readonly string[] | null = null): Truth => {
      const value = facts[fact]?.value
      if (typeof value !== 'string' && typeof value !== 'boolean') return 0.5
      return weighed(fact, sure(wanted.includes(value)), papers)
    },
    /** The same for what is taken as no until somebody says it. */
    isSaid: (fact: string, wanted: readonly (string | boolean)[], papers: readonly string[] | null = null): Truth => {
      const value = facts[fact]?.value
      if (typeof value !== 'string' && typeof value !== 'boolean') return 0
      return weighed(fact, sure(wanted.includes(value)), papers)
    },
    amount: (fact: string, fits: (amount: number) => boolean, papers: readonly string[] | null = null): Truth => {
      const value = facts[fact]?.value
      if (typeof value === 'number') return each(fact, [fits(value)], papers)
      if (typeof value !== 'object' || !('least' in value)) return 0.5
      const { least, most } = value
      const low = least ?? 0
      const high = Math.min(most ?? 1e9, low + 1e9)
      // Every limit of these schemes and the rupee beside it, as far as they lie between.
      const edges = [1, 2, 3, 4, 9000, 15_000, 21_000, 25_000, 220_000, 300_000, 500_000, 800_000]
      const inside = edges.flatMap((edge) => [edge - 1, edge, edge + 1]).filter((edge) => edge > low && edge < high)
      return each(fact, [low, high, ...inside].map(fits), papers)
    },
    /** Full years; somebody of whom only an age is known may have had a birthday since. */
    years: (fits: (years: number) => boolean, papers: readonly string[] | null = null): Truth => {
      const value = facts['age']?.value
      if (typeof value !== 'object' || !('kind' in value)) return 0.5
      const from = value.kind === 'date' ? value.on : value.asOf
      const [year, month, day] = dayOf(from)
      const [thisYear, thisMonth, thisDay] = dayOf(today)
      const behind = thisMonth < month || (thisMonth === month && thisDay < day)
      const full = thisYear - year - (behind ? 1 : 0)
      if (value.kind === 'date') return each('age', [fits(full)], papers)
      const onTheDay = thisMonth === month && thisDay === day
      const ages = onTheDay ? [value.years + full] : [value.years + full, value.years + full + 1]
      return each('age', ages.map(fits), papers)
    },
    /** Tried with every day that is meant. */
    day: (fact: string, fits: (day: string) => boolean, papers: readonly string[] | null = null): Truth => {
      const value = facts[fact]?.value
      if (typeof value !== 'string') return 0.5
      return each(fact, daysOf(value).map(fits), papers)
    },
    yearsSince: (day: string, years: number): boolean => {
      const [year, ...rest] = dayOf(day)
      return number(dayOf(today)) >= number([year + years, ...rest])
    },
    daysSince: (day: string): number => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000),
    today,
  }
}

export type Person = ReturnType<typeof person>
