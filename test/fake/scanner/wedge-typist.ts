import type { Press } from '../../../renderer/ui/wedge.ts'

const signs: ReadonlyMap<string, readonly [code: string, shift: boolean]> = new Map([
  ...keys(
    'Backquote Minus Equal BracketLeft BracketRight Backslash Semicolon Quote Comma Period Slash',
    "`-=[]\\;',./",
    false,
  ),
  ...keys(
    'Backquote Minus Equal BracketLeft BracketRight Backslash Semicolon Quote Comma Period Slash',
    '~_+{}|:"<>?',
    true,
  ),
  ...Array.from(')!@#$%^&*(', (sign, digit): [string, readonly [string, boolean]] => [sign, [`Digit${digit}`, true]]),
  [' ', ['Space', false]],
  ['\r', ['Enter', false]],
  ['\t', ['Tab', false]],
])

function keys(codes: string, letters: string, shift: boolean): [string, readonly [string, boolean]][] {
  return codes.split(' ').map((code, at) => [letters.charAt(at), [code, shift]])
}

export interface Stroke {
  readonly code: string
  readonly shift: boolean
}

/** The key of the US keyboard that types a letter; written apart from the product's table, which it checks. */
export function strokeOf(letter: string): Stroke {
  if (/[A-Z]/.test(letter)) return { code: `Key${letter}`, shift: true }
  if (/[a-z]/.test(letter)) return { code: `Key${letter.toUpperCase()}`, shift: false }
  if (/[0-9]/.test(letter)) return { code: `Digit${letter}`, shift: false }
  const [code, shift] = signs.get(letter) ?? ['Unidentified', false]
  return { code, shift }
}

/** One press as the page hears it. */
export const pressOf = (letter: string, at: number, more: Partial<Press> = {}): Press => ({
  ...strokeOf(letter),
  control: false,
  command: false,
  alt: false,
  repeat: false,
  at,
  inText: true,
  takesCodes: more.inText ?? true,
  moves: false,
  ...more,
})
