import { isOurs, prefixIn } from './prefix.ts'

/** Scanners can be set to put a few letters of their own before every code. */
const MOST_BEFORE = 8

/** Line ends, STX and ETX and their like, but not the spaces that a code may begin with. */
const AROUND = /^\p{Cc}+|\p{Cc}+$/gu
const AIM = /^\][A-Za-z][0-9A-Za-z]/

export interface BareReading {
  readonly text: string
  /** The kind of code as AIM names it (`]Q1`), where the scanner sends that. */
  readonly symbology: string | null
}

/** What a code says, without what a scanner is set to send around it. Our own codes have large letters only. */
export function bareReading(sent: string): BareReading {
  const line = sent.replace(AROUND, '')
  const symbology = AIM.exec(line)?.[0] ?? null
  const rest = symbology === null ? line : line.slice(symbology.length)
  const ours = prefixIn(rest)
  const text = ours !== null && ours <= MOST_BEFORE ? rest.slice(ours) : rest
  return { text: isOurs(text) ? text.toUpperCase() : text, symbology: symbology ?? before(rest, ours) }
}

/** A scanner's own letters may stand before AIM's. */
function before(text: string, end: number | null): string | null {
  const aim = end === null || end > MOST_BEFORE ? '' : text.slice(Math.max(0, end - 3), end)
  return AIM.test(aim) ? aim : null
}
