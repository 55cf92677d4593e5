import type { Locator } from 'playwright'

import type { Demonstration } from '../../hospital.ts'
import type { Actor } from '../stage.ts'

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
  readonly await: (...there: readonly Locator[]) => Promise<void>
  /** What stands at the counter until the next person. */
  readonly tally: () => Tally
}

/** Keys that come faster than a person's are taken for a scanner's. */
const PACE = 70
/** Far less than a person's look takes. */
const LOOK = 400

export function handsAt({ name, page }: Actor, { sendScan }: Pick<Demonstration, 'sendScan'>): Hands {
  let keys = 0
  let letters = 0
  let machineMs = 0
  let last = performance.now()
  const decisions: string[] = []
  const strike = async (key: string) => {
    keys += 1
    last = performance.now()
    await page.keyboard.press(key)
  }
  return {
    async press(key, times = 1) {
      for (let at = 0; at < times; at += 1) await strike(key)
    },
    async type(text) {
      for (const letter of text) {
        keys += 1
        letters += 1
        last = performance.now()
        await page.keyboard.type(letter)
        await page.waitForTimeout(PACE)
      }
    },
    scan(text) {
      keys += 1
      last = performance.now()
      if (!sendScan(`${name}-scanner`, text)) throw new Error(`The scanner of the ${name} is not connected`)
    },
    async decide(what) {
      decisions.push(what)
      await page.waitForTimeout(LOOK)
    },
    async await(...there) {
      await Promise.all(there.map((each) => each.first().waitFor()))
      machineMs += performance.now() - last
      last = performance.now()
    },
    tally() {
      const told = { keys, letters, decisions: [...decisions], machineMs: Math.round(machineMs) }
      keys = 0
      letters = 0
      machineMs = 0
      decisions.length = 0
      return told
    },
  }
}
