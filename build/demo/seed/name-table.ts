import { eitherNames } from './names-either.ts'
import { familyNames } from './names-family.ts'
import { femaleNames } from './names-female.ts'
import { maleNames } from './names-male.ts'
import { spellings } from './spelling.ts'

/** One word of a name in four scripts. */
export interface NameWord {
  readonly latin: string
  readonly Deva: string
  readonly Guru: string
  readonly Arab: string
}

export const communities = ['hindu', 'sikh', 'muslim', 'christian', 'northEast', 'south'] as const
export type Community = (typeof communities)[number]

const wordsOf = (table: string): readonly NameWord[] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [latin = '', Deva = '', Guru = '', Arab = ''] = line.split('|')
      return { latin, Deva, Guru, Arab }
    })

const either = (community: Community): string =>
  new Map<string, string>(Object.entries(eitherNames)).get(community) ?? ''

export const femaleWords = (community: Community) => givenWords(femaleNames[community], community)
export const maleWords = (community: Community) => givenWords(maleNames[community], community)
export const familyWords = (community: Community) => known(familyNames[community])

const parsed = new Map<string, readonly NameWord[]>()

function known(table: string): readonly NameWord[] {
  const words = parsed.get(table) ?? wordsOf(table)
  parsed.set(table, words)
  return words
}

const givenWords = (own: string, community: Community) => known(`${own}${either(community)}`)

/** Every row of every table, once. */
export const nameWords: readonly NameWord[] = [femaleNames, maleNames, eitherNames, familyNames].flatMap((tables) =>
  Object.values(tables).flatMap(wordsOf),
)

const byLatin = new Map(nameWords.map((word) => [word.latin, word]))

/** The row of a name by its Latin spelling, or by a variant of it, which it then keeps. */
export function wordFor(latin: string): NameWord {
  const row = byLatin.get(latin)
  if (row !== undefined) return row
  const [standard] = Object.entries(spellings).find(([, variants]) => variants.includes(latin)) ?? []
  const model = standard === undefined ? undefined : byLatin.get(standard)
  if (model === undefined) throw new Error(`No such name in the table: ${latin}`)
  return { ...model, latin }
}
