import { languageOfScript } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import type { NameScript } from '../../../domain/name/script.ts'
import { scriptOf } from './draft.ts'
import type { DraftText } from './draft.ts'

export interface Suggestion {
  readonly script: NameScript
  readonly candidates: readonly string[]
}

/** Pressed again, the key of a script goes to its next spelling and from the last back to the first. */
export function nextCandidate({ candidates }: Suggestion, current: string): string | null {
  const at = candidates.indexOf(current)
  return candidates[(at + 1) % candidates.length] ?? null
}

/** The language whose font and name a row of spellings wants. */
export const languageOf = ({ script }: Suggestion): Language => (script === 'Latn' ? 'en' : languageOfScript[script])

type Names = Pick<DraftText, 'latin' | 'own'>

/** Which spelling of a row the form holds. */
export const chosenIn = ({ script }: Suggestion, { latin, own }: Names): string => (script === 'Latn' ? latin : own)

/** A Latin spelling goes to its box; what was typed there in another script moves to the other, where that is free. */
export function withChoice({ script }: Suggestion, choice: string, { latin, own }: Names): Partial<Names> {
  const typedOwn = own.trim() === '' && scriptOf(latin) !== null ? { own: latin.trim() } : {}
  return script === 'Latn' ? { latin: choice, ...typedOwn } : { own: choice }
}
