import { SEGMENT_BYTES, SEGMENT_CARDS, codeAt, setCode } from '../../domain/card/status-list.ts'

/** Place in the segment, two bytes, and code: what a card that is not good takes while there are few of them. */
const ENTRY = 3

/** A segment as it lies on the disk: a list of the cards that are not good, or all of it where that is shorter. */
export function packSegment(segment: Uint8Array): Uint8Array {
  const packed = new Uint8Array(SEGMENT_BYTES)
  let end = 0
  for (let byte = 0; byte < SEGMENT_BYTES; byte++) {
    if (segment[byte] === 0) continue
    for (const offset of [byte * 2, byte * 2 + 1]) {
      const code = codeAt(segment, offset)
      if (code === 0) continue
      // As long as a whole segment is a whole segment.
      if (end + ENTRY >= SEGMENT_BYTES) return segment
      packed.set([offset >> 8, offset & 0xff, code], end)
      end += ENTRY
    }
  }
  return packed.slice(0, end)
}

export function unpackSegment(packed: Uint8Array): Uint8Array {
  if (packed.length === SEGMENT_BYTES) return packed
  const segment = new Uint8Array(SEGMENT_BYTES)
  for (let at = 0; at + ENTRY <= packed.length; at += ENTRY) {
    const offset = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0)
    if (offset < SEGMENT_CARDS) setCode(segment, offset, packed[at + 2] ?? 0)
  }
  return segment
}
