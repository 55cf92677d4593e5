import { Words } from './words.ts'

export interface PlacedWords {
  readonly path: readonly PropertyKey[]
  readonly words: Words
}

/** Every text in four languages, wherever it stands in a value. */
export function wordsIn(value: unknown, path: readonly PropertyKey[] = []): readonly PlacedWords[] {
  if (typeof value !== 'object' || value === null) return []
  const words = Words.safeParse(value)
  if (words.success) return [{ path, words: words.data }]
  if (Array.isArray(value)) return value.flatMap((each, index) => wordsIn(each, [...path, index]))
  return Object.entries(value).flatMap(([name, each]) => wordsIn(each, [...path, name]))
}
