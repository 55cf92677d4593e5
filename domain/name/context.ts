import type { Spelling } from './script.ts'

/** What was said before a sign: what the last sign and the last vowel became. */
export interface Said {
  readonly last: string
  readonly vowel: string
}

export const nothingSaid: Said = { last: '#', vowel: '#' }

/** A word's signs with the shape of its syllables: V for vowels, y, C for the rest. */
export interface Shaped {
  readonly signs: readonly string[]
  readonly shape: string
}

const shapeOf = (sound: string): string => ('aiuə'.includes(sound) ? 'V' : sound === 'y' ? 'y' : 'C')

export const shaped = (spelling: Spelling, plain: string): Shaped => {
  const signs = spelling.signs(plain)
  return { signs, shape: signs.map((sign) => shapeOf(spelling.soundOf(sign))).join('') }
}

/**
 * The surroundings that a sign is looked up by, each row from the widest to the narrowest: what follows, what goes
 * before, and both sides. None of them depends on what was said.
 */
export function lettersAround({ signs, shape }: Shaped, place: number): readonly (readonly string[])[] {
  const at = (by: number): string => signs[place + by] ?? '#'
  const sign = at(0)
  const both = `${sign}>${at(-1)}_${at(1)}`
  return [
    [
      `${sign}a${place === 0 ? '^' : ''}${shape[place + 1] ?? '#'}${shape[place + 2] ?? '#'}`,
      `${sign}b${at(1)}`,
      `${sign}c${at(1)}${at(2)}`,
      `${both}${at(2)}`,
      `${sign}d${signs.slice(place + 1).join('')}`,
    ],
    [`${sign}e${at(-1)}`, both, `${sign}f${at(-2)}${at(-1)}_${at(1)}`, `${sign}g${signs.slice(0, place).join('')}`],
    [both, `${both}l${at(-2)}${at(2)}`],
  ]
}

/** The row of the shape of syllables and of the vowel before: a long one is seldom alone, and seldom one of three. */
export function shapeAround({ signs, shape }: Shaped, place: number, said: Said): readonly string[] {
  const sign = signs[place] ?? '#'
  const isVowel = shape[place] === 'V'
  const spoken = isVowel ? said.vowel : said.last
  const ahead = shape.slice(place + 1, place + 4)
  return [
    `${sign}h${place === 0 ? '^' : ''}${shape.slice(place + 1, place + 5)}`,
    `${sign}i${spoken}${isVowel ? ahead : ''}`,
    ...(isVowel ? [`${sign}j${spoken}${ahead.slice(0, 2)}${signs[place + 1] ?? '#'}`] : []),
    `${sign}k${shape}${place}`,
  ]
}
