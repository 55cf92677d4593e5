import type { OwnName } from '../person/person.ts'
import { calm, clean, cut } from './clean.ts'

const scripts = [
  ['Deva', /\p{Script=Devanagari}/u],
  ['Guru', /\p{Script=Gurmukhi}/u],
  ['Arab', /\p{Script=Arabic}/u],
] as const

const LONGEST = 120

/** Sorts the words of a name, or of the same name twice, by their script. A fourth script stays with Latin. */
export function namesOf(texts: readonly string[]): { readonly latin: string; readonly own: OwnName | null } {
  const names = texts.map(clean).filter((name) => /\p{L}/u.test(name))
  const parts = names.map((name) => ({ latin: wordsOf(name, null), own: ownOf(name) }))
  return {
    latin: cut(calm(parts.find(({ latin }) => latin !== '')?.latin ?? ''), LONGEST),
    own: parts.find(({ own }) => own !== null)?.own ?? null,
  }
}

function ownOf(name: string): OwnName | null {
  for (const [script, letters] of scripts) {
    const text = cut(wordsOf(name, letters), LONGEST)
    if (text !== '') return { script, text }
  }
  return null
}

function wordsOf(name: string, letters: RegExp | null): string {
  const fits = (word: string) =>
    letters === null
      ? !scripts.some(([, other]) => other.test(word))
      : letters.test(word) && !/\p{Script=Latin}/u.test(word)
  const words = name.split(' ').filter(fits)
  return words.some((word) => /\p{L}/u.test(word)) ? words.join(' ') : ''
}
