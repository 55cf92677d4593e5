import { spawn, spawnSync } from 'node:child_process'

import { strokeOf } from './wedge-typist.ts'

/** X's own numbers of the keys of a PC keyboard, by what a page calls them. */
const places: ReadonlyMap<string, number> = new Map([
  ...row(10, 'Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal'),
  ...row(23, 'Tab KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Enter'),
  ...row(38, 'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backquote ShiftLeft Backslash'),
  ...row(52, 'KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash'),
  ['AltLeft', 64],
  ['Space', 65],
  ['CapsLock', 66],
])

function row(first: number, codes: string): [string, number][] {
  return codes.split(' ').map((code, at) => [code, first + at])
}

const keyOf = (letter: string): string => {
  const { code, shift } = strokeOf(letter)
  const place = places.get(code)
  if (place === undefined) throw new Error(`No key types ${JSON.stringify(letter)}`)
  return shift ? `${places.get('ShiftLeft')}+${place}` : String(place)
}

/** X's numbers of the digit pad, 0 to 9. */
const pad = [90, 87, 88, 89, 83, 84, 85, 79, 80, 81] as const

function altKeysOf(letter: string, pause: number): readonly string[] {
  const alt = String(places.get('AltLeft'))
  const digits = Array.from(String(letter.charCodeAt(0)).padStart(4, '0'), (digit) => String(pad[Number(digit)]))
  return ['keydown', alt, 'key', '--delay', String(pause), ...digits, 'keyup', alt]
}

export const layouts = ['us', 'in', 'in guru', 'pk', 'fr', 'us caps'] as const
export type Layout = (typeof layouts)[number]

export const keyboardTools = ['Xvfb', 'xdotool', 'setxkbmap'] as const

/** Which of the programs that a real keyboard needs are missing here. */
export const missingTools = (): readonly string[] =>
  process.platform === 'linux'
    ? keyboardTools.filter((tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).error !== undefined)
    : keyboardTools

/** A screen of its own with a keyboard whose keys are struck by number, as a scanner strikes them. */
export interface XKeyboard {
  readonly display: string
  readonly wear: (layout: Layout) => Promise<void>
  /** Strikes the keys of the US keyboard that would type a text; `pause` is in milliseconds. */
  readonly type: (text: string, pause: number) => Promise<void>
  /** Strikes the number of each letter on the digit pad while Alt is held, and then the keys of `end`. */
  readonly typeWithAlt: (text: string, end: string, pause: number) => Promise<void>
  readonly focusWindow: () => Promise<void>
  readonly close: () => void
}

export async function xKeyboard(): Promise<XKeyboard> {
  // Without keys that repeat themselves: one that a stalled machine holds down is no scanner's.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp', '-r'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.stdio[3]?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  const display = `:${number}`
  const run = (program: string, ...args: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(program, [...args], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' })
      child.once('error', reject)
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))))
    })
  let caps = false
  const setCaps = async (on: boolean) => {
    if (caps !== on) await run('xdotool', 'key', String(places.get('CapsLock')))
    caps = on
  }
  return {
    display,
    async wear(layout) {
      await setCaps(false)
      const [name = 'us', variant] = layout.split(' ')
      const more = variant === undefined || variant === 'caps' ? [] : ['-variant', variant]
      await run('setxkbmap', '-layout', name, ...more)
      await setCaps(variant === 'caps')
    },
    type: (text, pause) => run('xdotool', 'key', '--delay', String(pause), ...Array.from(text, keyOf)),
    typeWithAlt: (text, end, pause) =>
      run(
        'xdotool',
        ...Array.from(text).flatMap((letter) => altKeysOf(letter, pause)),
        ...(end === '' ? [] : ['key', ...Array.from(end, keyOf)]),
      ),
    focusWindow: () =>
      run('xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Registration', 'windowfocus', '--sync'),
    close: () => void server.kill(),
  }
}
