import { nameWords } from '../../../build/demo/seed/name-table.ts'
import type { NameWord } from '../../../build/demo/seed/name-table.ts'
import type { OwnScript } from '../../../domain/language.ts'

const scripts = ['Deva', 'Guru', 'Arab'] as const
const byLatin = new Map(nameWords.map((word) => [word.latin.toLowerCase(), word]))

/** How names of the demonstration's table are written; a terminal learns them from thousands, which takes seconds. */
export function suggestedNames(text: string): { script: OwnScript; candidates: string[] }[] {
  const words = text.trim().toLowerCase().split(/\s+/)
  const known = words.map((word) => byLatin.get(word)).filter((word): word is NameWord => word !== undefined)
  if (known.length < words.length) return []
  return scripts.map((script) => ({ script, candidates: [known.map((word) => word[script]).join(' ')] }))
}
