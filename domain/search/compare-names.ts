import type { PersonName } from '../person/person.ts'
import { fold, sameLips } from './fold.ts'
import { normalise } from './normalise.ts'
import type { Reason } from './reason.ts'
import { similarity } from './similarity.ts'
import { latinSounds } from './sound-latin.ts'

/** Written before a man's own name, in any spelling or not at all. */
export const honour = fold('Mohammad')

/** Names are the same however they are spelt; close when they sound alike or one has words that the other has not. */
export function compareNames(left: PersonName, right: PersonName): Reason['match'] {
  if (sameOwn(left, right) || normalise(left.latin) === normalise(right.latin)) return 'same'
  const [ours, theirs] = [wordsOf(left.latin), wordsOf(right.latin)]
  if (sorted(ours) === sorted(theirs)) return sameVowels(ours, theirs) ? 'same' : 'close'
  const [first, other] = [ours[0], theirs[0]]
  if (first === undefined || other === undefined) return 'different'
  return first.key === other.key || soundsLike(first, other) ? 'close' : 'different'
}

const sameOwn = ({ own: left }: PersonName, { own: right }: PersonName): boolean =>
  left !== null && right !== null && left.script === right.script && normalise(left.text) === normalise(right.text)

interface Word {
  readonly text: string
  readonly key: string
}

function wordsOf(name: string): readonly Word[] {
  const words = (normalise(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((text) => ({ text, key: fold(text) }))
  const own = words.filter(({ key }) => key !== honour)
  return own.length > 0 ? own : words
}

const sorted = (words: readonly Word[]): string =>
  words
    .map(({ key }) => key)
    .toSorted()
    .join(' ')

/** Hasan and Husain have one key, but no spelling of one is a spelling of the other. Family names vary more freely. */
function sameVowels([first]: readonly Word[], others: readonly Word[]): boolean {
  const twin = others.find(({ key }) => key === first?.key)
  return first !== undefined && twin !== undefined && vowelOf(first.text) === vowelOf(twin.text)
}

/** The first vowel, loosely: e before h is said and written as a, and so is u before two consonants, as in Luxmi. */
const vowelOf = (text: string): string | undefined =>
  /[aiu]/.exec(latinSounds(text.replace(/eh/g, 'ah')).replace(/u(?=([^aiu])(?!\1)[^aiu])/, 'a'))?.[0]

/** Rohit and Mohit are two names: only words that begin alike can be one. Ravi and Rabi, Vandana and Bandana do. */
const soundsLike = (left: Word, right: Word): boolean =>
  (sameLips(left.key) === sameLips(right.key) && vowelOf(left.text) === vowelOf(right.text)) ||
  (left.key[0] === right.key[0] && similarity(left.text, right.text) > 0.9 && similarity(left.key, right.key) > 0.85)
