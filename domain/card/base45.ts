/** RFC 9285 table 1, which is also the alphanumeric set of a QR symbol (ISO/IEC 18004). */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const valueOf: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (letter, value) => [letter, value]))

const letter = (value: number): string => alphabet.charAt(value % 45)

/** Base45 text of RFC 9285. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const high = bytes[at] ?? 0
    const low = bytes[at + 1]
    if (low === undefined) return text + letter(high) + letter(Math.floor(high / 45))
    const pair = high * 256 + low
    text += letter(pair) + letter(Math.floor(pair / 45)) + letter(Math.floor(pair / 2025))
  }
  return text
}

/** The bytes of canonical Base45, or null for a text no encoder would write. */
export function decodeBase45(text: string): Uint8Array | null {
  const rest = text.length % 3
  if (rest === 1) return null
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0))
  let to = 0
  for (let at = 0; at < text.length; at += 3) {
    const whole = at + 2 < text.length
    const value = numberAt(text, at, whole ? 3 : 2)
    if (value === null || value > (whole ? 0xffff : 0xff)) return null
    if (whole) bytes[to++] = value >> 8
    bytes[to++] = value & 0xff
  }
  return bytes
}

function numberAt(text: string, at: number, letters: 2 | 3): number | null {
  let value = 0
  for (let offset = letters - 1; offset >= 0; offset--) {
    const digit = valueOf.get(text.charAt(at + offset))
    if (digit === undefined) return null
    value = value * 45 + digit
  }
  return value
}
