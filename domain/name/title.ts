import type { OwnScript } from '../language.ts'

const titles: Readonly<Record<string, Readonly<Record<OwnScript, string>>>> = {
  smt: { Deva: 'श्रीमती', Guru: 'ਸ਼੍ਰੀਮਤੀ', Arab: 'شریمتی' },
  sh: { Deva: 'श्री', Guru: 'ਸ਼੍ਰੀ', Arab: 'شری' },
  km: { Deva: 'कुमारी', Guru: 'ਕੁਮਾਰੀ', Arab: 'کماری' },
  kum: { Deva: 'कुमारी', Guru: 'ਕੁਮਾਰੀ', Arab: 'کماری' },
  late: { Deva: 'स्वर्गीय', Guru: 'ਸਵਰਗੀ', Arab: 'مرحوم' },
  dr: { Deva: 'डॉ.', Guru: 'ਡਾ.', Arab: 'ڈاکٹر' },
}

/** What stands before a name in Latin letters, short as papers have it, in another script; null for any other word. */
export const titleIn = (plain: string, script: OwnScript): string | null =>
  Object.hasOwn(titles, plain) ? (titles[plain]?.[script] ?? null) : null
