import { unreachable } from '../../domain/result.ts'
import { bareReading } from '../../domain/scan/bare.ts'
import { isOurs, mayBecomePrefix, prefixIn } from '../../domain/scan/prefix.ts'
import { LONGEST_SCAN } from '../../domain/scan/scan-event.ts'
import { isAlt, letterOfNumber, numbersOf, padDigitOf } from './wedge-alt.ts'
import type { PadDigit } from './wedge-alt.ts'
import { isEnd, isModifier, letterOf } from './wedge-key.ts'
import { BURST, FAST, headStart, isFast, isMachine, machineStart, prefixStart, textOf } from './wedge-pace.ts'
import type { Struck } from './wedge-pace.ts'

/** Five keys are few: to be known by our prefix alone a scanner has to be faster still. */
const FASTER = 20
/** Longer than this between two keys, and they do not belong together. */
export const PAUSE = 200
/** A scanner that sends no Enter is done when it has been quiet this long, in milliseconds. */
export const SILENCE = 300
/** Codes without a prefix of ours are known by so many keys in a row, of which so many differ. */
export const LONG = 24
/** After our prefix fewer will do, even with pauses between them. */
const LONG_OURS = 12
const FASTER_OURS = 30
/** What may become one of our codes is kept from the page this long, in milliseconds: of people's keys, D and Alt 3. */
const DOUBT = 90
/** Of keys that may be anybody's no more than this many are remembered. */
const MEMORY = 96
/** So many fast keys before an Enter were no person: that Enter must press nothing. */
const MACHINE = 8
/** An article number of a pack: short, but between scanners and Enters nothing else looks so. */
const ARTICLE = /^(?:\d{8}|\d{12,14})$/
/** FNC1, which parts the fields of a pack's code: scanners type it as Ctrl ]. */
const FNC1 = '\u001d'
/** So many digits, of two letters' numbers, are enough to know a scanner that types with Alt. */
const NUMBERS = 4

/** One key press, as much as matters. Times are those of the events, so a busy page changes nothing. */
export interface Press {
  readonly code: string
  readonly shift: boolean
  readonly control: boolean
  /** Alt, AltGr or Meta is down. */
  readonly command: boolean
  /** Alt is down, and neither Control, AltGr nor Meta with it. */
  readonly alt: boolean
  /** The key is held down and repeats itself. */
  readonly repeat: boolean
  readonly at: number
  /** Whether what has the focus takes text. */
  readonly inText: boolean
  /** Whether a person may want there what a scanner types. */
  readonly takesCodes: boolean
  /** It moves about and types nothing: a key of the number pad without NumLock. */
  readonly moves: boolean
}

/**
 * What the keyboard has sent of late. `burst`: keys in quick succession, by nobody knows whom. `numbers`: digits with
 * Alt, by nobody knows whom either. `scan`: surely a scanner; `number` is what it has struck of a letter with Alt.
 * `deaf`: a scanner whose text is longer than any code. `over`: a scan has ended at this moment.
 */
export type Wedge =
  | { readonly kind: 'over'; readonly at: number }
  | { readonly kind: 'burst'; readonly struck: readonly Struck[] }
  | { readonly kind: 'numbers'; readonly digits: readonly PadDigit[]; readonly first: boolean }
  | { readonly kind: 'scan'; readonly text: string; readonly number: string; readonly at: number }
  | { readonly kind: 'deaf'; readonly at: number }

export const quietWedge: Wedge = { kind: 'over', at: Number.NEGATIVE_INFINITY }

/**
 * What has to be done about it, in this order. `put-back`: undo whatever the keys from this one on did, and forget
 * them. `release`: the keys from this one on that are kept were a person's, let the page have them. Keys are counted
 * within the burst.
 */
export type Act =
  | { readonly kind: 'release'; readonly from: number }
  | { readonly kind: 'put-back'; readonly from: number }
  | { readonly kind: 'scan'; readonly text: string; readonly symbology: string | null }

export interface Heard {
  readonly wedge: Wedge
  readonly acts: readonly Act[]
  /** Whether this key is kept from the page. */
  readonly hold: boolean
  /** This key's number in a burst that goes on; null for any other key. */
  readonly number: number | null
}

const pass = (wedge: Wedge, acts: readonly Act[] = []): Heard => ({ wedge, acts, hold: false, number: null })
const hold = (wedge: Wedge, acts: readonly Act[] = []): Heard => ({ wedge, acts, hold: true, number: null })

