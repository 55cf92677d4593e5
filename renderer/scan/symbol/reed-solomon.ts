/** GF(256) with the polynomial of QR symbols, x⁸ + x⁴ + x³ + x² + 1. */
const exp = new Uint8Array(512)
const log = new Uint8Array(256)
for (let at = 0, value = 1; at < 255; at++) {
  exp[at] = exp[at + 255] = value
  log[value] = at
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d
}

const times = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (exp[(log[one] ?? 0) + (log[other] ?? 0)] ?? 0)
const over = (one: number, other: number): number =>
  one === 0 ? 0 : (exp[(log[one] ?? 0) + 255 - (log[other] ?? 0)] ?? 0)

/** Adds the check bytes that a block of data carries. */
export function checked(data: Uint8Array, checks: number): Uint8Array {
  let generator = Uint8Array.of(1)
  for (let root = 0; root < checks; root++) {
    const next = new Uint8Array(generator.length + 1)
    generator.forEach((value, at) => {
      next[at] = (next[at] ?? 0) ^ value
      next[at + 1] = (next[at + 1] ?? 0) ^ times(value, exp[root] ?? 0)
    })
    generator = next
  }
  const rest = new Uint8Array(data.length + checks)
  rest.set(data)
  for (let at = 0; at < data.length; at++) {
    const lead = rest[at] ?? 0
    if (lead === 0) continue
    generator.forEach((value, shift) => (rest[at + shift] = (rest[at + shift] ?? 0) ^ times(value, lead)))
  }
  rest.set(data)
  return rest
}

/**
 * Corrects a block whose bytes at `erased` are known to be doubtful: each of those costs one check byte, each error at
 * an unknown place two. At least `spare` check bytes have to stay unused. Null when that cannot be done.
 */
export function corrected(
  block: Uint8Array,
  checks: number,
  erased: readonly number[],
  spare: number,
): Uint8Array | null {
  const syndromes = syndromesOf(block, checks)
  if (syndromes.every((value) => value === 0)) return block
  if (erased.length > checks - spare) return null
  const length = block.length
  // The locator of the erasures, lowest power first.
  let erasures = [1]
  for (const place of erased) erasures = product(erasures, [1, exp[length - 1 - place] ?? 0])
  const locator = locate(syndromes, erasures, erased.length)
  const errors = locator.length - 1 - erased.length
  if (errors < 0 || 2 * errors + erased.length > checks - spare) return null
  const fixed = Uint8Array.from(block)
  const evaluator = product(syndromes, locator).slice(0, checks)
  let found = 0
  for (let place = 0; place < length; place++) {
    const inverse = exp[(255 - ((length - 1 - place) % 255)) % 255] ?? 0
    if (valueAt(locator, inverse) !== 0) continue
    found++
    const slope = slopeAt(locator, inverse)
    if (slope === 0) return null
    const amount = over(times(exp[(length - 1 - place) % 255] ?? 0, valueAt(evaluator, inverse)), slope)
    fixed[place] = (fixed[place] ?? 0) ^ amount
  }
  return found === locator.length - 1 && syndromesOf(fixed, checks).every((value) => value === 0) ? fixed : null
}

function syndromesOf(block: Uint8Array, checks: number): number[] {
  return Array.from({ length: checks }, (_, root) => {
    const at = exp[root] ?? 0
    let sum = 0
    for (const value of block) sum = times(sum, at) ^ value
    return sum
  })
}

/** Berlekamp and Massey's search, begun at the erasures. */
function locate(syndromes: readonly number[], erasures: readonly number[], count: number): number[] {
  let locator = [...erasures]
  let former = [...erasures]
  let length = count
  for (let step = count; step < syndromes.length; step++) {
    let gap = 0
    for (let at = 0; at < locator.length; at++) gap ^= times(locator[at] ?? 0, syndromes[step - at] ?? 0)
    former = [0, ...former]
    if (gap === 0) continue
    const next = sum(locator, former, gap)
    if (2 * length <= step + count) {
      former = locator.map((value) => over(value, gap))
      length = step + count + 1 - length
    }
    locator = next
  }
  while (locator.length > 1 && locator.at(-1) === 0) locator.pop()
  return locator
}

const sum = (one: readonly number[], other: readonly number[], factor: number): number[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => (one[at] ?? 0) ^ times(other[at] ?? 0, factor))

function product(one: readonly number[], other: readonly number[]): number[] {
  const result = Array.from({ length: one.length + other.length - 1 }, () => 0)
  one.forEach((left, at) =>
    other.forEach((right, shift) => (result[at + shift] = (result[at + shift] ?? 0) ^ times(left, right))),
  )
  return result
}

const valueAt = (polynomial: readonly number[], at: number): number =>
  polynomial.reduceRight((value, coefficient) => times(value, at) ^ coefficient, 0)

/** Of the derivative, where only odd powers are left. */
function slopeAt(polynomial: readonly number[], at: number): number {
  let value = 0
  for (let power = 1, square = 1; power < polynomial.length; power += 2, square = times(square, times(at, at))) {
    value ^= times(polynomial[power] ?? 0, square)
  }
  return value
}
