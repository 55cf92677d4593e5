import type { Locator } from 'playwright'

import type { Demonstration } from '../../hospital.ts'
import type { Actor } from '../stage.ts'
import { now, seen } from './eye.ts'
import type { Sight } from './eye.ts'
import { papersSince } from './paper-way.ts'
import type { PaperWay } from './paper-way.ts'

/** What serving one person came to. */
export interface Tally {
  /** Keys pressed; a code under the scanner counts as one. */
  readonly keys: number
  /** How many of them were letters and digits that anybody would have to type. */
  readonly letters: number
  /** Where somebody had to look and choose, each with what. */
  readonly decisions: readonly string[]
  /** From the last key until screen or paper was there, all such waits of this person together. */
  readonly machineMs: number
  readonly waits: readonly Wait[]
  readonly papers: readonly PaperWay[]
}

/** One wait for the machine, with what was waited for. */
export interface Wait {
  readonly for: string
  readonly ms: number
}

/** Two hands and a scanner at one desk. Everything goes through them, so that everything is counted. */
export interface Hands {
  readonly press: (key: string, times?: number) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Holds a code under the scanner. */
  readonly scan: (text: string) => void
  /** Looks and chooses; the screen comes to rest meanwhile, as it does before a person's eyes. */
  readonly decide: (what: string) => Promise<void>
  /** Waits for what the last key brings; people wait too, so it counts. */
  readonly see: (what: string, ...sights: readonly Sight[]) => Promise<void>
  /** The same for the papers that the screen says have come out, with the way of each. */
  readonly seePapers: (what: string, ...sights: readonly Sight[]) => Promise<void>
  /** Waits for what is not timed. */
  readonly await: (...there: readonly Locator[]) => Promise<void>
  /** What stands at the counter until the next person. */
  readonly tally: () => Tally
}

/** Keys that come faster than a person's are taken for a scanner's. */
const PACE = 70
/** Far less than a person's look takes. */
const LOOK = 400

export function handsAt({ name: desk, page }: Actor, { sendScan }: Pick<Demonstration, 'sendScan'>): Hands {
  let keys = 0
  let letters = 0
  /** The last key, and from when on waiting counts: a second look at what it brings begins at the first one's end. */
  let key = now()
  let from = key
  const decisions: string[] = []
  const waits: Wait[] = []
  const papers: PaperWay[] = []
  const begin = () => {
    keys += 1
    key = now()
    from = key
  }
  const see = async (what: string, ...sights: readonly Sight[]) => {
    const moment = await seen(page, sights)
    waits.push({ for: what, ms: Math.max(0, Math.round(moment - from)) })
    from = moment
  }
  return {
    see,
    async press(name, times = 1) {
      for (let at = 0; at < times; at += 1) {
        begin()
        await page.keyboard.press(name)
      }
    },
    async type(text) {
      for (const letter of text) {
        begin()
        letters += 1
        await page.keyboard.type(letter)
        await page.waitForTimeout(PACE)
      }
    },
    scan(text) {
      begin()
      if (!sendScan(`${desk}-scanner`, text)) throw new Error(`The scanner of the ${desk} is not connected`)
    },
    async decide(what) {
      decisions.push(what)
      await page.waitForTimeout(LOOK)
    },
    async seePapers(what, ...sights) {
      await see(what, ...sights)
      papers.push(...(await papersSince(page, key)))
    },
    async await(...there) {
      await Promise.all(there.map((each) => each.first().waitFor()))
    },
    tally() {
      const machineMs = waits.reduce((sum, { ms }) => sum + ms, 0)
      const told = { keys, letters, decisions: [...decisions], machineMs, waits: [...waits], papers: [...papers] }
      keys = 0
      letters = 0
      for (const some of [decisions, waits, papers]) some.length = 0
      return told
    },
  }
}
