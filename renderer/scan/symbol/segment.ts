const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** The text of a symbol's data; null when it holds what cards do not, or is not filled up as a symbol must be. */
export function textOf(data: Uint8Array, version: number): string | null {
  let at = 0
  const take = (bits: number): number => {
    let value = 0
    for (let taken = 0; taken < bits; taken++, at++) value = value * 2 + (((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return value
  }
  const left = () => data.length * 8 - at
  let text = ''
  while (left() >= 4) {
    const mode = take(4)
    if (mode === 0) return isFilled(data, at) && text !== '' ? text : null
    const part = segment(mode, version, take, left)
    if (part === null) return null
    text += part
  }
  return text === '' ? null : text
}

function segment(mode: number, version: number, take: (bits: number) => number, left: () => number): string | null {
  const wide = version >= 10
  switch (mode) {
    case 1:
      return digits(take(wide ? 12 : 10), take, left())
    case 2:
      return alphanumeric(take(wide ? 11 : 9), take, left())
    case 4:
      return bytes(take(wide ? 16 : 8), take, left())
    default:
      return null
  }
}

function digits(count: number, take: (bits: number) => number, left: number): string | null {
  if (count * 3 > left) return null
  let text = ''
  for (let rest = count; rest > 0; rest -= 3) {
    const size = Math.min(3, rest)
    text += String(take([0, 4, 7, 10][size] ?? 0)).padStart(size, '0')
  }
  return text.length === count ? text : null
}

function alphanumeric(count: number, take: (bits: number) => number, left: number): string | null {
  if (count * 5 > left) return null
  let text = ''
  for (let rest = count; rest > 0; rest -= 2) {
    const pair = take(rest === 1 ? 6 : 11)
    const part = rest === 1 ? letters[pair] : `${letters[Math.floor(pair / 45)] ?? ''}${letters[pair % 45] ?? ''}`
    text += part ?? ''
  }
  return text.length === count ? text : null
}

function bytes(count: number, take: (bits: number) => number, left: number): string | null {
  if (count * 8 > left) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from({ length: count }, () => take(8)))
  } catch {
    // Bytes that are no text are no card.
    return null
  }
}

/** After the end stand zeros up to a whole byte, then two bytes in turns. */
function isFilled(data: Uint8Array, from: number): boolean {
  const whole = Math.ceil(from / 8)
  const loose = (data[whole - 1] ?? 0) & (2 ** (whole * 8 - from) - 1)
  return loose === 0 && data.subarray(whole).every((value, at) => value === (at % 2 === 0 ? 0xec : 0x11))
}
