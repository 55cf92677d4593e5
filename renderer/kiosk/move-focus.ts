/** The part of a DOMRect that matters for moving. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const gap = (lowA: number, highA: number, lowB: number, highB: number) => Math.max(0, lowB - highA, lowA - highB)

function cost(from: Box, to: Box, arrow: Arrow): number | null {
  const ahead = {
    ArrowUp: from.top - to.bottom,
    ArrowDown: to.top - from.bottom,
    ArrowLeft: from.left - to.right,
    ArrowRight: to.left - from.right,
  }[arrow]
  if (ahead < -1) return null
  const upright = arrow === 'ArrowUp' || arrow === 'ArrowDown'
  const aside = upright ? gap(from.left, from.right, to.left, to.right) : gap(from.top, from.bottom, to.top, to.bottom)
  return Math.max(0, ahead) + aside * 4
}

/** Which control a keypad's arrow moves to: the nearest in that direction, or null at the edge. */
export function nextIn(boxes: readonly Box[], from: Box, arrow: Arrow): number | null {
  let best: { readonly index: number; readonly cost: number } | null = null
  for (const [index, box] of boxes.entries()) {
    if (box === from) continue
    const price = cost(from, box, arrow)
    if (price !== null && (best === null || price < best.cost)) best = { index, cost: price }
  }
  return best?.index ?? null
}
