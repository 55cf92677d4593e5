import { createHash } from 'node:crypto'

/** RFC 9562 UUID version 8 out of what it names: the same matter gets the same id, however often it comes up. */
export function namedId(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join(' ')).digest('hex')
  const variant = ((parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`
}

/** The review of two records, whichever of them is named first. */
export const pairId = (one: string, other: string): string => namedId('duplicate', ...[one, other].toSorted())
