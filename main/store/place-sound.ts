import { fold } from '../../domain/search/fold.ts'
import type { Database } from './database.ts'

export const placeSoundSql = {
  count: 'SELECT count(*) FROM place_word',
  words: 'SELECT word FROM place_word ORDER BY people',
} as const

/** Of the places where people here live, the one that sounds like a word in any of the four scripts; null for none. */
export function placeSound(database: Database): (word: string) => string | null {
  const count = database.prepare<[], number>(placeSoundSql.count).pluck()
  const words = database.prepare<[], string>(placeSoundSql.words).pluck()
  let known: ReadonlyMap<string, string> = new Map()
  let counted = 0
  return (word) => {
    const now = count.get() ?? 0
    // Of two that sound alike the one with more people comes last, and stays.
    if (now !== counted) known = new Map(words.all().map((each) => [fold(each), each]))
    counted = now
    return known.get(fold(word)) ?? null
  }
}
