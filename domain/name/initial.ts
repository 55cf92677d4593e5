import type { OwnScript } from '../language.ts'

const names: Readonly<Record<OwnScript, readonly string[]>> = {
  Deva: 'ए बी सी डी ई एफ़ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड'.normalize('NFC').split(' '),
  Guru: 'ਏ ਬੀ ਸੀ ਡੀ ਈ ਐਫ਼ ਜੀ ਐਚ ਆਈ ਜੇ ਕੇ ਐਲ ਐਮ ਐਨ ਓ ਪੀ ਕਿਊ ਆਰ ਐਸ ਟੀ ਯੂ ਵੀ ਡਬਲਿਊ ਐਕਸ ਵਾਈ ਜ਼ੈੱਡ'.normalize('NFC').split(' '),
  Arab: 'اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ'.split(' '),
}

/** An initial is written as its English letter is said; null for anything but one Latin letter. */
export const initialIn = (plain: string, script: OwnScript): string | null =>
  /^[a-z]$/.test(plain) ? (names[script][plain.charCodeAt(0) - 97] ?? null) : null
