import { normalise } from '../search/normalise.ts'

/** A word as spellings are compared: lower case, the letters of its own language, no accents and no stops. */
export function plainWord(word: string): string {
  const text = normalise(word).replace(/['’ʼ`.]/gu, '')
  return /\p{Script=Latin}/u.test(text)
    ? text.normalize('NFD').replace(/\p{M}/gu, '')
    : text.replace(/[\u064B-\u0652]/g, '')
}
