import { Path2D, type SKRSContext2D } from '@napi-rs/canvas'

import type { Block } from './block.ts'

/** A line drawing: SVG paths in a square of 24 units. */
export type Icon = readonly string[]

export const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`

type Box = { readonly x: number; readonly y: number; readonly size: number }

export function strokeIcon(context: SKRSContext2D, icon: Icon, box: Box, colour: string, thickness: number): void {
  context.save()
  context.translate(box.x, box.y)
  context.scale(box.size / 24, box.size / 24)
  context.strokeStyle = colour
  context.lineWidth = thickness
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const path of icon) context.stroke(new Path2D(path))
  context.restore()
}

/** A drawing in black on the paper. */
export const iconBlock = (icon: Icon, size: number, thickness = 2): Block => ({
  width: size,
  height: size,
  draw: (context, x, y) => strokeIcon(context, icon, { x, y, size }, '#000', thickness),
})

/** A drawing in white on a black square with round corners. */
export const signBlock = (icon: Icon, size: number): Block => ({
  width: size,
  height: size,
  draw: (context, x, y) => {
    context.fillStyle = '#000'
    context.beginPath()
    context.roundRect(x, y, size, size, size / 8)
    context.fill()
    const inner = size * 0.78
    strokeIcon(context, icon, { x: x + (size - inner) / 2, y: y + (size - inner) / 2, size: inner }, '#fff', 2)
  },
})
