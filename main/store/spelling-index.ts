import { nearShapes } from '../../domain/search/near-shape.ts'
import type { Database } from './database.ts'
import { piecesOf } from './name-text.ts'
import type { Piece } from './name-text.ts'

/** Every way in which a word of a name is written or sounds here, by its near shapes. */
export interface SpellingIndex {
  /** Words and fold keys as the person's columns hold them, parted by spaces. */
  learn(words: string, folds: string): void
  /** The same of a name as it is written. */
  learnName(name: string): void
}

/** So many words are remembered as known; of the others the table is asked. */
const MOST_REMEMBERED = 20_000

export function spellingIndex(database: Database): SpellingIndex {
  const word = shapeTable(database, 'INSERT OR IGNORE INTO near_word (shape, word) VALUES (?, ?)')
  const sound = shapeTable(database, 'INSERT OR IGNORE INTO near_sound (shape, sound) VALUES (?, ?)')
  const learn = (words: string, folds: string): void => {
    for (const each of words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) word(each)
    for (const each of folds.split(' ')) sound(each)
  }
  const known = new Set<Piece>()
  return {
    learn,
    learnName(name) {
      for (const piece of piecesOf(name)) {
        if (known.has(piece)) continue
        if (known.size >= MOST_REMEMBERED) known.clear()
        piece.words.forEach(word)
        piece.keys.forEach(sound)
        known.add(piece)
      }
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