/** Takes one key press into account. */
export function hearKey(wedge: Wedge, press: Press): Heard {
  switch (wedge.kind) {
    case 'over':
      if (isModifier(press.code)) return pass(wedge)
      // Carriage return and line feed: the second one belongs to the scan as well.
      return wedge.at + BURST >= press.at && isEnd(press.code, press.control) ? hold(wedge) : hearInBurst([], press)
    case 'burst':
      return hearInBurst(wedge.struck, press)
    case 'numbers':
      return hearInNumbers(wedge, press)
    case 'scan':
    case 'deaf':
      return hearInScan(wedge, press)
    default:
      return unreachable(wedge)
  }
}

/** After how long without a key silence is to be heard, in milliseconds; null when nothing waits for it. */
export function patienceOf(wedge: Wedge): number | null {
  switch (wedge.kind) {
    case 'over':
      return null
    case 'burst':
      return mayBeOurs(textOf(wedge.struck)) ? DOUBT : BURST
    case 'numbers':
      return DOUBT
    case 'scan':
    case 'deaf':
      return SILENCE
    default:
      return unreachable(wedge)
  }
}

const mayBeOurs = (text: string): boolean => mayBecomePrefix(text.toUpperCase()) || isOurs(text)

/** Takes into account that nothing came for as long as `patienceOf` says. */
export function hearSilence(wedge: Wedge): Pick<Heard, 'wedge' | 'acts'> {
  switch (wedge.kind) {
    case 'over':
      return { wedge, acts: [] }
    case 'burst':
      // A busy page hears silence before keys that were struck long ago: the burst may still turn out to be a scan.
      return {
        wedge: { kind: 'burst', struck: wedge.struck.map(letGo) },
        acts: released(wedge.struck),
      }
    case 'numbers':
      return { wedge: quietWedge, acts: [{ kind: 'release', from: 0 }] }
    case 'scan':
    case 'deaf':
      return finished(wedge, wedge.at)
    default:
      return unreachable(wedge)
  }
}

function released(struck: readonly Struck[]): readonly Act[] {
  const from = struck.findIndex((key) => key.held)
  return from === -1 ? [] : [{ kind: 'release', from }]
}

function hearInBurst(before: readonly Struck[], press: Press): Heard {
  const { code, at } = press
  if (isModifier(code)) return pass({ kind: 'burst', struck: before })
  const last = before.at(-1)
  const goesOn = last !== undefined && at - last.at <= PAUSE
  const isMachines = goesOn && at - last.at <= BURST && before.length >= MACHINE && isFast(before)
  const digit = press.alt && !press.repeat ? padDigitOf(code) : null
  if (digit !== null && isMachines) return caughtAt(before, { number: digit, at })
  if (digit !== null) return firstDigit(digit, at, released(before))
  const letter = isMachines && isSeparator(press) ? FNC1 : letterIn(press)
  if (letter === null) {
    const machine = isMachines && isEnd(code, press.control) && !press.takesCodes
    const text = textOf(before)
    if (machine && ARTICLE.test(text)) {
      const acts: readonly Act[] = [
        { kind: 'put-back', from: 0 },
        { kind: 'scan', text, symbology: null },
      ]
      return hold({ kind: 'over', at }, acts)
    }
    return { ...pass(quietWedge, released(before)), hold: machine }
  }
  if (!goesOn) {
    const held = letter === 'D' || (!press.inText && !press.moves && isDigit(letter))
    const struck = [{ letter, at, held }]
    return { wedge: { kind: 'burst', struck }, acts: released(before), hold: held, number: 0 }
  }
  if (at - last.at <= (patienceOf({ kind: 'burst', struck: before }) ?? 0))
    return judged([...before, { letter, at, held: last.held || at - last.at <= FAST }], [])
  return judged([...before.map(letGo), { letter, at, held: false }], released(before))
}

function firstDigit(digit: string, at: number, acts: readonly Act[]): Heard {
  const wedge: Wedge = { kind: 'numbers', digits: [{ digit, at, first: true }], first: false }
  return { wedge, acts, hold: true, number: 0 }
}

/** A person strikes Alt and one digit, for a key of the page; two numbers at a machine's pace are a scanner's. */
function hearInNumbers(wedge: Extract<Wedge, { readonly kind: 'numbers' }>, press: Press): Heard {
  const { code, at } = press
  if (isModifier(code)) return pass(isAlt(code) ? { ...wedge, first: true } : wedge)
  const digit = press.alt && !press.repeat ? padDigitOf(code) : null
  const last = wedge.digits.at(-1)?.at ?? 0
  const free: readonly Act[] = [{ kind: 'release', from: 0 }]
  if (digit === null) {
    const next = hearInBurst([], press)
    return { ...next, acts: [...free, ...next.acts] }
  }
  if (at - last > DOUBT) return firstDigit(digit, at, free)
  const digits = [...wedge.digits, { digit, at, first: wedge.first }]
  const numbers = numbersOf(digits)
  if (numbers.length > 1 && digits.length >= NUMBERS && isFast(digits)) {
    const text = numbers.slice(0, -1).map(letterOfNumber).join('')
    return hold({ kind: 'scan', text, number: numbers.at(-1) ?? '', at }, [{ kind: 'put-back', from: 0 }])
  }
  return { wedge: { kind: 'numbers', digits, first: false }, acts: [], hold: true, number: digits.length - 1 }
}

