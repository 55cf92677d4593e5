import type { Department } from '../../../domain/hospital/facility.ts'
import type { Block } from './block.ts'

type Mark =
  | { readonly kind: 'dash'; readonly from: number; readonly to: number }
  | { readonly kind: 'dot'; readonly at: number }
  | { readonly kind: 'square'; readonly at: number }

const dash = (from: number, to: number): Mark => ({ kind: 'dash', from, to })
const dot = (at: number): Mark => ({ kind: 'dot', at })
const square = (at: number): Mark => ({ kind: 'square', at })

/** The pattern each floor line is painted in, so that paper without colour can name it; 96 × 16 units. */
const patterns: Readonly<Record<Department['line'], readonly Mark[]>> = {
  blue: [dash(3, 24), dot(37), dash(53, 74), dot(87)],
  green: [dash(3, 26), dash(37, 60), dash(71, 93)],
  plum: [dot(7), dot(23), dot(39), dot(55), dot(71), dot(87)],
  brick: [square(8), dash(22, 43), square(56), dash(70, 92)],
}

export function floorLine(line: Department['line'], width: number, direction: 'ltr' | 'rtl'): Block {
  const unit = width / 96
  return {
    width,
    height: Math.ceil(16 * unit),
    draw: (context, x, y) => {
      const at = (place: number): number => x + unit * (direction === 'ltr' ? place : 96 - place)
      const middle = y + 8 * unit
      context.beginPath()
      for (const mark of patterns[line]) {
        if (mark.kind === 'dot') {
          context.moveTo(at(mark.at) + 6 * unit, middle)
          context.arc(at(mark.at), middle, 6 * unit, 0, Math.PI * 2)
        } else if (mark.kind === 'square') context.rect(at(mark.at) - 6 * unit, middle - 6 * unit, 12 * unit, 12 * unit)
        else {
          const left = Math.min(at(mark.from), at(mark.to)) - 3 * unit
          context.roundRect(left, middle - 3 * unit, (mark.to - mark.from + 6) * unit, 6 * unit, 3 * unit)
        }
      }
      context.fill()
    },
  }
}
