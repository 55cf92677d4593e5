import type { Engine } from './engine.ts'
import type { Page } from './page.ts'
import { unanswered } from './unanswered.ts'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type FrameState = 'normal' | 'fullscreen' | 'kiosk'

export interface FrameOptions extends Partial<Rectangle> {
  readonly kiosk?: boolean
  readonly fullscreen?: boolean
  readonly title?: string
  readonly backgroundColor?: string
}

/** Where a window stands and how large it is. */
export interface WindowFrame {
  readonly open: () => Promise<string>
  readonly prepare: (page: Page) => Promise<void>
  readonly state: () => FrameState
  readonly setState: (state: 'fullscreen' | 'kiosk', flag: boolean) => void
  readonly bounds: () => Rectangle
  readonly setBounds: (bounds: Partial<Rectangle>) => void
}

export function createFrame(engine: Engine, options: FrameOptions): WindowFrame {
  const screen = engine.screen()
  const fills = options.kiosk === true || options.fullscreen === true
  const width = options.width ?? (fills ? screen.width : 800)
  const height = options.height ?? (fills ? screen.height : 600)
  let bounds: Rectangle = {
    x: options.x ?? Math.max(0, Math.round((screen.width - width) / 2)),
    y: options.y ?? Math.max(0, Math.round((screen.height - height) / 2)),
    width,
    height,
  }
  let state: FrameState = options.kiosk ? 'kiosk' : options.fullscreen ? 'fullscreen' : 'normal'
  const prepared = Promise.withResolvers<{ readonly page: Page; readonly windowId: number }>()

  const place = async (wanted: Rectangle) => {
    const { windowId } = await prepared.promise
    const { x: left, y: top } = wanted
    if (!engine.headless)
      return engine.cdp().send('Browser.setWindowBounds', {
        windowId,
        bounds: { left, top, width: wanted.width, height: wanted.height },
      })
    // Without a display the window is its page: the size asked for is the size that is seen.
    return engine.cdp().send('Browser.setContentsSize', { windowId, width: wanted.width, height: wanted.height })
  }
  const fill = async (full: boolean) => {
    const { windowId } = await prepared.promise
    if (engine.headless) return
    await engine
      .cdp()
      .send('Browser.setWindowBounds', { windowId, bounds: { windowState: full ? 'fullscreen' : 'normal' } })
    if (!full) await place(bounds)
  }

  return {
    open: () => engine.openTarget({ width, height, kiosk: state === 'kiosk' }),
    async prepare(page) {
      const { windowId } = await engine.cdp().send('Browser.getWindowForTarget', { targetId: page.targetId })
      prepared.resolve({ page, windowId })
      const color = readColor(options.backgroundColor)
      if (color) await page.session.send('Emulation.setDefaultBackgroundColorOverride', { color })
      if (engine.headless || state === 'normal') await place(bounds)
      else await fill(true)
    },
    state: () => state,
    setState(wanted, flag) {
      state = flag ? wanted : 'normal'
      unanswered(fill(flag))
    },
    bounds: () =>
      state === 'normal' || engine.headless ? bounds : { x: 0, y: 0, width: screen.width, height: screen.height },
    setBounds(wanted) {
      bounds = { ...bounds, ...wanted }
      unanswered(place(bounds))
    },
  }
}

/** `#rrggbb` or `#aarrggbb`, as Electron reads it; other ways to write a colour leave Chromium's white. */
function readColor(text = ''): { r: number; g: number; b: number; a: number } | null {
  const [, alpha, rgb] = /^#([0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text) ?? []
  if (rgb === undefined) return null
  const value = Number.parseInt(rgb, 16)
  return {
    r: value >> 16,
    g: (value >> 8) & 255,
    b: value & 255,
    a: alpha === undefined ? 1 : Number.parseInt(alpha, 16) / 255,
  }
}
