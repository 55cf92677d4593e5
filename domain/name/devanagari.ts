import { letterSounds } from '../search/letter-sound.ts'
import type { Spelling } from './script.ts'

const independent = 'अआइईउऊऋएऐओऔऑऍ'
const dependent = 'əािीुूृेैोौॉॅ'
const virama = '\u094D'

/** A letter that is doubled, or two that are one to the ear, are one sign. */
const letterGroups =
  /क\u094D[षख]|ज\u094Dञ|च\u094Dछ|ट\u094Dठ|त\u094Dथ|द\u094Dध|ड\u094Dढ|([\u0915-\u0939]\u093C?)\u094D\1(?!\u093C)|[\u0915-\u0939]\u093C?|[^\u093C]/g

/** The vowel that a consonant carries when nothing is written. */
const carried = 'ə'

const isVowel = (sign: string): boolean => dependent.includes(sign)
const isConsonant = (sign: string): boolean => /^[\u0915-\u0939]/.test(sign)

/** A nasal before a stop of its own place is written as a dot above the letter before. */
const withNasals = (word: string): string => word.replace(/[ङञणन]\u094D(?=[क-घच-झट-ढत-ध])|म\u094D(?=[प-भ])/g, 'ं')

const sounds = letterSounds({
  k: 'कख',
  g: 'गघ',
  c: 'चछ',
  j: 'जझ',
  t: 'टठतथ',
  d: 'डढदध',
  n: 'ङञणन',
  p: 'प',
  f: 'फ',
  b: 'बभ',
  m: 'म',
  y: 'य',
  r: 'रृऋ',
  l: 'लळ',
  v: 'व',
  s: 'शषस',
  h: 'ह\u0903',
  a: 'əाअआ',
  i: 'िीेैॅइईएऐऍ',
  u: 'ुूोौॉउऊओऔऑ',
  N: 'ंँ',
})

/** Hindi: a consonant with nothing after it carries a short vowel, but the last one of a word does not. */
export const devanagari: Spelling = {
  signs(word) {
    const letters = withNasals(word.normalize('NFD')).match(letterGroups) ?? []
    return letters.flatMap((letter, place) => {
      if (letter === virama) return []
      const vowel = independent.indexOf(letter)
      if (vowel !== -1) return [place === 0 ? letter : (dependent[vowel] ?? '')]
      const next = letters[place + 1]
      const carries = isConsonant(letter) && next !== undefined && next !== virama && !isVowel(next)
      return carries ? [letter, carried] : [letter]
    })
  },
  written: (signs) =>
    signs
      .map((sign, place) => {
        const before = signs[place - 1] ?? ''
        if (isVowel(sign))
          return isConsonant(before) ? (sign === carried ? '' : sign) : (independent[dependent.indexOf(sign)] ?? '')
        return isConsonant(sign) && isConsonant(before) ? `${virama}${sign}` : sign
      })
      .join('')
      .replace(/^.*$/u, withNasals)
      .normalize('NFC'),
  soundOf: (sign) =>
    sign === 'ज्ञ'
      ? 'g'
      : sign.startsWith('ड\u093C') || sign.startsWith('ढ\u093C')
        ? 'r'
        : (sounds.get(sign[0] ?? '') ?? sign),
}
