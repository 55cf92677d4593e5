import { letterSounds } from './letter-sound.ts'

const sounds = letterSounds({
  k: 'خقک',
  g: 'غگ',
  c: 'چ',
  j: 'جذزژضظ',
  t: 'تٹط',
  d: 'دڈ',
  n: 'نں',
  p: 'پ',
  f: 'ف',
  b: 'ب',
  m: 'م',
  r: 'رڑ',
  l: 'ل',
  s: 'ثسشص',
  h: 'حہ',
  a: 'اآأٱع\u0670',
  i: 'یےئۓ\u0650',
  u: 'ؤ\u064F',
  // The mark of aspiration, hamza and the signs that are hardly ever written.
  '': 'ھء\u064B\u064C\u064D\u064E\u0651\u0652\u0654',
})

/** Names that no rule can tell, most for their و. */
const exceptions: Readonly<Record<string, string>> = {
  یادو: 'yadav',
  جاٹو: 'jatav',
  گورو: 'gurav',
  سریواستو: 'srivastav',
  پون: 'pavn',
  انور: 'anvr',
  نونیت: 'nvnit',
  راگھون: 'ragvn',
  اوتار: 'avtar',
  جیوتی: 'jiuti',
  جوزف: 'jusf',
  میتھیو: 'mitiu',
}

/** Only these are breathed after: beside any other letter people mean an h, whichever of the two they typed. */
const loneAspirate = /(?<![بتٹجچدڈڑکگ])ھ/g

export function urduSounds(word: string): string {
  const known = exceptions[word]
  if (known !== undefined) return known
  const plain = word.replaceAll('پھ', 'ف').replaceAll('یٰ', 'ا').replace(loneAspirate, 'ہ')
  const letters = Array.from(plain)
  return letters.map((letter, place) => soundAt(letters, letter, place)).join('')
}

function soundAt(letters: readonly string[], letter: string, place: number): string {
  const last = place === letters.length - 1
  if (letter === 'ی' && place === 0) return 'y'
  if (letter === 'ہ' && last) return 'a'
  if (letter === 'و') return wawIsV(letters, place) ? 'v' : 'u'
  return sounds.get(letter) ?? letter
}

/** Waw is v, w, u, o or au. It is a consonant at the start, beside a written vowel and in a few common endings. */
function wawIsV(letters: readonly string[], place: number): boolean {
  const [before, after] = [letters[place - 1], letters[place + 1]]
  if (place === 0 || after === 'ا' || after === 'آ' || after === 'ی' || after === 'ے') return true
  if (after === 'ہ' && place === letters.length - 2) return true
  if (place > 1 && (before === 'ا' || before === 'ی')) return true
  const rest = letters.slice(place).join('')
  // -want, -winder, -vind and -vati after a consonant; -eshwar.
  return /^(ونت|وند|وتی$)/.test(rest) || (rest === 'ور' && letters.slice(place - 2, place).join('') === 'یش')
}
