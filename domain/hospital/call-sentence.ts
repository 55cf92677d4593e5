import type { Language } from '../language.ts'
import { textIn } from '../text/catalogue.ts'
import { spokenLabel } from './call-sentence-label.ts'
import type { Token } from './token.ts'

/** A number that is called to a door. Nobody's name is in it, so none can be said. */
export interface CalledOut extends Pick<Token, 'prefix' | 'number'> {
  /** What stands over the door: `14`, `C 3`. */
  readonly door: string
  readonly to: 'room' | 'counter'
}

/** One whole sentence as it is said aloud, in the script of its language; a voice reads the numbers in it as people do. */
export function callSentence(language: Language, { prefix, number, door, to }: CalledOut): string {
  const token = spokenLabel(language, `${prefix} ${number}`)
  return textIn(language)(`speech.call.${to}`, { token, door: spokenLabel(language, door) })
}
