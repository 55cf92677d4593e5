import { letterSounds } from './letter-sound.ts'

const consonants = letterSounds({
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
  r: 'र',
  l: 'लळ',
  v: 'व',
  s: 'शषस',
  h: 'ह',
})

const vowels = letterSounds({
  a: 'अआाॲऑॉऍॅ',
  i: 'इईएऐिीेैऎॆ',
  u: 'उऊओऔुूोौऒॊ',
  N: 'ंँ',
  // Addak, nukta, visarga and the joining stroke say nothing by themselves.
  '': '\u0903\u093C\u093D\u094D',
})

const stroke = '\u094D'

/** Words whose last letter is not said as written. */
const exceptions: Readonly<Record<string, string>> = { राव: 'rau' }

/** Devanagari, and Gurmukhi whose block is laid out like it 0x100 further on. */
export function indicSounds(word: string): string {
  const text = toDevanagari(word)
    .normalize('NFD')
    .replace(/[\u0921\u0922]\u093C/g, 'र')
    .replaceAll('ज्ञ', 'ग')
    .replaceAll('\u093C', '')
  const known = exceptions[text]
  if (known !== undefined) return known
  const letters = Array.from(text)
  return letters.map((letter, place) => soundAt(letter, letters[place + 1], place)).join('')
}

function toDevanagari(word: string): string {
  return word
    .replace(/\u0A70/g, 'ं')
    .replace(/\u0A71/g, '')
    .replace(/[\u0A01-\u0A75]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x100))
}

function soundAt(letter: string, following: string | undefined, place: number): string {
  const consonant = letter === 'य' ? (place === 0 ? 'y' : 'i') : letter === 'ृ' ? 'ri' : consonants.get(letter)
  if (consonant === undefined) return vowels.get(letter) ?? letter
  if (letter === 'ृ') return consonant
  // A letter with no sign after it carries a short a, but not at the end of a word.
  const carries = following !== undefined && following !== stroke && (vowels.get(following) ?? '') === ''
  return following !== undefined && (carries || following === 'ं' || following === 'ँ') ? `${consonant}a` : consonant
}
