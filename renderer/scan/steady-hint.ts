import type { Hint } from './hint.ts'

/** What was seen so long ago no longer counts, in milliseconds. */
const WINDOW = 1000
/** The first frames of a camera are often dark. */
const FEWEST = 5
/** Of the frames of the window. */
const SHARE = 1 / 3
/** What is said stays for so long, that it can be read. */
const LEAST = 800

const helps = ['too-dark', 'too-far', 'glare'] as const

/** Single frames say now this, now that: a hint is given when a good part of the last second's frames gave it. */
export function steadyHint(): (hint: Hint, now: number) => Hint {
  let frames: readonly { readonly hint: Hint; readonly at: number }[] = []
  let said: Hint = 'none'
  let since = -LEAST
  return (hint, now) => {
    frames = [...frames.filter(({ at }) => now - at < WINDOW), { hint, at: now }]
    const count = (wanted: Hint) => frames.filter((frame) => frame.hint === wanted).length
    const [likely = 'none'] = helps.toSorted((one, other) => count(other) - count(one))
    const next = frames.length >= FEWEST && count(likely) >= frames.length * SHARE ? likely : 'none'
    if (next !== said && now - since >= LEAST) {
      said = next
      since = now
    }
    return said
  }
}
