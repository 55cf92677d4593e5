import type { Language } from '../language.ts'

const A = 'A'.charCodeAt(0)

/** How each letter from A to Z is called, written in the language's own script, so that its own voice says it. */
const names: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  hi: 'ए बी सी डी ई एफ़ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड'.split(' '),
  pa: 'ਏ ਬੀ ਸੀ ਡੀ ਈ ਐੱਫ਼ ਜੀ ਐੱਚ ਆਈ ਜੇ ਕੇ ਐੱਲ ਐੱਮ ਐੱਨ ਓ ਪੀ ਕਿਊ ਆਰ ਐੱਸ ਟੀ ਯੂ ਵੀ ਡਬਲਯੂ ਐਕਸ ਵਾਈ ਜ਼ੈੱਡ'.split(' '),
  ur: 'اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کِیُو آر ایس ٹی یُو وی ڈَبْلِیُو ایکس وائی زیڈ'.split(' '),
}

const letterName = (language: Language, letter: string): string =>
  language === 'en' ? letter : (names[language][letter.charCodeAt(0) - A] ?? letter)

/** People say up to three digits as one number, and longer ones, or one that begins with a nought, digit by digit. */
const MOST_DIGITS = 3
const saidDigits = (digits: string): string =>
  digits.length > MOST_DIGITS || (digits.length > 1 && digits.startsWith('0')) ? digits.split('').join(' ') : digits

/** So many capitals are said one by one; more of them, or small letters, are a word. */
const MOST_LETTERS = 3
const isSpelled = (part: string): boolean => part.length <= MOST_LETTERS && /^[A-Z]+$/.test(part)

/** What people look for at a counter called `Window 3` or `Pharmacy C 3`: the `3`, the `C 3`. */
export const counterSign = (counter: string): string =>
  /(?<!\p{L})(?:[A-Z]{1,2} ?)?\d+ ?[A-Z]?$/u.exec(counter)?.[0] ?? counter

/** `M 148`, `C 3` or `14A` as it is said: letters one by one, then a breath, then the number. */
export function spokenLabel(language: Language, label: string): string {
  const parts = label.normalize('NFKC').match(/\d+|[^\d\s-]+/gu) ?? []
  const said = parts.map((part) => {
    if (/^\d/.test(part)) return saidDigits(part)
    if (!isSpelled(part)) return part
    return Array.from(part, (letter) => letterName(language, letter)).join(' ')
  })
  return said.join(language === 'ur' ? '، ' : ', ')
}
