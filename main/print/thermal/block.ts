import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

import { rasterOf, type Raster } from './raster.ts'

/** A measured part of a paper: it knows its size in dots before anything is drawn. */
export type Block = {
  readonly width: number
  readonly height: number
  readonly draw: (context: SKRSContext2D, x: number, y: number) => void
}

export const gap = (height: number): Block => ({ width: 0, height: Math.round(height), draw: () => {} })

export function rule(width: number, thickness: number): Block {
  const height = Math.max(2, Math.round(thickness))
  return { width, height, draw: (context, x, y) => context.fillRect(Math.round(x), Math.round(y), width, height) }
}

/** One under another. */
export function stack(blocks: readonly Block[]): Block {
  return {
    width: Math.max(0, ...blocks.map((block) => block.width)),
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (context, x, y) => {
      let top = y
      for (const block of blocks) {
        block.draw(context, x, top)
        top += block.height
      }
    },
  }
}

/** Side by side across `width`: the first at the reading start, the last at the end, the space shared between. */
export function spread(
  blocks: readonly Block[],
  width: number,
  direction: 'ltr' | 'rtl',
  align: Align = 'middle',
): Block {
  const height = Math.max(0, ...blocks.map((block) => block.height))
  const used = blocks.reduce((sum, block) => sum + block.width, 0)
  const space = blocks.length > 1 ? (width - used) / (blocks.length - 1) : 0
  return {
    width,
    height,
    draw: (context, x, y) => {
      let along = 0
      for (const block of blocks) {
        const left = direction === 'ltr' ? x + along : x + width - along - block.width
        block.draw(context, Math.round(left), Math.round(y + offset(align, height - block.height)))
        along += block.width + space
      }
    },
  }
}

export type Align = 'top' | 'middle' | 'bottom'
const offset = (align: Align, room: number): number => (align === 'top' ? 0 : align === 'bottom' ? room : room / 2)

/** Puts a block on white paper with a margin all around. */
export function print(block: Block, paper: { width: number; height: number; margin: number }): Raster {
  const canvas = createCanvas(paper.width, Math.ceil(paper.height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  context.strokeStyle = '#000'
  block.draw(context, paper.margin, paper.margin)
  return rasterOf(canvas)
}
