import { latinDigits } from '../latin-digits.ts'
import { remembered } from './remembered.ts'

/** Arabic letters that Urdu keyboards and papers mix, brought to the Urdu one. */
const urduLetters: Readonly<Record<string, string>> = {
  '\u064A': '\u06CC',
  '\u0649': '\u06CC',
  '\u0643': '\u06A9',
  '\u0647': '\u06C1',
  '\u0629': '\u06C1',
  '\u06C3': '\u06C1',
  '\u06D5': '\u06C1',
}

/** Text as it is compared: NFC, lower case, Urdu letters, Latin digits, single spaces and nothing invisible. */
export const normalise = (text: string): string => (/^[ -~]*$/.test(text) ? spaced(text) : spaced(unified(text)))

const spaced = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** A space joins with nothing, so that what lies between two can be looked at by itself. */
const unified = (text: string): string => text.split(' ').map(unifiedPiece).join(' ')

const unifiedPiece = remembered((text) =>
  latinDigits(text.normalize('NFC'))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD\u0640]/g, '')
    .replace(/[\u064A\u0649\u0643\u0647\u0629\u06C3\u06D5]/g, (letter) => urduLetters[letter] ?? letter),
)
