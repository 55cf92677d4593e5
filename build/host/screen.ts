import type { Engine } from './engine.ts'
import { refusing } from './unsupported.ts'
import type { Rectangle } from './window-frame.ts'

export interface Display {
  readonly id: number
  readonly bounds: Rectangle
  readonly workArea: Rectangle
  readonly size: { readonly width: number; readonly height: number }
  readonly workAreaSize: { readonly width: number; readonly height: number }
  readonly scaleFactor: number
}

export interface Screen {
  getPrimaryDisplay(): Display
  getAllDisplays(): Display[]
}

/** The one screen Chromium told of at its start. */
export function createScreen(engine: Engine): Screen {
  const display = (): Display => {
    const { width, height, scaleFactor } = engine.screen()
    const size = { width, height }
    const bounds = { x: 0, y: 0, ...size }
    return refusing('Display', { id: 1, bounds, workArea: bounds, size, workAreaSize: size, scaleFactor })
  }
  return refusing('screen', { getPrimaryDisplay: display, getAllDisplays: () => [display()] })
}
