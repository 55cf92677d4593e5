import type { Drawn } from './drawn.ts'
import type { ListedAction } from './find-action.ts'

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
