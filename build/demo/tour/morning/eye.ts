import type { Page } from 'playwright'
import { z } from 'zod'

/** What an eye waits for: so many places on the page that match, are shown and say this. */
export interface Sight {
  readonly css: string
  readonly says?: string
  /** One unless it is said. */
  readonly count?: number
  /** This will do as well. */
  readonly or?: Sight
}

/** An eye that sees nothing by then has waited in vain, in milliseconds. */
const PATIENCE = 15_000

/**
 * Runs in the page. It looks at each change of the page and not in steps of its own, as Playwright's waits do, whose steps
 * grow to half a second; and a sight counts from the moment when the frame that shows it has been drawn.
 */
const watching = (sights: readonly Sight[]): string => `new Promise((resolve) => {
  const sights = ${JSON.stringify(sights)}
  const says = ({ says }) => (place) => says === undefined || place.textContent.includes(says)
  const isThere = (sight) =>
    [...document.querySelectorAll(sight.css)].filter((place) => says(sight)(place) && place.checkVisibility()).length >=
      (sight.count ?? 1) || (sight.or !== undefined && isThere(sight.or))
  const look = () => {
    if (!sights.every(isThere)) return
    observer.disconnect()
    clearTimeout(late)
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
  }
  const observer = new MutationObserver(look)
  const late = setTimeout(() => {
    observer.disconnect()
    resolve(null)
  }, ${PATIENCE})
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
  look()
})`

/** The moment when all of it has been drawn, in milliseconds since 1970. */
export async function seen(page: Page, sights: readonly Sight[]): Promise<number> {
  const moment = z
    .number()
    .nullable()
    .parse(await page.evaluate(watching(sights)))
  if (moment === null) throw new Error(`Never came: ${JSON.stringify(sights)}`)
  return moment
}

/** The same clock outside the page. */
export const now = (): number => performance.timeOrigin + performance.now()
