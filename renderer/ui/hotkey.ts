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

const engraved: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '+': 'Plus',
  '−': 'Minus',
}

/** The key behind what is engraved on its cap: `Alt 3` is `Alt+3`, `Esc` is `Escape`. */
export const keyOfCap = (cap: string): string =>
  cap
    .split(' ')
    .map((part) => engraved[part] ?? part)
    .join('+')

/** What a pressed element is, as far as keys go. */
export interface Pressed {
  readonly tag: string
  readonly role: string | null
  readonly type: string | null
  readonly opensList: boolean
}

/** Keys that an element needs for itself: a button its Enter, radios their arrows, an open list both and Esc. */
export function ownsKey(name: string, { tag, role, type, opensList }: Pressed): boolean {
  const inList = role === 'option' || role === 'listbox'
  if (name === 'Enter') return inList || tag === 'BUTTON' || tag === 'A' || role === 'button'
  if (name.startsWith('Arrow')) return inList || opensList || type === 'radio'
  return name === 'Escape' && inList
}
