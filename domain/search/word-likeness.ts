import { honour } from './compare-names.ts'
import { editLikeness } from './edit-distance.ts'
import { fold, sameLips, soundsOf } from './fold.ts'
import { similarity } from './similarity.ts'

/** A typed word that is held against one word of a record after another. */
export interface TypedWord {
  readonly text: string
  /** How well a word of a record answers it, 0 to 1. */
  likenessTo(word: string): number
}

/** Both normalised. Many records share a few words: each is compared once. */
export function typedWord(text: string): TypedWord {
  const typed = hear(text)
  const known = new Map<string, number>()
  return {
    text,
    likenessTo(word) {
      const likeness = known.get(word) ?? wordLikeness(typed, hear(word))
      known.set(word, likeness)
      return likeness
    },
  }
}

/** The blocks of our scripts differ in their high byte. */
export const sameScript = (left: string, right: string): boolean => left.charCodeAt(0) >> 8 === right.charCodeAt(0) >> 8

interface Heard {
  readonly text: string
  /** With its vowels. */
  readonly sounds: string
  readonly key: string
}

const hear = (text: string): Heard => ({ text, sounds: soundsOf(text), key: fold(text) })

function wordLikeness(typed: Heard, word: Heard): number {
  if (typed.text === word.text) return 1
  // Across scripts only the sounds can be compared.
  if (!sameScript(typed.text, word.text)) return heardLikeness(typed, word)
  return Math.max(begunLikeness(typed.text, word.text), spokenLikeness(typed, word), written(typed.text, word.text))
}

/** The beginning of a word counts nearly as the word: a clerk stops typing when the person shows. */
function begunLikeness(typed: string, word: string): number {
  if (typed.length >= 2 && word.startsWith(typed)) return 0.9 + (0.07 * typed.length) / word.length
  return typed.length >= 4 && word.length > typed.length + 1 ? 0.93 * written(typed, word.slice(0, typed.length)) : 0
}

/** Several names can have one key: where the vowels differ the letters decide, so that one slip is less than two. */
function spokenLikeness(typed: Heard, word: Heard): number {
  if (typed.key === '' || word.key === '') return 0
  if (typed.key !== word.key) {
    return sameLips(typed.key) === sameLips(word.key) ? 0.9 : 0.85 * similarity(typed.key, word.key)
  }
  return typed.sounds === word.sounds || typed.key === honour ? 0.96 : 0.62 + 0.3 * written(typed.text, word.text)
}

/** Urdu leaves short vowels out: one key is as much as it can say. */
function heardLikeness(typed: Heard, word: Heard): number {
  if (typed.key === '') return 0
  if (typed.key !== word.key) {
    return sameLips(typed.key) === sameLips(word.key) ? 0.91 : 0.9 * similarity(typed.key, word.key)
  }
  return 0.93 + 0.03 * written(typed.sounds, word.sounds)
}

/** Every slip counts, and a little less where a word began well. */
const written = (left: string, right: string): number => (editLikeness(left, right) + similarity(left, right)) / 2
