import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import { latinOf, wordsOfName } from '../../build/demo/seed/naming.ts'
import { makePeople } from '../../build/demo/seed/people.ts'
import { nameWords } from '../../build/demo/seed/name-table.ts'
import type { NameWord } from '../../build/demo/seed/name-table.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Script } from '../../main/print/pdf/font.ts'

export interface Word {
  readonly script: Script
  readonly text: string
}

const own = {
  Latn: /^[\p{Script=Latin}\p{Mn}'’.,() &-]+$/u,
  Deva: /^[\p{Script=Devanagari}\u200c\u200d]+$/u,
  Guru: /^[\p{Script=Gurmukhi}\u200c\u200d]+$/u,
  // Numbers in Urdu run from left to right and so are no word of one direction.
  Arab: /^(?=.*\p{Script=Arabic})[\p{Script=Arabic}\p{Mn}\u200c\u060c\u061f\u06d4 ]+$/u,
} as const

/**
 * Two signs where Unicode has one letter (IndicShapingInvalidCluster.txt), as 24 words of the lists are spelled: whole
 * HarfBuzz puts a dotted circle between them, its build for JavaScript leaves that out, and so do our papers.
 */
const misspelt =
  /\u0a05[\u0a3e\u0a48\u0a4c]|\u0a72[\u0a3f\u0a40\u0a47]|\u0a73[\u0a41\u0a42\u0a4b]|\u0905[\u093e\u0945\u0946\u0949-\u094c]/

/** Debian's word lists of Hindi and Punjabi, CLDR's names of places, languages and units, and the demo's names. */
export function wordsTo(count: number): readonly Word[] {
  const names = (['Latn', 'Deva', 'Guru', 'Arab'] as const).flatMap((script) =>
    nameWords.map((word) => ({ script, text: inScript([word], script) })),
  )
  const few = unique([
    ...aspell('pa').map((text) => ({ script: 'Guru', text }) as const),
    ...cldr('pa').map((text) => ({ script: 'Guru', text }) as const),
    ...cldr('ur').map((text) => ({ script: 'Arab', text }) as const),
    ...['en', 'vi', 'cs'].flatMap(cldr).map((text) => ({ script: 'Latn', text }) as const),
    ...names,
  ])
  const hindi = unique([...aspell('hi'), ...cldr('hi')].map((text) => ({ script: 'Deva', text }) as const))
  const wanted = Math.max(0, count - few.length)
  const every = Math.max(1, hindi.length / Math.max(1, wanted))
  const spread = Array.from({ length: Math.min(wanted, hindi.length) }, (_, at) => hindi[Math.floor(at * every)])
  const words = [...few, ...spread.flatMap((word) => word ?? [])]
  const rest = count - words.length
  return rest > 0 ? [...words, ...wholeNames(rest)] : take(words, count)
}

/** Names of the demo's people where the lists end. */
const wholeNames = (count: number): readonly Word[] =>
  unique(
    peopleNames(count).flatMap((words) =>
      (['Guru', 'Arab'] as const).map((script) => ({ script, text: inScript(words, script) })),
    ),
  ).slice(0, count)

/** A fair share of a list that is too long: every so many-eth. */
const take = (words: readonly Word[], count: number): readonly Word[] =>
  Array.from({ length: count }, (_, at) => words[Math.floor((at * words.length) / count)]).flatMap((word) => word ?? [])

function unique(words: readonly Word[]): readonly Word[] {
  const seen = new Map(words.map((word) => [`${word.script}${word.text}`, word]))
  return [...seen.values()].filter(({ script, text }) => own[script].test(text) && !misspelt.test(text))
}

/** A list as Debian packs it; `precat` is Aspell's own. */
function aspell(language: 'hi' | 'pa'): readonly string[] {
  try {
    const input = gunzipSync(readFileSync(`/usr/share/aspell/${language}.cwl.gz`))
    const list = execFileSync('precat', [], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
    return list.split('\n').filter((word) => word !== '')
  } catch {
    return []
  }
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')

/** CLDR's names in a language, as Node carries them: whole ones and their words. */
function cldr(language: string): readonly string[] {
  const said = new Set<string>()
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  const longer = codes.flatMap((code) => letters.map((letter) => code + letter))
  const add = (type: Intl.DisplayNamesType, all: readonly string[]) => {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' })
    for (const code of all) said.add(names.of(code) ?? '')
  }
  add('language', [...codes, ...longer])
  add('region', [
    ...codes.map((code) => code.toUpperCase()),
    ...Array.from({ length: 999 }, (_, n) => String(n + 1).padStart(3, '0')),
  ])
  add('currency', Intl.supportedValuesOf('currency'))
  add('script', [
    'Arab',
    'Beng',
    'Cyrl',
    'Deva',
    'Grek',
    'Gujr',
    'Guru',
    'Hans',
    'Hebr',
    'Jpan',
    'Latn',
    'Taml',
    'Thai',
  ])
  add('calendar', Intl.supportedValuesOf('calendar'))
  for (const unit of Intl.supportedValuesOf('unit'))
    for (const n of [1, 2])
      said.add(
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n).replace(/\d+ ?/, ''),
      )
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' }).formatToParts(0)
    said.add(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
  }
  return [...said].flatMap((name) => [name, ...name.split(/\s+/)])
}

/** So many names of the demo's people. */
export const peopleNames = (count: number): readonly (readonly NameWord[])[] =>
  makePeople(randomFrom('shaping'), '2026-11-22', count).map(({ name }) => wordsOfName(name.latin))

export const inScript = (words: readonly NameWord[], script: Script): string =>
  script === 'Latn' ? latinOf(words) : words.map((word) => word[script]).join(' ')

const among = [
  '12-B',
  '(OPD)',
  'A-042',
  '₹500',
  '۱۲',
  '۱۱:۳۰',
  '22/11/2026',
  '50%',
  'Dr.',
  '«AIIMS»',
  '[3]',
  'Ward',
  '110001',
]

/** Lines of two to seven words in up to four scripts, with numbers and brackets between. */
export function mixedLines(count: number): readonly string[] {
  const random = randomFrom('mixed lines')
  return Array.from({ length: count }, () => mixedLine(random))
}

function mixedLine(random: Random): string {
  const scripts = random.shuffled<Script>(['Arab', 'Arab', 'Latn', 'Deva', 'Guru']).slice(0, random.between(1, 3))
  const words = Array.from({ length: random.between(2, 7) }, () =>
    random.chance(0.35) ? random.pick(among) : wordIn(random, random.pick(scripts)),
  )
  return words.join(' ')
}

function wordIn(random: Random, script: Script): string {
  const word = inScript([random.pick(nameWords)], script)
  const wrapped = random.chance(0.1) ? `(${word})` : word
  return script === 'Arab' && random.chance(0.1) ? `${wrapped}،` : wrapped
}

/** Letters of every kind that a keyboard, a file or an attacker can send, also halves of one. */
const strange = Array.from(
  'aZ 9.,()-कखाि्ंःॐक़ਕਿ੍ੰੱکےںھٰٓآ‌‍।🙂👩‍⚕️漢字ひ한ไทยবাংতাগુ\u0000\u0001\u001b\u007f\u0085\u00a0\u00ad\u034f\u061c\u180e\u200b\u200e\u2028\u202e\u2060\u2066\u2069\ue000\ufdd0\ufe0f\ufeff\ufffd\ufffe\u{e0001}\u{10ffff}',
).concat('\ud800', '\udfff')

export function strangeLines(count: number): readonly string[] {
  const random = randomFrom('strange lines')
  return Array.from({ length: count }, () =>
    Array.from({ length: random.chance(0.02) ? 200 : random.between(1, 24) }, () => random.pick(strange)).join(''),
  )
}
