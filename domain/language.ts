import { z } from 'zod'

/** The four languages every screen, slip and card speaks. */
export const languages = ['en', 'hi', 'pa', 'ur'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** ISO 15924 codes of the scripts a name may be written in beside Latin. */
export const ownScripts = ['Deva', 'Guru', 'Arab'] as const
export const OwnScript = z.enum(ownScripts)
export type OwnScript = z.infer<typeof OwnScript>

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ur' ? 'rtl' : 'ltr')

/** The language whose font and line height a script wants. */
export const languageOfScript: Readonly<Record<OwnScript, Language>> = { Deva: 'hi', Guru: 'pa', Arab: 'ur' }

/** One text in each of the four languages, as HIMS keeps the names of departments and hospitals. */
export const FourTexts = z.strictObject({ en: z.string(), hi: z.string(), pa: z.string(), ur: z.string() })
export type FourTexts = z.infer<typeof FourTexts>
