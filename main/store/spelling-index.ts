import { nearShapes } from '../../domain/search/near-shape.ts'
import type { Database } from './database.ts'

/** Every way in which a word of a name is written or sounds here, by its near shapes. */
export interface SpellingIndex {
  /** Words and fold keys as the person's columns hold them, parted by spaces. */
  learn(words: string, folds: string): void
}

/** So many words are remembered as known; of the others the table is asked. */
const MOST_REMEMBERED = 20_000

export function spellingIndex(database: Database): SpellingIndex {
  const word = shapeTable(database, 'INSERT OR IGNORE INTO near_word (shape, word) VALUES (?, ?)')
  const sound = shapeTable(database, 'INSERT OR IGNORE INTO near_sound (shape, sound) VALUES (?, ?)')
  const known = new Set<string>()
  return {
    learn(words, folds) {
      // Between two spaces there may be several words, parted by a hyphen or a dot.
      for (const piece of words.split(' ')) {
        if (known.has(piece)) continue
        if (known.size >= MOST_REMEMBERED) known.clear()
        for (const each of piece.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) word(each)
        known.add(piece)
      }
      for (const each of folds.split(' ')) sound(each)
    },
  }
}

function shapeTable(database: Database, sql: string): (text: string) => void {
  const insert = database.prepare<[string, string]>(sql)
  const known = new Set<string>()
  return (text) => {
    if (text === '' || known.has(text)) return
    if (known.size >= MOST_REMEMBERED) known.clear()
    // The word itself is its first shape: where it is known all of them are.
    for (const [at, shape] of nearShapes(text).entries()) if (insert.run(shape, text).changes === 0 && at === 0) break
    known.add(text)
  }
}