/** Outside a field a digit is a key of the page, and the first of many codes. */
const isDigit = (letter: string): boolean => /^[0-9]$/.test(letter)

const isSeparator = ({ code, control, command }: Press): boolean => control && !command && code === 'BracketRight'

const letterIn = ({ code, shift, control, command, repeat }: Press): string | null =>
  control || command || repeat ? null : letterOf(code, shift)

const letGo = (key: Struck): Struck => ({ ...key, held: false })

/** Looks at a burst with a new key at its end, after `acts`. */
function judged(fresh: readonly Struck[], acts: readonly Act[]): Heard {
  const text = textOf(fresh)
  const number = fresh.length - 1
  const at = fresh[number]?.at ?? 0
  const start = prefixStart(text)
  if (start !== null && isFast(fresh.slice(start), FASTER)) return caught(fresh, headStart(fresh, start), acts)
  const ours = prefixIn(text)
  if (ours !== null && isMachine(fresh.slice(ours), LONG_OURS, FASTER_OURS))
    return caught(fresh, headStart(fresh, ours), acts)
  const from = machineStart(fresh)
  if (isMachine(fresh.slice(from), LONG)) return caught(fresh, from, acts)
  if (fresh.length >= MEMORY) return pass(quietWedge, [...acts, ...released(fresh.slice(0, -1))])
  const last = fresh[number]
  const held =
    last?.held === true && (fresh.at(-2)?.held === true || number >= 2 || mayBecomePrefix(text.toUpperCase()))
  const struck = fresh.with(number, { letter: last?.letter ?? '', at, held })
  return { wedge: { kind: 'burst', struck }, acts, hold: held, number }
}

function caught(fresh: readonly Struck[], from: number, acts: readonly Act[]): Heard {
  const wedge: Wedge = { kind: 'scan', text: textOf(fresh.slice(from)), number: '', at: fresh.at(-1)?.at ?? 0 }
  return hold(wedge, [...acts, { kind: 'put-back', from }, ...released(fresh.slice(0, from))])
}

/** A scanner known by its letters that goes on with Alt, as some do for what no key types. */
function caughtAt(struck: readonly Struck[], { number, at }: { readonly number: string; readonly at: number }): Heard {
  const heard = caught(struck, machineStart(struck), [])
  return heard.wedge.kind === 'scan' ? { ...heard, wedge: { ...heard.wedge, number, at } } : heard
}

type Scanning = Extract<Wedge, { readonly kind: 'scan' | 'deaf' }>

function hearInScan(wedge: Scanning, press: Press): Heard {
  const { code, at } = press
  if (at - wedge.at > SILENCE) {
    // Silence was not heard in time, the page was busy.
    const over = finished(wedge, wedge.at)
    const next = hearKey(over.wedge, press)
    return { ...next, acts: [...over.acts, ...next.acts] }
  }
  if (isEnd(code, press.control)) {
    const over = finished(wedge, at)
    return hold(over.wedge, over.acts)
  }
  if (wedge.kind === 'deaf' || wedge.text.length >= LONGEST_SCAN) return hold({ kind: 'deaf', at })
  const digit = press.alt && !press.repeat ? padDigitOf(code) : null
  if (digit !== null) return hold({ ...wedge, number: wedge.number + digit, at })
  const letter = isSeparator(press) ? FNC1 : letterIn(press)
  // Whatever is no digit of it ends a number, and first of all Alt for the next.
  if (letter === null && !isAlt(code)) return hold({ ...wedge, at })
  return hold({ kind: 'scan', text: settled(wedge) + (letter ?? ''), number: '', at })
}

const settled = ({ text, number }: Extract<Wedge, { readonly kind: 'scan' }>): string => text + letterOfNumber(number)

function finished(wedge: Scanning, at: number): { readonly wedge: Wedge; readonly acts: readonly Act[] } {
  const over: Wedge = { kind: 'over', at }
  if (wedge.kind === 'deaf') return { wedge: over, acts: [] }
  return { wedge: over, acts: [{ kind: 'scan', ...bareReading(settled(wedge)) }] }
}
