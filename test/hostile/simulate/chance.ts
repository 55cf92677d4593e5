/** Everything random in a run comes out of one seed. */
export interface Chance {
  /** From 0 up to 1. */
  readonly real: () => number
  /** From 0 up to `below`. */
  readonly whole: (below: number) => number
  readonly yes: (share: number) => boolean
  readonly one: <Value>(values: readonly Value[]) => Value
  readonly bytes: (length: number) => Uint8Array
}

/** Mulberry32: quick, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number): number => Math.floor(real() * below)
  return {
    real,
    whole,
    yes: (share) => real() < share,
    one(values) {
      const value = values[whole(values.length)]
      if (value === undefined) throw new Error('Nothing to choose from')
      return value
    },
    bytes: (length) => Uint8Array.from({ length }, () => whole(256)),
  }
}
