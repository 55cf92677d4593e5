import type { OwnScript } from '../../../domain/language.ts'
import type { PersonName } from '../../../domain/person/person.ts'
import { unreachable } from '../../../domain/result.ts'
import type { Relative } from './family.ts'
import type { Community, NameWord } from './name-table.ts'
import { familyWords, wordFor } from './name-table.ts'
import type { Random } from './random.ts'
import { spellings } from './spelling.ts'

/** How one family writes its names: with this family name, or with none. */
export interface NamingHabit {
  readonly community: Community
  readonly family: NameWord | null
}

const withFamilyName: Readonly<Record<Community, number>> = {
  hindu: 0.5,
  sikh: 0.35,
  muslim: 0.55,
  christian: 1,
  northEast: 1,
  south: 1,
}

export function namingHabit(random: Random, community: Community): NamingHabit {
  const named = random.chance(withFamilyName[community])
  return { community, family: named ? asWritten(random, random.pick(familyWords(community))) : null }
}

/** A word in the spelling that stands on this person's papers. */
function asWritten(random: Random, word: NameWord): NameWord {
  const variants = spellings[word.latin]
  return variants !== undefined && random.chance(0.25) ? { ...word, latin: random.pick(variants) } : word
}

export function fullName(random: Random, habit: NamingHabit, relative: Relative): readonly NameWord[] {
  const given = asWritten(random, relative.given)
  const family = habit.family === null ? [] : [habit.family]
  switch (habit.community) {
    case 'hindu':
      return [given, ...hinduRest(random, family, relative)]
    case 'sikh':
      return [given, wordFor(relative.sex === 'female' ? 'Kaur' : 'Singh'), ...family]
    case 'muslim':
      return muslimName(random, given, family, relative)
    case 'christian':
    case 'northEast':
    case 'south':
      return [given, ...family]
    default:
      return unreachable(habit.community)
  }
}

function hinduRest(random: Random, family: readonly NameWord[], relative: Relative): readonly NameWord[] {
  const adult = relative.years >= 20
  if (relative.sex === 'female') {
    if (adult && (family.length === 0 || (relative.years > 45 && random.chance(0.6)))) return [wordFor('Devi')]
    return family.length > 0 ? family : random.chance(0.6) ? [wordFor('Kumari')] : []
  }
  if (family.length > 0) return random.chance(0.2) ? [wordFor('Kumar'), ...family] : family
  if (!adult) return random.chance(0.7) ? [wordFor('Kumar')] : []
  return [
    wordFor(
      random.weighted([
        ['Kumar', 60],
        ['Lal', 14],
        ['Chand', 8],
        ['Das', 6],
        ['Raj', 4],
      ]),
    ),
  ]
}

function muslimName(
  random: Random,
  given: NameWord,
  family: readonly NameWord[],
  relative: Relative,
): readonly NameWord[] {
  if (relative.sex === 'female') {
    if (relative.years < 16 && family.length > 0) return [given, ...family]
    return [given, wordFor(random.pick(['Begum', 'Bano', 'Khatoon', 'Parveen', 'Jahan']))]
  }
  if (relative.given.latin === 'Mohammad') return [given, ...(family.length > 0 ? family : [wordFor('Ali')])]
  if (random.chance(0.35)) return [asWritten(random, wordFor('Mohammad')), given, ...family]
  if (family.length > 0) return [given, ...family]
  const second = ['Ahmad', 'Ali', 'Khan'].filter((latin) => latin !== relative.given.latin)
  return [given, wordFor(random.pick(second))]
}

export const latinOf = (words: readonly NameWord[]): string => words.map((word) => word.latin).join(' ')

export const personName = (words: readonly NameWord[], script: OwnScript | null): PersonName => ({
  latin: latinOf(words),
  own: script === null ? null : { script, text: words.map((word) => word[script]).join(' ') },
})

/** A name given as it is written in Latin, looked up word by word. */
export const wordsOfName = (latin: string): readonly NameWord[] => latin.split(' ').map(wordFor)
