/**
 * Which rows there are and in which versions, whatever their order: a count and two sums modulo 2^32 of one hash a row.
 * It is no proof against a forger; it finds what went missing.
 */
export interface RowSum {
  readonly count: number
  readonly low: number
  readonly high: number
}

export const noRows: RowSum = { count: 0, low: 0, high: 0 }

/** MurmurHash3's finaliser (Austin Appleby, public domain). */
function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** FNV-1a over the UTF-16 code units of the id, from two starts, mixed with the version. */
export function rowSum(id: string, version: number): RowSum {
  let [low, high] = [0x811c9dc5, 0x050c5d1f]
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x01000193)
  }
  return { count: 1, low: mixed(low ^ version), high: mixed(high ^ Math.imul(version, 0x9e3779b1)) }
}

export const plus = (one: RowSum, other: RowSum): RowSum => ({
  count: one.count + other.count,
  low: (one.low + other.low) >>> 0,
  high: (one.high + other.high) >>> 0,
})

export const minus = (one: RowSum, other: RowSum): RowSum => ({
  count: one.count - other.count,
  low: (one.low - other.low) >>> 0,
  high: (one.high - other.high) >>> 0,
})

/** Sixteen letters of lower-case hexadecimal: the high sum, then the low one. */
export const sumText = ({ low, high }: RowSum): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
