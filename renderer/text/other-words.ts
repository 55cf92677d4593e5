import type { Language } from '../../domain/language.ts'
import { languages } from '../../domain/language.ts'
import { catalogueFor } from '../../domain/text/catalogue.ts'

/** A compiled message: words, and between them what is filled in. */
type Compiled = string | readonly unknown[]

const isWord = (token: unknown): token is string => typeof token === 'string' && token !== '#'

/** The words of a message without what it is filled with; of a plural the general case. */
function wordsOf(message: Compiled | undefined): string {
  if (message === undefined) return ''
  if (typeof message === 'string') return message
  return message
    .map((token) => (isWord(token) ? token : branchOf(token)))
    .join(' ')
    .trim()
}

function branchOf(token: unknown): string {
  const branches: unknown = Array.isArray(token) ? token[2] : null
  const other: unknown = typeof branches === 'object' && branches !== null ? Reflect.get(branches, 'other') : null
  return Array.isArray(other) || typeof other === 'string' ? wordsOf(other) : ''
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** With fewer letters of its own a message could be anything. */
const LEAST = 3

/** What a text of this message looks like, whatever it was filled with; null when that tells nothing. */
function shapeOf(message: Compiled): RegExp | null {
  if (typeof message === 'string') return null
  const own = message.filter(isWord).join('')
  if (message.every(isWord) || own.replaceAll(/[\P{L}]/gu, '').length < LEAST) return null
  return new RegExp(`^${message.map((token) => (isWord(token) ? escaped(token) : '.*')).join('')}$`, 'su')
}

interface Index {
  readonly exact: ReadonlyMap<string, readonly string[]>
  readonly shaped: readonly (readonly [RegExp, string])[]
}

const indexes = new Map<Language, Index>()
const messagesOf = (language: Language): Readonly<Record<string, Compiled>> => catalogueFor(language).messages

function indexOf(language: Language): Index {
  const known = indexes.get(language)
  if (known !== undefined) return known
  const exact = new Map<string, readonly string[]>()
  const shaped: (readonly [RegExp, string])[] = []
  for (const [id, message] of Object.entries(messagesOf(language))) {
    const shape = shapeOf(message)
    const text = wordsOf(message)
    if (shape !== null) shaped.push([shape, id])
    else exact.set(text, [...(exact.get(text) ?? []), id])
  }
  const index = { exact, shaped }
  indexes.set(language, index)
  return index
}

/** What is said on the screen in one language, in the words of the others: whoever looks for it may know it by those. */
export function otherWords(said: string, language: Language): readonly string[] {
  const text = said.replaceAll(/[\u2066-\u2069]/g, '')
  const { exact, shaped } = indexOf(language)
  const ids = [...(exact.get(text) ?? []), ...shaped.filter(([shape]) => shape.test(text)).map(([, id]) => id)]
  const others = languages.filter((each) => each !== language)
  return [...new Set(ids.flatMap((id) => others.map((each) => wordsOf(messagesOf(each)[id]))))].filter(
    (words) => words !== '',
  )
}
