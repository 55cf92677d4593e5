import type { StateKind } from './icon/state-shape.tsx'

/** One entry of the bar as it was measured, in pixels. */
export interface Measured {
  readonly kind: StateKind
  readonly width: number
}

/** What goes first where there is no room: what is well, from the end. What wants a look stands longest. */
const order: readonly StateKind[] = ['ok', 'wait', 'care', 'stop']

/** Which entries go behind the button of so many pixels, so that the others stand on one line of so much room. */
export function foldedOf(entries: readonly Measured[], room: number, button: number): ReadonlySet<number> {
  const folded = new Set<number>()
  let needed = entries.reduce((sum, { width }) => sum + width, 0)
  if (needed <= room) return folded
  const places = entries.map((_, at) => at).toReversed()
  for (const at of order.flatMap((kind) => places.filter((place) => entries[place]?.kind === kind))) {
    if (needed + button <= room) break
    needed -= entries[at]?.width ?? 0
    folded.add(at)
  }
  return folded
}

/** The gravest of some states. */
export const gravest = (kinds: readonly StateKind[]): StateKind =>
  order.toReversed().find((kind) => kinds.includes(kind)) ?? 'ok'
