import { z } from 'zod'

import { unreachable } from '../result.ts'
import { normalise } from '../search/normalise.ts'
import type { Language } from '../language.ts'
import type { OwnName, Person, PersonName } from './person.ts'

/** Trees and fruits that all four languages know: short, easily told apart when called out, and nobody's name. */
const words = [
  ['Jamun', 'जामुन', 'ਜਾਮਣ', 'جامن'],
  ['Neem', 'नीम', 'ਨਿੰਮ', 'نیم'],
  ['Peepal', 'पीपल', 'ਪਿੱਪਲ', 'پیپل'],
  ['Imli', 'इमली', 'ਇਮਲੀ', 'املی'],
  ['Khajur', 'खजूर', 'ਖਜੂਰ', 'کھجور'],
  ['Nariyal', 'नारियल', 'ਨਾਰੀਅਲ', 'ناریل'],
  ['Sheesham', 'शीशम', 'ਟਾਹਲੀ', 'شیشم'],
  ['Bargad', 'बरगद', 'ਬੋਹੜ', 'برگد'],
  ['Papita', 'पपीता', 'ਪਪੀਤਾ', 'پپیتا'],
  ['Amrud', 'अमरूद', 'ਅਮਰੂਦ', 'امرود'],
  ['Tarbuz', 'तरबूज़', 'ਤਰਬੂਜ਼', 'تربوز'],
  ['Bans', 'बाँस', 'ਬਾਂਸ', 'بانس'],
] as const

const codeWords: ReadonlyMap<string, string> = new Map(
  words.flatMap((word) => word.map((written) => [normalise(written), normalise(word[0])] as const)),
)

/** The Latin word of a code that this one is in any script, both as words are compared; null for any other. */
export const codeWord = (word: string): string | null => codeWords.get(word) ?? null

const unknownWords: ReadonlySet<string> = new Set(['Unknown', 'अज्ञात', 'ਅਣਪਛਾਤਾ', 'نامعلوم'].map(normalise))

/** Whether a word, as words are compared, says that nobody knows who this is. */
export const saysUnknown = (word: string): boolean => unknownWords.has(word)

/** Whether a word, as words are compared, can be the number of a code. */
export const isCodeNumber = (word: string): boolean => /^[2-9]\d\d$/.test(word)

/** So many different codes there are. */
export const UNKNOWN_CODES = words.length * 800

/** The `at`-th code: three digits that are no age, so that a search never takes them for one. */
export function unknownCode(at: number): { readonly code: string; readonly name: (language: Language) => PersonName } {
  const word = words[Math.floor(at / 800) % words.length] ?? words[0]
  const number = 200 + (at % 800)
  const latin = `Unknown ${word[0]} ${number}`
  return { code: `${word[0]} ${number}`, name: (language) => ({ latin, own: ownName(language, word, number) }) }
}

function ownName(language: Language, [, hindi, punjabi, urdu]: (typeof words)[number], number: number): OwnName | null {
  switch (language) {
    case 'en':
      return null
    case 'hi':
      return { script: 'Deva', text: `अज्ञात ${hindi} ${number}` }
    case 'pa':
      return { script: 'Guru', text: `ਅਣਪਛਾਤਾ ${punjabi} ${number}` }
    case 'ur':
      return { script: 'Arab', text: `نامعلوم ${urdu} ${number}` }
    default:
      return unreachable(language)
  }
}

/** Whether nobody has said yet who this is. */
export const isUnidentified = ({ name, unidentified }: Pick<Person, 'name' | 'unidentified'>): boolean =>
  unidentified !== undefined && name.latin === `Unknown ${unidentified.code}`

/** About how old somebody looks, as one choice. */
export const LooksLike = z.enum(['baby', 'child', 'young', 'middle', 'old'])
export type LooksLike = z.infer<typeof LooksLike>

/** The age that is written down for each; whoever knows more corrects it. */
export const guessedYears: Readonly<Record<LooksLike, number>> = { baby: 1, child: 8, young: 25, middle: 45, old: 70 }
