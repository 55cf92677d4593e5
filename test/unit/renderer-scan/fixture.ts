import { create } from 'qrcode'

import { blur } from '../../../renderer/scan/filter.ts'
import type { Grey } from '../../../renderer/scan/frame.ts'
import { cardOf } from '../domain-card/fixture.ts'

export const code = cardOf()

/** Another signed card of the same size. */
export const otherCode = (statusIndex: number): string => cardOf({ statusIndex: 100_000 + statusIndex })

/** A symbol on white, so many points to the module, with its corner at a place in the picture. */
export function pictureOf(
  points: number,
  { width = 640, height = 480, left = 100, top = 60, dark = 20, light = 235 } = {},
  text = code,
): Grey {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const data = new Uint8ClampedArray(width * height).fill(light)
  for (let at = 0; at < modules.size ** 2; at++) {
    if (modules.data[at] !== 1) continue
    const [x, y] = [at % modules.size, Math.floor(at / modules.size)]
    for (let line = Math.round(y * points); line < Math.round((y + 1) * points); line++) {
      const start = (top + line) * width + left
      data.fill(dark, start + Math.round(x * points), start + Math.round((x + 1) * points))
    }
  }
  return { data, width, height }
}

/** Noise from a linear congruential generator (Numerical Recipes), so that every run sees the same picture. */
export function noisy(picture: Grey, strength: number, seed = 7): Grey {
  let state = seed
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const data = picture.data.map((value) => value + strength * (next() + next() + next() - 1.5) * 2)
  return { ...picture, data }
}

export const outOfFocus = (picture: Grey, times: number): Grey =>
  Array.from({ length: times }).reduce<Grey>((soft) => blur(soft, 1), picture)

/** Paints a rectangle over a picture. */
export function covered(
  { data, width, height }: Grey,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  value = 235,
): Grey {
  const copy = data.slice()
  for (let row = box.y; row < box.y + box.h; row++) copy.fill(value, row * width + box.x, row * width + box.x + box.w)
  return { data: copy, width, height }
}
