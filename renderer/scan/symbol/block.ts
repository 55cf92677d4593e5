import { layoutOf } from './layout.ts'

export const levels = ['L', 'M', 'Q', 'H'] as const
export type Level = (typeof levels)[number]

/** Check bytes of each block, and how many blocks, for versions 1 to 20 (ISO/IEC 18004, table 9). */
const plan: Readonly<Record<Level, readonly [checks: readonly number[], blocks: readonly number[]]>> = {
  L: [
    [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
  ],
  M: [
    [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  ],
  Q: [
    [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
    [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
  ],
  H: [
    [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
    [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25],
  ],
}

/** One block of a symbol: which of its bytes, as they are written one after another, belong to it, data first. */
export interface Block {
  readonly places: Int32Array
  readonly checks: number
}

export function blocksOf(version: number, level: Level): readonly Block[] {
  const layout = layoutOf(version)
  const checks = plan[level][0][version - 1]
  const count = plan[level][1][version - 1]
  if (layout === null || checks === undefined || count === undefined) return []
  const total = layout.data.length >> 3
  const shortest = Math.floor(total / count) - checks
  const longer = total % count
  const lengthOf = (block: number) => shortest + (block >= count - longer ? 1 : 0)
  const places: number[][] = Array.from({ length: count }, () => [])
  let at = 0
  for (let byte = 0; byte <= shortest; byte++) {
    places.forEach((own, block) => {
      if (byte < lengthOf(block)) own.push(at++)
    })
  }
  for (let byte = 0; byte < checks; byte++) for (const own of places) own.push(at++)
  return places.map((own) => ({ places: Int32Array.from(own), checks }))
}
