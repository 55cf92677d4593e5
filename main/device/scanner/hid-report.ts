/**
 * Input reports of a bar code scanner after "HID Point of Sale Usage Tables" 1.02 (usage page 0x8C, usage 2): the
 * report's number, a length, three letters of AIM, 56 bytes of data, two of the vendor, and whether more follows. Some
 * vendors put one more byte before the letters of AIM.
 */
const REPORT = 2
const LENGTH = 1
const MORE = 63
const MOST = 56
const BRACKET = 0x5d

/** Longest message in bytes; a QR symbol holds 4,296 letters or 7,089 digits. */
const LONGEST = 7089
/** A message whose next report has not come after this is lost, in milliseconds. */
const PATIENCE = 250

/**
 * `open`: a message of several reports is under way. `ended`: its last one has just come, and may come twice. `lost`:
 * skips what is left of a message that broke.
 */
export type HidState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'open'; readonly symbology: string | null; readonly bytes: readonly number[]; readonly at: number }
  | { readonly kind: 'ended'; readonly data: Uint8Array; readonly at: number }
  | { readonly kind: 'lost'; readonly at: number }

export type HidFault = 'not-a-report' | 'wrong-length' | 'no-symbology' | 'broken-off' | 'too-long'

export interface HidScan {
  readonly text: string
  readonly symbology: string | null
  /** What lay behind the stated length, mostly nothing: the length may be wrong, or the scanner leaves old data there. */
  readonly behind: string
}

export interface HidHeard {
  readonly state: HidState
  readonly scan: HidScan | null
  readonly fault: HidFault | null
}

export const quietHid: HidState = { kind: 'quiet' }

interface Part {
  readonly symbology: string | null
  readonly data: Uint8Array
  readonly more: boolean
  readonly behind: string
}

/** Takes one report into account, with its number as the first byte; `at` counts milliseconds. Never throws. */
export function hearReport(before: HidState, report: Uint8Array, at: number): HidHeard {
  const stale = before.kind !== 'quiet' && at - before.at > PATIENCE
  const state = stale ? quietHid : before
  const broke = stale && before.kind === 'open' ? 'broken-off' : null
  if (report.length === 0) return lost(true, at, 'not-a-report')
  if (report[0] !== REPORT) return { state, scan: null, fault: broke }
  const part = partOf(report)
  if (typeof part === 'string') return lost(report[MORE] !== 0, at, part)
  if (state.kind === 'lost')
    return part.more ? lost(true, at, null) : { state: ended(part, at), scan: null, fault: null }
  if (state.kind === 'ended' && sameBytes(state.data, part.data)) return { state, scan: null, fault: null }
  if (state.kind === 'open' && !follows(state, part)) return anew(part, at, 'broken-off')
  if (state.kind !== 'open') return anew(part, at, broke)
  const heard = grown([...state.bytes, ...part.data], part, at, null)
  return part.more ? heard : { ...heard, state: ended(part, at) }
}

/** Keeps a copy: the library may use its buffer again. */
const ended = ({ data }: Part, at: number): HidState => ({ kind: 'ended', data: Uint8Array.from(data), at })

const lost = (more: boolean, at: number, fault: HidFault | null): HidHeard => ({
  state: more ? { kind: 'lost', at } : quietHid,
  scan: null,
  fault,
})

const anew = (part: Part, at: number, fault: HidFault | null): HidHeard => grown([...part.data], part, at, fault)

function grown(bytes: readonly number[], part: Part, at: number, fault: HidFault | null): HidHeard {
  const { symbology, more, behind } = part
  if (bytes.length > LONGEST) return lost(more, at, 'too-long')
  if (!more) {
    const text = textOf(bytes)
    return { state: quietHid, scan: text === '' ? null : { text, symbology, behind }, fault }
  }
  return { state: { kind: 'open', symbology, bytes, at }, scan: null, fault }
}

/** Takes a report apart, or says what is wrong with it. */
function partOf(report: Uint8Array): Part | HidFault {
  const [length, more] = [report[LENGTH], report[MORE]]
  if (length === undefined || more === undefined) return 'not-a-report'
  if (length > MOST) return 'wrong-length'
  const found = symbologyIn(report)
  if (found === null) return 'no-symbology'
  const { symbology, start } = found
  const data = report.subarray(start, start + length)
  // A message goes on only from a full report, and no code ends in a null byte: the length is wrong.
  if ((more !== 0 && length < MOST) || data.at(-1) === 0) return 'wrong-length'
  const behind = report.subarray(start + length, start + MOST)
  return { symbology, data, more: more !== 0, behind: more === 0 ? lettersOf(behind).replace(/\0+$/, '') : '' }
}

/** Where the data begins, and what AIM calls the code; a scanner that does not know leaves three null bytes. */
function symbologyIn(report: Uint8Array): { readonly symbology: string | null; readonly start: number } | null {
  for (const start of [2, 3]) {
    const [bracket, letter = 0, modifier = 0] = report.subarray(start, start + 3)
    if (bracket === BRACKET && isLetter(letter) && (isLetter(modifier) || isDigit(modifier))) {
      return { symbology: String.fromCharCode(BRACKET, letter, modifier), start: start + 3 }
    }
  }
  return report[2] === 0 && report[3] === 0 && report[4] === 0 ? { symbology: null, start: 5 } : null
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

/** Each report names its code again; one of another kind, or one that begins like a card, is a new message. */
function follows(open: Extract<HidState, { kind: 'open' }>, { symbology, data }: Part): boolean {
  return symbology === open.symbology && !/^DL(?:H[1-9][0-9]{0,2}|[VP]1):/.test(textOf([...data.subarray(0, 8)]))
}

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** UTF-8 where it is that, else one byte a letter; the line end that scanners add goes. */
function textOf(bytes: readonly number[]): string {
  const all = Uint8Array.from(bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all)
  } catch {
    text = lettersOf(all)
  }
  return text.replace(/[\r\n\t]+$/, '')
}
