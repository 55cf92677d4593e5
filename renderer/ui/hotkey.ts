/** What a key press has that matters here: the place on the keyboard, never the letter four layouts put there. */
export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const named: Readonly<Record<string, string>> = {
  NumpadEnter: 'Enter',
  NumpadAdd: 'Plus',
  Equal: 'Plus',
  NumpadSubtract: 'Minus',
}

/** The name of a key press: `F3`, `Alt+1`, `Ctrl+Enter`, `Escape`, `ArrowUp`. */
export function keyName(press: KeyPress): string {
  const code = named[press.code] ?? press.code.replace(/^(Digit|Numpad)(?=[0-9]$)/, '')
  const shift = press.shiftKey && code !== 'Plus' ? 'Shift+' : ''
  return `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift}${code}`
}

/** A button, a link or a choice does its own work on Enter and Space. */
export const answersEnter = (role: string | null, tag: string): boolean =>
  tag === 'BUTTON' || tag === 'A' || role === 'button' || role === 'option' || role === 'radio'
