import { ownScripts } from '../language.ts'
import type { OwnScript } from '../language.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { decodeScsu, encodeScsu } from './scsu.ts'

/** Bytes of the longest name, in each of its two scripts; with both, a card still fits a version 11 symbol. */
export const LONGEST_NAME = 58

export type NameProblem = 'too-long' | 'unwritable'

const latin = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f\u2019]+$/
/** Beside its letters a name may hold what joins or parts them; the joiners of Unicode are \u200c and \u200d. */
const own: Readonly<Record<OwnScript, RegExp>> = {
  Deva: /^(?:[ .'\u2019\-\u0900-\u097f]|\u200c|\u200d)+$/,
  Guru: /^(?:[ .'\u2019\-\u0a00-\u0a7f]|\u200c|\u200d)+$/,
  Arab: /^(?:[ .'\u2019\-\u0606-\u061b\u061d-\u06dc\u06de-\u06ff]|\u200c|\u200d)+$/,
}
const letterOf: Readonly<Record<OwnScript, RegExp>> = {
  Deva: /[\u0900-\u097f]/,
  Guru: /[\u0a00-\u0a7f]/,
  Arab: /[\u0600-\u06ff]/,
}

/** One space between words and none around them, and every accent in its one form (Unicode NFC). */
const isTidy = (text: string): boolean => !/^ | $| {2}/.test(text) && text === text.normalize('NFC')

export const writeLatin = (text: string): Result<Uint8Array, NameProblem> => write(text, latin)
export const writeOwn = ({ script, text }: { script: OwnScript; text: string }): Result<Uint8Array, NameProblem> =>
  letterOf[script].test(text) ? write(text, own[script]) : fail('unwritable')

function write(text: string, letters: RegExp): Result<Uint8Array, NameProblem> {
  const tidy = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  const bytes = letters.test(tidy) ? encodeScsu(tidy) : null
  if (bytes === null) return fail('unwritable')
  return bytes.length > LONGEST_NAME ? fail('too-long') : ok(bytes)
}

/** A Latin name as a card holds it, or null for bytes that no issuer writes. */
export const readLatin = (bytes: unknown): string | null => read(bytes, latin)

/** A name in its own script, which its letters tell. */
export function readOwn(bytes: unknown): { script: OwnScript; text: string } | null {
  for (const script of ownScripts) {
    const text = read(bytes, own[script])
    if (text !== null && letterOf[script].test(text)) return { script, text }
  }
  return null
}

function read(bytes: unknown, letters: RegExp): string | null {
  if (!(bytes instanceof Uint8Array) || bytes.length > LONGEST_NAME) return null
  const text = decodeScsu(bytes)
  return text !== null && letters.test(text) && isTidy(text) ? text : null
}
