/** A strip of paper that dots are burnt into: rows of one byte a dot, 1 is black. */
export type DotPaper = {
  readonly height: () => number
  readonly feed: (rows: number) => void
  /** Burns one row of dots at the current position and moves on. */
  readonly burn: (row: Uint8Array) => void
  /** Takes the strip away and starts a new one. */
  readonly tear: () => readonly Uint8Array[]
}

export function dotPaper(dots: number): DotPaper {
  let rows: Uint8Array[] = []
  const burn = (row: Uint8Array): void => {
    const whole = new Uint8Array(dots)
    whole.set(row.subarray(0, dots))
    rows.push(whole)
  }
  return {
    height: () => rows.length,
    feed: (count) => {
      for (let row = 0; row < count; row += 1) burn(new Uint8Array(dots))
    },
    burn,
    tear: () => {
      const strip = rows
      rows = []
      return strip
    },
  }
}
