/** The places on a keyboard that QR alphanumeric text is typed from, as a scanner set to the US layout presses them. */
const plain: Readonly<Record<string, string>> = { Space: ' ', Minus: '-', Period: '.', Slash: '/', NumpadDecimal: '.' }
const shifted: Readonly<Record<string, string>> = {
  Digit4: '$',
  Digit5: '%',
  Digit8: '*',
  Equal: '+',
  Semicolon: ':',
}

/** The letter a scanner meant, whatever layout the desk has: Indic layouts garble `event.key`, never `event.code`. */
export function letterOf(code: string, shift: boolean): string | null {
  const special = shift ? shifted[code] : plain[code]
  if (special !== undefined) return special
  const letter = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code)
  return letter?.[1] ?? letter?.[2] ?? null
}

/** What a scanner that types has sent so far; `caught` once the prefix proved that no person is typing. */
export interface Wedge {
  readonly text: string
  readonly at: number
  readonly caught: boolean
}

export const quietWedge: Wedge = { text: '', at: 0, caught: false }

export interface Heard {
  readonly wedge: Wedge
  /**
   * `pass`: a person's key. `maybe`: could begin a scan, let it through. `caught`: this key completed the prefix, so
   * take back what the field got. `hold`: part of a scan, keep it from the page. `scan`: the whole text is here.
   */
  readonly kind: 'pass' | 'maybe' | 'caught' | 'hold' | 'scan'
}

/** People type slower than this, scanners faster; in milliseconds between two keys. */
export const BURST = 50
const MODIFIERS = /^(Shift|Control|Alt|Meta|CapsLock)/

const begins = (text: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => prefix.startsWith(text))

/** Takes one key press of code, shift and time (ms) into account. */
export function hearKey(
  wedge: Wedge,
  press: { readonly code: string; readonly shift: boolean; readonly at: number },
  prefixes: readonly string[],
): Heard {
  const { code, shift, at } = press
  if (MODIFIERS.test(code)) return { wedge, kind: wedge.caught ? 'hold' : 'pass' }
  if (wedge.caught && (code === 'Enter' || code === 'NumpadEnter' || code === 'Tab')) {
    return { wedge: quietWedge, kind: 'scan' }
  }
  const letter = letterOf(code, shift)
  if (wedge.caught) return { wedge: { text: wedge.text + (letter ?? ''), at, caught: true }, kind: 'hold' }
  if (letter === null) return { wedge: quietWedge, kind: 'pass' }
  const text = (wedge.text !== '' && at - wedge.at <= BURST ? wedge.text : '') + letter
  if (prefixes.includes(text)) return { wedge: { text, at, caught: true }, kind: 'caught' }
  if (begins(text, prefixes)) return { wedge: { text, at, caught: false }, kind: 'maybe' }
  if (begins(letter, prefixes)) return { wedge: { text: letter, at, caught: false }, kind: 'maybe' }
  return { wedge: quietWedge, kind: 'pass' }
}
