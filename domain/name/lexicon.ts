import type { NameScript } from './script.ts'
import { nameTable } from './lexicon/all.ts'
import { plainWord } from './plain-word.ts'

/** One word in every script, the usual spelling first; empty where a script is left to the rules. */
export type NameRow = Readonly<Record<NameScript, readonly string[]>>

/** The words that nobody has to guess: frequent ones, and those that teach the rules. */
export const nameRows: readonly NameRow[] = nameTable.map((line) => {
  const [latin = '', deva = '', guru = '', arab = ''] = line.split('|')
  const spellings = (text: string) => text.split('/').filter((each) => each !== '')
  return { Latn: latin.split(','), Deva: spellings(deva), Guru: spellings(guru), Arab: spellings(arab) }
})

const indexBy = (script: NameScript, keyOf: (word: string) => string): ReadonlyMap<string, readonly NameRow[]> => {
  const index = new Map<string, NameRow[]>()
  for (const row of nameRows) {
    for (const key of new Set(row[script].map(keyOf))) index.set(key, [...(index.get(key) ?? []), row])
  }
  return index
}

/** Spellings of one sound that papers mix freely; a word of the table is the same word in any of them. */
export const looseLatin = (plain: string): string =>
  plain
    .replace(/ee|ii/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/ou/g, 'au')
    .replace(/aa/g, 'a')
    .replace(/ck|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/x/g, 'ks')
    .replace(/y$/, 'i')
    .replace(/(.)\1/g, '$1')

const exact: Readonly<Record<NameScript, ReadonlyMap<string, readonly NameRow[]>>> = {
  Latn: indexBy('Latn', plainWord),
  Deva: indexBy('Deva', plainWord),
  Guru: indexBy('Guru', plainWord),
  Arab: indexBy('Arab', plainWord),
}
const loose = indexBy('Latn', (word) => looseLatin(plainWord(word)))

export const rowsOf = (script: NameScript, plain: string): readonly NameRow[] => exact[script].get(plain) ?? []

export const rowsLike = (plain: string): readonly NameRow[] => loose.get(looseLatin(plain)) ?? []
