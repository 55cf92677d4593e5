import type { OwnScript } from '../language.ts'
import { rowsLike, rowsOf } from './lexicon.ts'
import type { NameRow } from './lexicon.ts'

/** A Latin word put together from words of the table, with how much it is worth beside a guess. */
export interface Reading {
  readonly row: Readonly<Record<OwnScript, readonly string[]>>
  readonly weight: number
}

const WHOLE = 6
const SOUNDS_LIKE = 1.2
const PARTS = 0.5
const ENDING = 0.5
const SHORTEST_PART = 3

/** Every way in which the table knows a plain Latin word: as it stands, spelt otherwise, in two parts, with an ending. */
export function readingsOf(plain: string): readonly Reading[] {
  const whole = rowsOf('Latn', plain)
  if (whole.length > 0) return whole.map((row) => ({ row, weight: WHOLE }))
  return [...rowsLike(plain).map((row) => ({ row, weight: SOUNDS_LIKE })), ...inParts(plain), ...withEnding(plain)]
}

const known = (plain: string): NameRow | undefined => rowsOf('Latn', plain)[0] ?? rowsLike(plain)[0]

/** Ram and Kali in Ramkali: the parts are written one after the other in every script. */
function inParts(plain: string): readonly Reading[] {
  const cuts = Array.from({ length: Math.max(0, plain.length - 2 * SHORTEST_PART + 1) }, (_, at) => at + SHORTEST_PART)
  return cuts.flatMap((cut) => {
    if (/^[aeiouhy]/.test(plain.slice(cut))) return []
    const [first, second] = [known(plain.slice(0, cut)), known(plain.slice(cut))]
    if (first === undefined || second === undefined) return []
    const join = (script: OwnScript) => {
      const [one, other] = [first[script][0], second[script][0]]
      return one === undefined || other === undefined ? [] : [one + other]
    }
    return [{ row: { Deva: join('Deva'), Guru: join('Guru'), Arab: join('Arab') }, weight: PARTS }]
  })
}

interface Ending {
  readonly latin: string
  readonly row: Readonly<Record<OwnScript, readonly string[]>>
}

/** Women's names, family names and southern names that are made of another name. */
const endings: readonly Ending[] = [
  { latin: 'a', row: { Deva: ['ा'], Guru: ['ਾ'], Arab: ['ہ', 'ا'] } },
  { latin: 'i', row: { Deva: ['ी'], Guru: ['ੀ'], Arab: ['ی'] } },
  { latin: 'an', row: { Deva: ['न'], Guru: ['ਨ'], Arab: ['ن'] } },
]

const endsInConsonant = (latin: string): boolean => /[^aeiouy]$/.test(latin)

const withEnding = (plain: string): readonly Reading[] =>
  endings.flatMap(({ latin, row }) => {
    const stem = plain.slice(0, -latin.length)
    if (!plain.endsWith(latin) || stem.length < SHORTEST_PART || !endsInConsonant(stem)) return []
    return [...rowsOf('Latn', stem), ...rowsLike(stem)].slice(0, 1).map((found) => {
      const add = (script: OwnScript) => {
        const [base] = found[script]
        return base === undefined ? [] : row[script].map((ending) => base + ending)
      }
      return { row: { Deva: add('Deva'), Guru: add('Guru'), Arab: add('Arab') }, weight: ENDING }
    })
  })
