import type { Understood } from '../../contract/desk.ts'
import { readShortCode, shortCode } from '../../domain/card/short-code.ts'
import { CardId } from '../../domain/id.ts'
import { latinDigits } from '../../domain/latin-digits.ts'
import { wordsOf } from '../../domain/search/words-of.ts'
import { readTold } from './read-told.ts'
import type { PlaceDictionary } from './read-told.ts'

export interface Dictionary extends PlaceDictionary {
  readonly byCardPrefix: (digits: string) => readonly unknown[]
}

const phoneShape = /(?<!\d)(?:\+?91[\s-]?|0)?([6-9](?:[\s-]?\d){9})(?!\d)/

const abhaShape = /(?<![\d-])\d{2}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}(?![\d-])/

const MOST_WORDS = 8

/** What parts somebody's name from a parent's or a husband's on papers, in four languages. */
const childOf =
  /(?:^|\s)(?:[sdwch]\s?[/.]\s?o\.?|(?:son|daughter|wife|husband) of|सु?पुत्री?|पत्नी|पति|ਸ?ਪੁੱਤਰੀ?|ਪਤਨੀ|ਪਤੀ|ولد|بنت|زوجہ)(?=\s)/iu
/** Said before a father's name, and no part of it. */
const honours = /^\s*(?:(?:late|sh|shri|sri|smt|स्व\.?|स्वर्गीय|श्री|श्रीमती|ਸ੍ਰੀ|ਸ੍ਰੀਮਤੀ|مرحوم|جناب)\.?\s+)*/iu

/** Reads the one search box: a phone, an ABHA number, a card's short code, a trailing age, a place, and the words of a name. */
export function understand(text: string, dictionary: Dictionary, today: string): Understood {
  const typed = latinDigits(text)
  const abha = abhaShape.exec(typed)?.[0] ?? null
  const plain = abha === null ? typed : typed.replace(abha, ' ')
  const code = codeIn(plain, dictionary)
  const withoutCode = code === null ? plain : plain.replace(code.typed, ' ')
  const phone = phoneShape.exec(withoutCode)
  const rest = phone === null ? withoutCode : withoutCode.replace(phone[0], ' ')
  const [before = '', ...behind] = rest.split(childOf)
  const said = { words: wordsOf(before), behind: wordsOf(behind.join(' ').replace(honours, '')) }
  const { words, guardian, age, place, phoneEnd } = readTold(said, dictionary, Number(today.slice(0, 4)))
  return {
    words: words.slice(0, MOST_WORDS),
    guardian: guardian.slice(0, MOST_WORDS),
    age,
    phone: phone?.[1]?.replace(/\D/g, '') ?? null,
    phoneEnd: phone === null ? phoneEnd : null,
    place,
    shortCode: code?.code ?? null,
    abha: abha?.replace(/\D/g, '') ?? null,
  }
}

function codeIn(text: string, { byCardPrefix }: Dictionary): { readonly typed: string; readonly code: string } | null {
  const whole = text.trim()
  for (const typed of [whole, ...whole.split(/\s+/)]) {
    const read = readShortCode(typed)
    if (!read.ok) continue
    // Nine letters could be a name as well, or a name and a year: then it is a code if a card here has it.
    if (!isSureCode(typed) && byCardPrefix(read.value).length === 0) continue
    return { typed, code: shortCode(CardId.parse(`${read.value}000000`)) }
  }
  return null
}

/** In one piece with a digit or hyphens, or in the groups of the card; `Geeta 1985` and `Peepal 285` may have the check letter by chance. */
const isSureCode = (typed: string): boolean =>
  /\s/.test(typed) ? /^\S{4}[\s-]+\S{4}[\s-]+\S$/.test(typed) : /[\d-]/.test(typed)
