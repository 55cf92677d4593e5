import type { Sex } from '../../../domain/person/person.ts'
import { dayAfter } from './calendar.ts'
import { eitherTwins } from './twin.ts'
import type { Community, NameWord } from './name-table.ts'
import { femaleWords, maleWords } from './name-table.ts'
import type { Random } from './random.ts'

export type Role = 'head' | 'wife' | 'father' | 'mother' | 'grandfather' | 'child' | 'twin'

export interface Relative {
  readonly role: Role
  readonly sex: Extract<Sex, 'female' | 'male'>
  readonly years: number
  /** The true day of birth, whether or not the person knows it. */
  readonly born: string
  readonly given: NameWord
  /** The dead stay in the family: others are still written down as their son or widow. */
  readonly living: boolean
}

/** A couple, his parents and grandfather, and their children; not all of them come to the hospital. */
export function makeFamily(random: Random, community: Community, today: string): readonly Relative[] {
  const taken = new Set<string>()
  const relative = (role: Role, sex: Relative['sex'], years: number): Relative => {
    const words = sex === 'female' ? femaleWords(community) : maleWords(community)
    const given = random.pick(words.filter((word) => !taken.has(word.latin)))
    taken.add(given.latin)
    const born = dayAfter(today, -Math.max(1, Math.floor((years + random.next()) * 365.25)))
    return { role, sex, years, born, given, living: years < 90 && role !== 'grandfather' }
  }
  const headYears = random.weighted([
    [random.between(22, 34), 35],
    [random.between(35, 49), 35],
    [random.between(50, 64), 22],
    [random.between(65, 82), 8],
  ])
  const head = relative('head', 'male', headYears)
  const married = headYears > 26 || random.chance(0.4)
  const wifeYears = Math.max(19, headYears - random.between(0, 6))
  const fatherYears = headYears + random.between(21, 32)
  const motherYears = headYears + random.between(18, 27)
  return [
    head,
    ...(married ? [relative('wife', 'female', wifeYears)] : []),
    relative('father', 'male', fatherYears),
    relative('mother', 'female', motherYears),
    relative('grandfather', 'male', fatherYears + 24),
    ...(married ? childrenOf(random, community, wifeYears, relative) : []),
  ]
}

type Make = (role: Role, sex: Relative['sex'], years: number) => Relative

function childrenOf(random: Random, community: Community, motherYears: number, make: Make): readonly Relative[] {
  const most = Math.min(4, Math.floor((motherYears - 17) / 2))
  const ages = Array.from({ length: random.between(0, most) }, () => motherYears - random.between(19, 34))
    .filter((years) => years >= 0)
    .toSorted((left, right) => right - left)
  const apart = ages.filter((years, place) => place === 0 || years < (ages[place - 1] ?? 0))
  const children = apart.map((years) => make('child', random.chance(0.5) ? 'female' : 'male', years))
  const youngest = children.at(-1)
  if (youngest === undefined || !random.chance(0.04)) return children
  return [...children.slice(0, -1), ...eitherTwins(random, community, youngest)]
}
