import type { Random } from '../../build/demo/seed/random.ts'

const sizes = [1, 2, 4, 8] as const

function head(major: number, value: bigint, least: number): readonly number[] {
  if (least === 0 && value < 24n) return [(major << 5) | Number(value)]
  const size = sizes.find((each) => each >= least && value < 1n << BigInt(8 * each)) ?? 8
  const bytes = Array.from({ length: size }, (_, at) => Number((value >> BigInt(8 * (size - 1 - at))) & 0xffn))
  return [(major << 5) | (24 + sizes.indexOf(size)), ...bytes]
}

/** Bytes that the shortest head of a value takes after its first. */
function leastOf(value: bigint): number {
  return value < 24n ? 0 : (sizes.find((size) => value < 1n << BigInt(8 * size)) ?? 8)
}

/**
 * A longer length than needed, no length at all, a tag before, a fraction of eight, four or two bytes or a big number of
 * RFC 8949 §3.4.3 for a number, a text for bytes, undefined for null, an array of pairs for an empty map.
 */
const ways = ['length', 'endless', 'tag', 'float', 'single', 'half', 'big', 'other'] as const
type Loosen = () => (typeof ways)[number] | null

function write(value: unknown, loosen: Loosen): readonly number[] {
  const how = loosen()
  if (how === 'tag') return [0xc0 | 21, ...write(value, () => null)]
  const headOf = (major: number, number: bigint) => {
    const least = leastOf(number)
    return head(major, number, how === 'length' ? (sizes.find((size) => size > least) ?? 8) : least)
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (how === 'single') return [0xfa, ...Buffer.from(Float32Array.of(Number(value)).buffer).toReversed()]
    if (how === 'half') return [0xf9, 0x3c, 0x00]
    if (how === 'big' || how === 'other') return bigNumber(BigInt(value))
    if (how === 'float') return [0xfb, ...Buffer.from(Float64Array.of(Number(value)).buffer).toReversed()]
    return value < 0 ? headOf(1, -1n - BigInt(value)) : headOf(0, BigInt(value))
  }
  if (value instanceof Uint8Array) {
    if (how === 'endless')
      return [0x5f, ...head(2, BigInt(value.length), leastOf(BigInt(value.length))), ...value, 0xff]
    return [...headOf(how === 'other' ? 3 : 2, BigInt(value.length)), ...value]
  }
  if (Array.isArray(value)) {
    const items = value.flatMap((item: unknown) => write(item, loosen))
    return how === 'endless' ? [0x9f, ...items, 0xff] : [...headOf(4, BigInt(value.length)), ...items]
  }
  if (value instanceof Map) return how === 'endless' ? [0xbf, 0xff] : headOf(how === 'other' ? 4 : 5, 0n)
  return how === 'length' ? [0xf8, 0xf6] : [how === 'other' ? 0xf7 : 0xf6]
}

function bigNumber(value: bigint): readonly number[] {
  const digits = (value < 0n ? -1n - value : value).toString(16)
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
  return [value < 0n ? 0xc3 : 0xc2, ...head(2, BigInt(bytes.length), 0), ...bytes]
}

/** CBOR of numbers, bytes, arrays, empty maps and null in which one place is not in its deterministic form. */
export function looseCbor(random: Random, value: unknown): Uint8Array {
  let places = 0
  write(value, () => (places++, null))
  const place = random.between(0, places - 1)
  const how = random.pick(ways)
  const loose = (kind: typeof how) => {
    let at = 0
    return Uint8Array.from(write(value, () => (at++ === place ? kind : null)))
  }
  const strict = Uint8Array.from(write(value, () => null))
  const tried = loose(how)
  // A number of nine bytes cannot be longer, nor endless: then it gets a tag, or the whole gets a byte too many.
  if (Buffer.compare(tried, strict) !== 0) return tried
  return random.chance(0.5) ? loose('tag') : Uint8Array.of(...strict, random.between(0, 255))
}

/** Another SCSU stream for a Latin name, or a name that no card may hold. */
export function looseScsu(random: Random, name: unknown): Uint8Array {
  const bytes = name instanceof Uint8Array && name.length > 0 ? name : Uint8Array.of(0x41)
  const at = random.between(0, bytes.length - 1)
  const put = (...some: readonly number[]) => Uint8Array.of(...bytes.slice(0, at), ...some, ...bytes.slice(at))
  switch (random.between(0, 5)) {
    case 0:
      return put(0x10 + random.between(0, 7))
    case 1:
      return put(0x18 + random.between(0, 7), random.between(1, 0x67))
    case 2:
      return put(random.pick([0x0a, 0x0d, 0x00, 0x7f, 0x09]))
    case 3:
      return put(0x05, 0x2e)
    case 4:
      return Uint8Array.of(...bytes, 0x20)
    default:
      return Uint8Array.of(0x0f, ...Array.from(bytes, (byte) => [0, byte]).flat())
  }
}
