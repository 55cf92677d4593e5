/** What stands where in a QR symbol of one version (ISO/IEC 18004), with row and column counted from its corner. */
export interface Layout {
  readonly version: number
  readonly side: number
  /** What each module must be: 1 dark, -1 light, 0 where it carries data, format or version. */
  readonly known: Int8Array
  /** Places of the data's bits, in the order in which they are written; the last few may be left over. */
  readonly data: Int32Array
  /** Places of both copies of the fifteen format bits, from the highest. */
  readonly format: readonly [Int32Array, Int32Array]
}

export const LARGEST_VERSION = 20

const layouts = new Map<number, Layout>()

/** Null for versions that no card has. */
export function layoutOf(version: number): Layout | null {
  if (!Number.isInteger(version) || version < 1 || version > LARGEST_VERSION) return null
  const known = layouts.get(version) ?? draw(version)
  layouts.set(version, known)
  return known
}

const FREE = 0
const RESERVED = 2

function draw(version: number): Layout {
  const side = 17 + 4 * version
  const modules = new Int8Array(side * side)
  const set = (row: number, column: number, value: number) => {
    if (row >= 0 && column >= 0 && row < side && column < side) modules[row * side + column] = value
  }
  for (let at = 0; at < side; at++) {
    set(6, at, at % 2 === 0 ? 1 : -1)
    set(at, 6, at % 2 === 0 ? 1 : -1)
  }
  const middles = alignments(version)
  const last = middles.length - 1
  middles.forEach((row, down) =>
    middles.forEach((column, right) => {
      if ((down === 0 && (right === 0 || right === last)) || (down === last && right === 0)) return
      rings(set, row, column, 2)
    }),
  )
  for (const [row, column] of [
    [3, 3],
    [3, side - 4],
    [side - 4, 3],
  ] as const) {
    rings(set, row, column, 4)
  }
  const format = formatPlaces(side)
  for (const place of [...format[0], ...format[1]]) modules[place] = RESERVED
  set(side - 8, 8, 1)
  if (version >= 7) {
    for (let at = 0; at < 18; at++) {
      set(Math.floor(at / 3), side - 11 + (at % 3), RESERVED)
      set(side - 11 + (at % 3), Math.floor(at / 3), RESERVED)
    }
  }
  const data = dataPlaces(modules, side)
  return { version, side, known: modules.map((value) => (value === RESERVED ? 0 : value)), data, format }
}

/** Squares within squares: a finder pattern and its light border, or an alignment pattern. */
function rings(set: (row: number, column: number, value: number) => void, row: number, column: number, reach: number) {
  for (let down = -reach; down <= reach; down++) {
    for (let right = -reach; right <= reach; right++) {
      const ring = Math.max(Math.abs(down), Math.abs(right))
      const dark = reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4
      set(row + down, column + right, dark ? 1 : -1)
    }
  }
}

function alignments(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = 10 + 4 * version
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - (count - 2 - at) * step)]
}

function formatPlaces(side: number): readonly [Int32Array, Int32Array] {
  const first = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => 8 * side + column)
  const second = [7, 5, 4, 3, 2, 1, 0].map((row) => row * side + 8)
  const below = [1, 2, 3, 4, 5, 6, 7].map((from) => (side - from) * side + 8)
  const beside = [8, 7, 6, 5, 4, 3, 2, 1].map((from) => 8 * side + side - from)
  return [Int32Array.from([...first, ...second]), Int32Array.from([...below, ...beside])]
}

/** Two columns at a time from the right, up and down in turns, past the column of the timing pattern. */
function dataPlaces(modules: Int8Array, side: number): Int32Array {
  const places: number[] = []
  let up = true
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < side; step++) {
      const row = up ? side - 1 - step : step
      for (const column of [right, right - 1]) {
        if (modules[row * side + column] === FREE) places.push(row * side + column)
      }
    }
    up = !up
  }
  return Int32Array.from(places)
}
