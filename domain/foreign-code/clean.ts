/** A text as it may stand in a form: composed, in one line, without control or direction characters. */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** At most so many UTF-16 units, and no half of a character. */
export const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()

/** A name written all in capitals, as cards write it, with one capital a word; any other stays as it is. */
export const calm = (name: string): string =>
  /\p{Ll}/u.test(name) ? name : name.toLowerCase().replace(/(?<=^|[\s.'’-])\p{Ll}/gu, (letter) => letter.toUpperCase())

/** Parts in one line, each once, as many as fit. */
export function joined(parts: readonly string[], most: number): string {
  let line = ''
  const seen = new Set<string>()
  for (const part of parts.map(clean)) {
    const key = part.toLowerCase()
    if (!/[\p{L}\p{N}]/u.test(part) || seen.has(key)) continue
    seen.add(key)
    const longer = line === '' ? part : `${line}, ${part}`
    if (longer.length > most && line !== '') break
    line = cut(longer, most)
  }
  return line
}
