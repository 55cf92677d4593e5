import { SETUP_PREFIX } from './pairing-code.ts'

/** Every letter that a card can hold, in the order of RFC 9285. */
export const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** The text of the test symbol. */
export const TEST_CODE = SETUP_PREFIX + BASE45

export interface TestedLetter {
  readonly letter: string
  /** What came in its place. */
  readonly came: string
}

/** What came of the test symbol. `country` is the keyboard that the scanner seems to be set to. */
export type LayoutVerdict =
  | { readonly kind: 'right' }
  /** Every letter came, small instead of large: cards are read all the same. */
  | { readonly kind: 'small-letters' }
  | { readonly kind: 'other-layout'; readonly country: Country | null; readonly wrong: readonly TestedLetter[] }
  /** Letters are missing or too many: the text cannot be laid beside the test symbol. */
  | { readonly kind: 'cut'; readonly came: number; readonly wanted: number }
  | { readonly kind: 'not-the-test' }

export type Country = 'france' | 'belgium' | 'germany' | 'switzerland' | 'spain-italy' | 'japan'

/**
 * Pairs of letters: what a symbol holds, and what the US keyboard has where the country's keyboard has it. Derived from
 * the XKB layouts fr, be, de, ch, es, it and jp; letters that are at the same place are left out.
 */
const swaps: Readonly<Record<Country, string>> = {
  france: '0)1!2@3#4$5%6^7&8*9(AQM:QAWZZW$]%"*\\-6.</>:.',
  belgium: '0)1!2@3#4$5%6^7&8*9(AQM:QAWZZW$]%"*}+?-=.</>:.',
  germany: 'YZZY*}+]-//&:>',
  switzerland: 'YZZY$\\*#+!-//&:>',
  'spain-italy': '*}+]-//&:>',
  japan: '*"+::\'',
}

/** What a scanner set to a country's keyboard sends for a text, as places of the US keyboard. */
export function asIfSetTo(country: Country, text: string): string {
  const pairs = swaps[country]
  const to = new Map(
    Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(2 * at), pairs.charAt(2 * at + 1)]),
  )
  return Array.from(text, (letter) => to.get(letter) ?? letter).join('')
}

const isCountry = (name: string): name is Country => Object.hasOwn(swaps, name)

/** Lays what came beside the test symbol. Letters are compared whatever their size. */
export function judgeTest(came: string): LayoutVerdict {
  const text = came.trimEnd()
  if (text === TEST_CODE) return { kind: 'right' }
  const large = text.toUpperCase()
  if (large === TEST_CODE) return { kind: 'small-letters' }
  if (text.length !== TEST_CODE.length) {
    const alike = Array.from(large).filter((letter, at) => letter === TEST_CODE[at]).length
    return alike >= MUCH_ALIKE ? { kind: 'cut', came: text.length, wanted: TEST_CODE.length } : { kind: 'not-the-test' }
  }
  const country = Object.keys(swaps).find(
    (name) => isCountry(name) && asIfSetTo(name, TEST_CODE).toUpperCase() === large,
  )
  const wrong = Array.from(BASE45, (letter, at) => ({ letter, came: text[at + SETUP_PREFIX.length] ?? '' })).filter(
    (each) => each.came.toUpperCase() !== each.letter,
  )
  if (country === undefined && wrong.length > MOST_WRONG) return { kind: 'not-the-test' }
  return { kind: 'other-layout', country: country !== undefined && isCountry(country) ? country : null, wrong }
}

/** So many letters in their place make a text the test symbol, though some are missing. */
const MUCH_ALIKE = 10
/** With more letters wrong it is another text of the same length: an AZERTY scanner has 22. */
const MOST_WRONG = 30
