import { letterSounds } from '../search/letter-sound.ts'
import type { Spelling } from './script.ts'

const sounds = letterSounds({
  k: 'خقک',
  g: 'غگ',
  c: 'چ',
  j: 'جذزژضظ',
  t: 'تٹط',
  d: 'دڈ',
  n: 'ن',
  p: 'پ',
  f: 'ف',
  b: 'ب',
  m: 'م',
  r: 'رڑ',
  l: 'ل',
  s: 'ثسشص',
  h: 'حہ',
  a: 'اآعٰ',
  i: 'یےئ',
  v: 'و',
  u: 'ؤ',
  N: 'ں',
  H: 'ء',
})

/** Urdu: short vowels are not written, and some long vowels are letters that are consonants elsewhere. */
export const urdu: Spelling = {
  signs: (word) => word.match(/.ھ|./gsu) ?? [],
  written: (signs) => signs.join(''),
  soundOf: (sign) => sounds.get(sign[0] ?? '') ?? sign,
}
