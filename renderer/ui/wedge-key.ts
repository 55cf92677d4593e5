/** What each key types on the US keyboard, plain and with Shift: every printable ASCII letter that is no A-Z or 0-9. */
const signs: Readonly<Record<string, string>> = {
  Space: '  ',
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  IntlBackslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  NumpadAdd: '++',
  NumpadSubtract: '--',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
}

/** The letter a scanner meant, whatever layout the desk has: Indic layouts garble `event.key`, never `event.code`. */
export function letterOf(code: string, shift: boolean): string | null {
  const sign = Object.hasOwn(signs, code) ? signs[code] : undefined
  if (sign !== undefined) return sign.charAt(shift ? 1 : 0)
  const place = /^(?:Key([A-Z])|Numpad([0-9]))$/.exec(code)
  const letter = place?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  return place?.[2] ?? null
}

/** Keys that change others and type nothing by themselves. */
export const isModifier = (code: string): boolean =>
  /^(?:Shift|Control|Alt|Meta)(?:Left|Right)$|^(?:CapsLock|NumLock)$/.test(code)

/** How a scanner ends a text: Enter, Tab, or a carriage return or line feed as control letters. */
export const isEnd = (code: string, control: boolean): boolean =>
  /^(?:Enter|NumpadEnter|Tab)$/.test(code) || (control && /^Key[JM]$/.test(code))
