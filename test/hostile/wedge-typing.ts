import { randomFrom } from '../../build/demo/seed/random.ts'
import { hearKey, hearSilence, patienceOf, quietWedge } from '../../renderer/ui/wedge.ts'
import type { Act, Press, Wedge } from '../../renderer/ui/wedge.ts'
import { typedBurst } from '../fake/scanner/typed-burst.ts'
import type { Kept, Trial } from './promise.ts'

/** A page that keeps the books: which keys reached it, at once or struck again. */
function page() {
  let wedge: Wedge = quietWedge
  let last = Number.NEGATIVE_INFINITY
  let held = new Set<number>()
  let scans = 0
  const take = (acts: readonly Act[]): void => {
    for (const act of acts) {
      if (act.kind === 'scan') scans += 1
      else if (act.kind === 'release') held = new Set([...held].filter((number) => number < act.from))
    }
  }
  const wait = (until: number): void => {
    if (until - last <= (patienceOf(wedge) ?? Number.POSITIVE_INFINITY)) return
    const heard = hearSilence(wedge)
    take(heard.acts)
    wedge = heard.wedge
  }
  return {
    press(press: Press): void {
      wait(press.at)
      last = press.at
      const heard = hearKey(wedge, press)
      take(heard.acts)
      wedge = heard.wedge
      if (heard.hold && heard.number !== null) held.add(heard.number)
    },
    /** Scans that were taken out of typing, and keys that never reached the page. */
    end(): { readonly scans: number; readonly lost: number } {
      wait(Number.POSITIVE_INFINITY)
      return { scans, lost: held.size }
    },
  }
}

/** Bursts of people, through the decoder at their own times. */
export function typingKept(bursts: number, progress: Trial['progress']): readonly Kept[] {
  const random = randomFrom('typing')
  let [misread, withLoss] = [0, 0]
  for (let at = 0; at < bursts; at += 1) {
    const desk = page()
    for (const press of typedBurst(random, 1000)) desk.press(press)
    const { scans, lost } = desk.end()
    if (scans > 0) misread += 1
    if (lost > 0) withLoss += 1
    if (at % 1000 === 999) progress(at + 1, bursts)
  }
  return [
    {
      promise: 'typing at 10 to 160 words a minute, or a held key, is never taken for a scan',
      tried: bursts,
      broken: misread,
    },
    { promise: 'every key of a person reaches the page', tried: bursts, broken: withLoss },
  ]
}
