import type { Random } from '../../../build/demo/seed/random.ts'

/** `ear`: written as it sounds to somebody else. `hand`: a key beside, twice, not at all, or too early. */
export type Slip = 'ear' | 'hand'
export type Script = 'Latn' | 'Deva' | 'Guru' | 'Arab'

type Rule = readonly [RegExp, string]

/** Letters that stand for one sound, or that one ear takes for another, by script. */
const heard: Readonly<Record<Script, readonly Rule[]>> = {
  Latn: [
    [/ee/, 'i'],
    [/oo/, 'u'],
    [/aa/, 'a'],
    [/(?<=[b-df-hj-np-tv-z])i(?=[b-df-hj-np-tv-z])/, 'ee'],
    [/(?<=[b-df-hj-np-tv-z])u(?=[b-df-hj-np-tv-z])/, 'oo'],
    [/(?<=[b-df-hj-np-tv-z])a(?=[b-df-hj-np-tv-z])/, 'aa'],
    [/sh/, 's'],
    [/v/, 'w'],
    [/w/, 'v'],
    [/z/, 'j'],
    [/ph/, 'f'],
    [/f/, 'ph'],
    [/th/, 't'],
    [/(?<!\b)t(?=[aeiou])/, 'th'],
    [/kh/, 'k'],
    [/q/, 'k'],
    [/x/, 'ks'],
    [/([b-df-hj-np-tv-z])\1/, '$1'],
    [/(?<=[aeiou])([lmnpst])(?=[aeiou])/, '$1$1'],
    [/ay\b/, 'ai'],
    [/au/, 'o'],
    [/ai/, 'e'],
    [/i\b/, 'ee'],
    [/i\b/, 'y'],
    [/(?<=[b-df-hj-np-tv-z])ar\b/, 'er'],
    [/er\b/, 'ar'],
    [/ya\b/, 'ia'],
  ],
  Deva: [
    [/ि/, 'ी'],
    [/ी/, 'ि'],
    [/ु/, 'ू'],
    [/ू/, 'ु'],
    [/श/, 'स'],
    [/ष/, 'श'],
    [/ण/, 'न'],
    [/ं(?=[त-न])/, 'न्'],
    [/न्/, 'ं'],
    [/\u093c/, ''],
    [/ँ/, 'ं'],
    [/व/, 'ब'],
    [/े/, 'ै'],
    [/ै/, 'े'],
    [/ौ/, 'ो'],
    [/(?<=[क-ह])्(?=[क-ह])/, ''],
    [/([क-ह])्\1/, '$1'],
  ],
  Guru: [
    [/ਿ/, 'ੀ'],
    [/ੀ/, 'ਿ'],
    [/ੁ/, 'ੂ'],
    [/ੂ/, 'ੁ'],
    [/\u0a3c/, ''],
    [/ੱ/, ''],
    [/ੰ/, 'ਂ'],
    [/ਂ/, 'ੰ'],
    [/ਣ/, 'ਨ'],
    [/ਵ/, 'ਬ'],
    [/ੇ/, 'ੈ'],
    [/ੈ/, 'ੇ'],
    [/ੌ/, 'ੋ'],
    [/ੜ/, 'ਰ'],
    [/੍/, ''],
  ],
  Arab: [
    [/[صث]/, 'س'],
    [/س/, 'ص'],
    [/[ذضظ]/, 'ز'],
    [/ز/, 'ذ'],
    [/ط/, 'ت'],
    [/ح/, 'ہ'],
    [/ہ(?!\s|$)/, 'ح'],
    [/ق/, 'ک'],
    [/ع(?=.)/, 'ا'],
    [/ھ/, ''],
    [/ں/, 'ن'],
    [/ئ/, 'ی'],
    [/ہ(?=\s|$)/, 'ا'],
    [/ا(?=\s|$)/, 'ہ'],
    [/آ/, 'ا'],
    [/ے/, 'ی'],
    [/(?<=[بجدرسشکگلمن])(?=[بجدرسشکگلمن])/, 'ی'],
  ],
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** The same text with one slip in it, or null when nothing in it invites one. */
export const misheard = (text: string, script: Script, slip: Slip, random: Random): string | null =>
  slip === 'ear' ? heardOtherwise(text, script, random) : mistyped(text, random)

function heardOtherwise(text: string, script: Script, random: Random): string | null {
  // Nuktas apart, so that they can be left out.
  const plain = script === 'Arab' ? text : text.normalize('NFD').toLowerCase()
  const places = heard[script].flatMap(([pattern, by]) =>
    [...plain.matchAll(new RegExp(pattern.source, 'gu'))].map((match) => ({ match, by })),
  )
  if (places.length === 0) return null
  const { match, by } = random.pick(places)
  const [found, letter = ''] = match
  const put = by.replaceAll('$1', letter)
  return (plain.slice(0, match.index) + put + plain.slice(match.index + found.length)).normalize('NFC')
}

/** In a word of four letters or more, which a clerk can be expected to have slipped in and still be understood. */
function mistyped(text: string, random: Random): string | null {
  const words = text.toLowerCase().split(' ')
  const long = words.flatMap((word, at) => (Array.from(word).length >= 4 ? [at] : []))
  if (long.length === 0) return null
  const at = random.pick(long)
  return words.with(at, wordMistyped(words[at] ?? '', random)).join(' ')
}

function wordMistyped(word: string, random: Random): string {
  const letters = Array.from(word)
  const at = random.between(0, letters.length - 2)
  const [letter = '', next = ''] = letters.slice(at)
  const put = random.pick([next + letter, next, letter + letter + next, beside(letter, random) + next])
  return [...letters.slice(0, at), put, ...letters.slice(at + 2)].join('')
}

/** The key next to it on a QWERTY board; a letter of another script is struck twice. */
function beside(letter: string, random: Random): string {
  const row = rows.find((keys) => keys.includes(letter))
  if (row === undefined) return letter + letter
  const at = row.indexOf(letter)
  return random.pick([row[at - 1], row[at + 1]].flatMap((key) => key ?? []))
}
