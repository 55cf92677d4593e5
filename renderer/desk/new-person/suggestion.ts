import type { OwnScript } from '../../../domain/language.ts'

export interface Suggestion {
  readonly script: OwnScript
  readonly candidates: readonly string[]
}

/** Pressed again, the key of a script goes to its next spelling and from the last back to the first. */
export function nextCandidate({ candidates }: Suggestion, current: string): string | null {
  const at = candidates.indexOf(current)
  return candidates[(at + 1) % candidates.length] ?? null
}
