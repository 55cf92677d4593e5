import { letterSounds } from '../search/letter-sound.ts'
import type { Spelling } from './script.ts'

const independent = 'ਆਇਈਉਊਏਐਓਔ'
const dependent = 'ਾਿੀੁੂੇੈੋੌ'
const addak = '\u0A71'
const tippi = '\u0A70'
const bindi = '\u0A02'

/** The vowel that a consonant carries, where another vowel follows. */
const carried = 'ə'

const isVowel = (sign: string | undefined): boolean => sign !== undefined && (dependent.includes(sign) || sign === 'ਅ')
const isConsonant = (sign: string | undefined): boolean =>
  sign !== undefined && /^\u0A4D?[\u0A15-\u0A39\u0A5C]/.test(sign)

const sounds = letterSounds({
  k: 'ਕਖ',
  g: 'ਗਘ',
  c: 'ਚਛ',
  j: 'ਜਝ',
  t: 'ਟਠਤਥ',
  d: 'ਡਢਦਧ',
  n: 'ਙਞਣਨ',
  p: 'ਪ',
  f: 'ਫ',
  b: 'ਬਭ',
  m: 'ਮ',
  y: 'ਯ',
  r: 'ਰੜ',
  l: 'ਲਲ਼',
  v: 'ਵ',
  s: 'ਸ',
  h: 'ਹ',
  a: 'ਅਾə',
  i: 'ਿੀੇੈ',
  u: 'ੁੂੋੌ',
  N: bindi,
  D: addak,
})

/** Tippi stands over a bare letter, i and u, and over ਅ and ਇ alone; bindi over every other vowel. */
const nasalAfter = (placed: string): string =>
  (isVowel(placed) && !'ਿੁੂਅ'.includes(placed)) || (independent.includes(placed) && placed !== 'ਇ') ? bindi : tippi

function lettersOf(word: string): readonly string[] {
  const plain = word.normalize('NFD').replaceAll(tippi, bindi)
  return plain.match(/\u0A4D[\u0A15-\u0A39\u0A5C]|[\u0A15-\u0A39\u0A5C]\u0A3C?|[^\u0A3C\u0A4D]/g) ?? []
}

/** Punjabi: no joined letters but ਰ, ਹ and ਵ below another, addak for a doubled one, two signs for one nasal. */
export const gurmukhi: Spelling = {
  signs(word) {
    const letters = lettersOf(word)
    return letters.flatMap((letter, place) => {
      const vowel = dependent[independent.indexOf(letter)]
      if (vowel === undefined) return [letter]
      const before = letters[place - 1]
      return isConsonant(before) || before === addak ? [carried, vowel] : [vowel]
    })
  },
  written(signs) {
    const letters: string[] = []
    signs.forEach((sign, place) => {
      if (sign === carried) return
      const joins = isConsonant(signs[place - 1])
      if (sign === bindi) letters.push(nasalAfter(letters.at(-1) ?? ''))
      else letters.push(joins ? sign : (independent[dependent.indexOf(sign)] ?? sign))
    })
    return letters.join('').normalize('NFC')
  },
  soundOf: (sign) => sounds.get(sign.replace('\u0A4D', '')[0] ?? '') ?? sign,
}
