import type { OwnScript } from '../language.ts'

/** A part that many names end with, and how each script writes it after a consonant. */
interface Ending {
  readonly latin: RegExp
  readonly written: Readonly<Record<OwnScript, readonly string[]>>
}

const ending = (latin: string, Deva: string, Guru: string, Arab: string): Ending => ({
  latin: new RegExp(`(?:${latin})$`),
  written: { Deva: Deva.split('/'), Guru: Guru.split('/'), Arab: Arab.split('/') },
})

/** Longer ones first: only one is taken off. */
const endings: readonly Ending[] = [
  ending('narayan|narain', 'नारायण', 'ਨਾਰਾਇਣ', 'نارائن'),
  ending('prakash|parkash', 'प्रकाश', 'ਪ੍ਰਕਾਸ਼', 'پرکاش'),
  ending('eshwar|eshvar', 'ेश्वर', 'ੇਸ਼ਵਰ', 'یشور'),
  ending('shankar', 'शंकर', 'ਸ਼ੰਕਰ', 'شنکر'),
  ending('bhushan', 'भूषण', 'ਭੂਸ਼ਣ', 'بھوشن'),
  ending('prasad|parsad', 'प्रसाद', 'ਪ੍ਰਸਾਦ', 'پرساد'),
  ending('kishore?', 'किशोर', 'ਕਿਸ਼ੋਰ', 'کشور'),
  ending('pratap|partap', 'प्रताप', 'ਪ੍ਰਤਾਪ', 'پرتاپ'),
  ending('winder|vinder', 'विंदर', 'ਵਿੰਦਰ', 'وندر'),
  ending('preet|prit', 'प्रीत', 'ਪ੍ਰੀਤ', 'پریت'),
  ending('charan', 'चरण', 'ਚਰਨ', 'چرن'),
  ending('sharan', 'शरण', 'ਸ਼ਰਨ', 'شرن'),
  ending('uddin|uddeen', 'ुद्दीन', 'ੁੱਦੀਨ', 'الدین'),
  ending('ullah|ulla', 'ुल्लाह', 'ੁੱਲਾ', 'اللہ'),
  ending('endra|ender', 'ेंद्र', 'ੇਂਦਰ/ਿੰਦਰ', 'یندر'),
  ending('mohan', 'मोहन', 'ਮੋਹਨ', 'موہن'),
  ending('kumar', 'कुमार', 'ਕੁਮਾਰ', 'کمار'),
  ending('gopal', 'गोपाल', 'ਗੋਪਾਲ', 'گوپال'),
  ending('inder', 'िंदर', 'ਿੰਦਰ', 'ندر'),
  ending('chand', 'चंद', 'ਚੰਦ', 'چند'),
  ending('wala', 'वाला', 'ਵਾਲਾ', 'والا'),
  ending('lata', 'लता', 'ਲਤਾ', 'لتا'),
  ending('bala', 'बाला', 'ਬਾਲਾ', 'بالا'),
  ending('devi', 'देवी', 'ਦੇਵੀ', 'دیوی'),
  ending('vant|want', 'वंत', 'ਵੰਤ', 'ونت'),
  ending('vati|wati', 'वती', 'ਵਤੀ', 'وتی'),
  ending('nand', 'नंद', 'ਨੰਦ', 'نند'),
  ending('nath', 'नाथ', 'ਨਾਥ', 'ناتھ'),
  ending('kant', 'कांत', 'ਕਾਂਤ', 'کانت'),
  ending('deep|dip', 'दीप', 'ਦੀਪ', 'دیپ'),
  ending('jeet|jit', 'जीत', 'ਜੀਤ', 'جیت'),
  ending('veer|vir', 'वीर', 'ਵੀਰ', 'ویر'),
  ending('beer|bir', 'बीर', 'ਬੀਰ', 'بیر'),
  ending('dutt?', 'दत्त', 'ਦੱਤ', 'دت'),
  ending('esh', 'ेश', 'ੇਸ਼', 'یش'),
  ending('pal', 'पाल', 'ਪਾਲ', 'پال'),
  ending('lal', 'लाल', 'ਲਾਲ', 'لال'),
  ending('ram', 'राम', 'ਰਾਮ', 'رام'),
  ending('das', 'दास', 'ਦਾਸ', 'داس'),
  ending('dev', 'देव', 'ਦੇਵ', 'دیو'),
  ending('raj', 'राज', 'ਰਾਜ', 'راج'),
  ending('wal', 'वाल', 'ਵਾਲ', 'وال'),
]

const SHORTEST_STEM = 2

/** A plain Latin word cut before a part that many names end with; null where it has none, or hardly anything before. */
export function cutEnding(plain: string): { readonly stem: string; readonly written: Ending['written'] } | null {
  for (const { latin, written } of endings) {
    const stem = plain.replace(latin, '')
    if (stem === plain) continue
    const meets = /[aeiou]$/.test(stem) && /^[aeiou]/.test(plain.slice(stem.length))
    return stem.length < SHORTEST_STEM || meets ? null : { stem, written }
  }
  return null
}
