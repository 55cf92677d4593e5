import { normalise } from './normalise.ts'
import { remembered } from './remembered.ts'
import { indicSounds } from './sound-indic.ts'
import { latinSounds } from './sound-latin.ts'
import { urduSounds } from './sound-urdu.ts'

/** Abbreviations of Muhammad as papers write them. */
const abbreviations: Readonly<Record<string, string>> = {
  md: 'mohammad',
  mhd: 'mohammad',
  mohd: 'mohammad',
  mohmd: 'mohammad',
  मो: 'mohammad',
  ਮੁਹੰ: 'mohammad',
}

/**
 * One key for a word in any of the four scripts and any usual spelling: its consonants, an `a` for whatever vowel
 * begins it, and `a`, `i` or `u` for the vowel that ends it. Urdu leaves short vowels out, so no key can hold them.
 */
export const fold = remembered((word) => skeleton(spokenWord(word)))

/** The key of each word of a name. */
export const foldName = (name: string): string[] => name.split(' ').flatMap(keysOf)

const keysOf = remembered((piece): readonly string[] =>
  (normalise(piece).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(fold).filter((key) => key !== ''),
)

/** The key of a word still being typed: what it begins with, whatever vowel follows. */
export function foldStart(word: string): string {
  const key = fold(/c$/i.test(word) ? `${word}h` : word)
  return key.length > 1 ? key.replace(/[aiu]$/, '') : key
}

/** One key for a whole name, in whatever order its words stand. */
export const foldWhole = (name: string): string => foldName(name).toSorted().join(' ')

/** The key again for those who say one sound for v and b, as in Bijay, Debi or Kabita. */
export const sameLips = (key: string): string => key.replaceAll('v', 'b')

/** The other keys that are the same to them. */
export function lipTwins(key: string): readonly string[] {
  const places = Array.from(key, (letter, at) => (letter === 'v' || letter === 'b' ? [at] : [])).flat()
  const turned = (at: number): string => key.slice(0, at) + (key[at] === 'v' ? 'b' : 'v') + key.slice(at + 1)
  return places.map(turned)
}

/** As `fold` hears a word, with its vowels, however long they are written. */
export const soundsOf = remembered((word) => spokenWord(word).replace(/([aiu])\1+/g, '$1'))

function spokenWord(word: string): string {
  const plain = normalise(word).replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  return sounding(abbreviations[plain] ?? plain)
}

/** Consonants `bcdfgjhklmnprstvy`, vowels `aiu`, `N` for a nasal sign; anything else is left as it is. */
function sounding(word: string): string {
  if (/^[\p{Script=Latin}\p{M}0-9]+$/u.test(word)) return single(latinSounds(word))
  if (/^[\u0900-\u097F]+$/.test(word)) return single(indicSounds(word))
  // Gurmukhi doubles a letter with addak, and Urdu writes it once: two that meet there have a vowel between them.
  if (/^[\u0A00-\u0A7F]+$/.test(word)) return indicSounds(word)
  if (/^[\u0600-\u06FF]+$/.test(word)) return urduSounds(word)
  return word
}

const single = (sounds: string): string => sounds.replace(/([bcdfgjhklmnprstvy])\1+/g, '$1')

function skeleton(sounds: string): string {
  const spoken = sounds
    .replace(/N(?=[mn])/g, '')
    .replace(/N/g, 'n')
    .replace(/ah$/, 'a')
  const opening = /^[aiu]/.test(spoken) ? 'a' : ''
  const inside = spoken.replace(/^[aiu]+/, '')
  const ending = /[aiu]$/.test(inside) ? inside.slice(-1) : ''
  // Hindi writes Singh with the h of सिंह.
  const consonants = inside.replace(/[aiu]/g, '').replace(/nh$/, 'ng')
  return `${opening}${consonants.replace(/m(?=[bpf])/g, 'n')}${ending}`
}
