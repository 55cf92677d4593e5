import type { Understood } from '../../contract/desk.ts'
import { readShortCode, shortCode } from '../../domain/card/short-code.ts'
import { CardId } from '../../domain/id.ts'
import { wordsOf } from '../store/person-index.ts'

export interface Dictionary {
  readonly isPlace: (word: string) => boolean
  readonly isNameWord: (word: string) => boolean
}

/** The zeros of Devanagari, Gurmukhi and both rows of Arabic digits. */
const zeros = [0x0966, 0x0a66, 0x0660, 0x06f0]

/** Turns the digits of our four scripts into ASCII ones. */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })

const phoneShape = /(?:\+?91[\s-]?|(?<!\d)0)?(?<!\d)([6-9](?:[\s-]?\d){9})(?!\d)/

const abhaShape = /(?<![\d-])\d{2}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}(?![\d-])/

/** Reads the one search box: a phone, an ABHA number, a card's short code, a trailing age, a place, and the words of a name. */
export function understand(text: string, dictionary: Dictionary): Understood {
  const typed = asciiDigits(text)
  const abha = abhaShape.exec(typed)?.[0] ?? null
  const plain = abha === null ? typed : typed.replace(abha, ' ')
  const code = codeIn(plain)
  const withoutCode = code === null ? plain : plain.replace(code.typed, ' ')
  const phone = phoneShape.exec(withoutCode)
  const rest = phone === null ? withoutCode : withoutCode.replace(phone[0], ' ')
  const all = wordsOf(rest)
  const age = ageIn(all)
  const words = all.filter((word) => !/^\d+$/.test(word)).slice(0, 8)
  const places = words.filter((word) => dictionary.isPlace(word) && !dictionary.isNameWord(word))
  return {
    words: words.filter((word) => !places.includes(word)),
    age,
    phone: phone?.[1]?.replace(/\D/g, '') ?? null,
    place: places.length === 0 ? null : places.join(' '),
    shortCode: code?.code ?? null,
    abha: abha?.replace(/\D/g, '') ?? null,
  }
}

/** The last number of up to three digits that an age can be. */
function ageIn(words: readonly string[]): number | null {
  const last = words.findLast((word) => /^\d{1,3}$/.test(word))
  return last === undefined || Number(last) > 130 ? null : Number(last)
}

function codeIn(text: string): { readonly typed: string; readonly code: string } | null {
  const whole = text.trim()
  // Nine letters could be a name as well: a code without a digit has to be typed with its hyphens.
  for (const typed of [whole, ...whole.split(/\s+/)]) {
    if (!/[\d-]/.test(typed)) continue
    const read = readShortCode(typed)
    if (read.ok) return { typed, code: shortCode(CardId.parse(`${read.value}000000`)) }
  }
  return null
}
