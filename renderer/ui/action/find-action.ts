import type { Language } from '../../../domain/language.ts'
import { otherWords } from '../../text/other-words.ts'

/** One action as the palette and the help show it. */
export interface ListedAction {
  readonly cap: string | null
  readonly key: string | null
  readonly label: string
  /** The second line of its button: whom, where, what it means. */
  readonly under: string
  /** Whether it belongs to the work, and not to the frame around every page. */
  readonly isOfPage: boolean
  readonly run: () => void
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')

/** The actions that hold every typed word, in whichever of the four languages; those that begin with it first. */
export function findActions(
  actions: readonly ListedAction[],
  typed: string,
  language: Language,
): readonly ListedAction[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return actions
  const found = actions.flatMap((action) => {
    const texts = [action.label, ...otherWords(action.label, language)].map(plain)
    const all = [...texts, plain(action.under), plain(action.cap ?? '')].join(' ')
    if (!words.every((word) => all.includes(word))) return []
    return [{ action, begins: texts.some((text) => text.startsWith(words[0] ?? '')) }]
  })
  return found.toSorted((one, other) => Number(other.begins) - Number(one.begins)).map(({ action }) => action)
}
