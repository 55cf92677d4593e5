import { editDistance } from '../../domain/search/edit-distance.ts'
import { fold, lipTwins } from '../../domain/search/fold.ts'
import { nearShapes } from '../../domain/search/near-shape.ts'
import { remembered } from '../../domain/search/remembered.ts'
import type { PersonQuery } from '../store/person-query.ts'

/** What else a typed word may stand for among the names that are known here. */
export interface NearSpelling {
  readonly words: readonly string[]
  /** Fold keys. */
  readonly sounds: readonly string[]
}

export interface Near {
  (word: string): NearSpelling
  /** Words here that begin so; null when the index had better find them itself. */
  readonly begun: (word: string) => readonly string[] | null
  /** The same of places. */
  readonly places: (word: string) => readonly string[] | null
}

/** More would only bring people whom ranking puts last. */
const MOST_WORDS = 12
const MOST_SOUNDS = 6

/** Looks for every word once, however many questions are asked about it. */
export function nearSpelling(people: Pick<PersonQuery, 'nearWords' | 'nearSounds' | 'wordsFrom' | 'placesFrom'>): Near {
  const known = new Map<string, NearSpelling>()
  const begun = remembered((word) => (isIndexed(word) ? null : begunWords(people, word)))
  const places = remembered((word) => (isIndexed(word) ? null : people.placesFrom(word)))
  const near = (word: string): NearSpelling => {
    const found = known.get(word) ?? { words: nearWords(people, word), sounds: nearSounds(people, fold(word)) }
    known.set(word, found)
    return found
  }
  return Object.assign(near, { begun, places })
}

/** Of more words than these the index makes one list by itself. */
const MOST_BEGUN = 64
/** Beginnings of two or three letters are in the index as they are. */
const isIndexed = (word: string): boolean => [2, 3].includes(Array.from(word).length)

/** A beginning that is not in the index has it read everybody who bears any such word; each whole word is read lazily. */
function begunWords({ wordsFrom }: Pick<PersonQuery, 'wordsFrom'>, word: string): readonly string[] | null {
  const words = wordsFrom(word)
  return words === null || words.length > MOST_BEGUN ? null : words
}

function nearWords({ nearWords: among }: Pick<PersonQuery, 'nearWords'>, typed: string): readonly string[] {
  const most = slipsIn(typed)
  if (most === 0) return []
  return nearest(among(nearShapes(typed)), most, MOST_WORDS, (word) => slipsTo(typed, word))
}

/** A key of few letters is near to half of all names. */
function nearSounds({ nearSounds: among }: Pick<PersonQuery, 'nearSounds'>, key: string): readonly string[] {
  const twins = lipTwins(key)
  if (key.length < 4) return twins
  const near = nearest(among(nearShapes(key)), 1, MOST_SOUNDS, (sound) => editDistance(key, sound))
  return [...new Set([...twins, ...near])]
}

/** Whoever is still typing has slipped within the beginning of the word. */
const slipsTo = (typed: string, word: string): number =>
  Math.min(
    editDistance(typed, word),
    typed.length >= 5 && word.length > typed.length ? editDistance(typed, word.slice(0, typed.length)) + 0.5 : Infinity,
  )

/** So many slips a word of this length can have and still be told from others. */
const slipsIn = ({ length }: string): number => (length < 3 ? 0 : length < 5 ? 1 : length < 7 ? 1.5 : 2)

function nearest(
  texts: readonly string[],
  most: number,
  count: number,
  slips: (text: string) => number,
): readonly string[] {
  return texts
    .map((text) => ({ text, far: slips(text) }))
    .filter(({ far }) => far > 0 && far <= most)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, count)
    .map(({ text }) => text)
}
