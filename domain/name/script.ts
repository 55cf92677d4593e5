import type { OwnScript } from '../language.ts'

/** ISO 15924 codes of every script that a name is typed in. */
export type NameScript = 'Latn' | OwnScript

export const nameScripts: readonly NameScript[] = ['Latn', 'Deva', 'Guru', 'Arab']

/**
 * How a script writes sounds, as signs that stand in the order they are said. `signs` takes a plain word apart and
 * `written` puts one together; every word that is spelt as usual comes out as it went in.
 */
export interface Spelling {
  readonly signs: (word: string) => readonly string[]
  readonly written: (signs: readonly string[]) => string
  /** A letter for the sounds that are one across scripts; capitals for what only one script has. */
  readonly soundOf: (sign: string) => string
}

const blocks: readonly (readonly [NameScript, RegExp])[] = [
  ['Latn', /^[a-z]+$/],
  ['Deva', /^[\u0900-\u0963\u0971-\u097F]+$/],
  ['Guru', /^[\u0A01-\u0A5E\u0A70-\u0A75]+$/],
  ['Arab', /^[\u0621-\u065F\u0670-\u06D3\u06D5]+$/],
]

/** The script of one plain word; null when it mixes scripts or holds anything but letters. */
export const scriptOfWord = (plain: string): NameScript | null =>
  blocks.find(([, letters]) => letters.test(plain))?.[0] ?? null
