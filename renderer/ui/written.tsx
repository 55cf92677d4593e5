import type { Language } from '../../domain/language.ts'

/** The language whose font and line height a text wants, by its first letter. */
export function scriptLanguage(text: string): Language {
  const letter = /[\p{Script=Latin}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Arabic}]/u.exec(text)?.[0] ?? ''
  if (/\p{Script=Devanagari}/u.test(letter)) return 'hi'
  if (/\p{Script=Gurmukhi}/u.test(letter)) return 'pa'
  return /\p{Script=Arabic}/u.test(letter) ? 'ur' : 'en'
}

interface Props {
  readonly text: string
  readonly className?: string
}

/** Something a person wrote or is called, in whatever script, kept apart from the page's own language. */
export const Written = ({ text, className }: Props) => (
  <bdi lang={scriptLanguage(text)} {...(className === undefined ? {} : { className })}>
    {text}
  </bdi>
)
