/** One line of a report: what this project needs and what a peer needs for the same work in the same run. */
export interface Figure {
  readonly measure: string
  readonly unit: string
  readonly ours: number
  readonly peer: number
  readonly peerName: string
  /** Ours divided by the peer's; null where the peer's is zero and ours is not. */
  readonly ratio: number | null
}

/** `tiny` only shows that a bench works: its figures mean nothing. */
export type Size = 'full' | 'tiny'

export interface Bench {
  /** One line for the help. */
  readonly title: string
  /** It drives the built app in a window, which unit tests do not have. */
  readonly needsWindow?: true
  /** `scale` where a bench can be made larger: how many of what it counts. */
  readonly run: (size: Size, scale?: number) => Promise<readonly Figure[]>
}

export function figure(
  measure: string,
  unit: string,
  peerName: string,
  { ours, peer }: { readonly ours: number; readonly peer: number },
): Figure {
  return { measure, unit, ours: rounded(ours), peer: rounded(peer), peerName, ratio: ratioOf(ours, peer) }
}

function ratioOf(ours: number, peer: number): number | null {
  if (peer === 0) return ours === 0 ? 1 : null
  return rounded(ours / peer)
}

/** Three significant digits, and every digit of a large whole number. */
const rounded = (value: number): number => (Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3)))
