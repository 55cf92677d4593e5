import type { Language } from '../../../domain/language.ts'
import { otherWords } from '../../text/other-words.ts'
import type { Drawn } from './drawn.ts'

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

/** The key that opens the list is no entry of it. */
export const PALETTE_KEY = 'F10'

/** What can be done now, the page's own work first, each in its reading order; `drawn` is taken as it stands on the screen. */
export function listActions(drawn: readonly Drawn[]): readonly ListedAction[] {
  const here = drawn.flatMap((each) => {
    const element = each.element()
    return element === null || each.key === PALETTE_KEY ? [] : [{ each, element }]
  })
  const listed = here
    .toSorted((one, other) => (isBefore(one.element, other.element) ? -1 : 1))
    .map(({ each: { cap, key, run }, element }) => ({
      cap,
      key,
      run,
      label: wordsIn(element.querySelector('.label > span') ?? element.querySelector('.label') ?? element),
      under: wordsIn(element.querySelector('.label > small')),
      isOfPage: element.closest('main') !== null,
    }))
    .filter(({ label }) => label !== '')
  const isTold = ({ cap, label, under }: ListedAction): boolean =>
    cap !== null || listed.filter((other) => other.label === label && other.under === under).length === 1
  const told = listed.filter(isTold)
  return [...told.filter(({ isOfPage }) => isOfPage), ...told.filter(({ isOfPage }) => !isOfPage)]
}

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** What is written in an element, without the keys that are drawn in it. */
function wordsIn(element: Element | null): string {
  if (element === null) return ''
  const bare = element.cloneNode(true)
  if (!(bare instanceof Element)) return ''
  for (const key of bare.querySelectorAll('kbd, svg')) key.remove()
  return (bare.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
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
