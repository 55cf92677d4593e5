import { crop } from './frame.ts'
import type { Grey, Region } from './frame.ts'

/** What would help a person whose card is not read yet. */
export type Hint = 'none' | 'too-dark' | 'too-far' | 'glare'

const DARK = 45
/** A version 8 symbol has 49 modules, and decoding wants some three points for each. */
const SMALLEST_SYMBOL = 135
const BURNT = 252
const MOST_BURNT = 0.7

/** Looks at a picture in which no card was read; `symbol` is where one seemed to be. */
export function hintFor(picture: Grey, symbol: Region | null): Hint {
  if (meanOf(picture) < DARK) return 'too-dark'
  if (symbol === null) return 'none'
  if (Math.max(symbol.width, symbol.height) < SMALLEST_SYMBOL) return 'too-far'
  const inside = crop(picture, symbol).data
  const burnt = inside.filter((value) => value >= BURNT).length
  return burnt > inside.length * MOST_BURNT ? 'glare' : 'none'
}

/** Every 61st point is plenty for a mean, and 61 divides no width that cameras have. */
function meanOf({ data }: Grey): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < data.length; at += 61, count++) sum += data[at] ?? 0
  return count === 0 ? 0 : sum / count
}
