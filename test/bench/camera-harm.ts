import type { Random } from '../../build/demo/seed/random.ts'
import { unreachable } from '../../domain/result.ts'

/** What goes wrong between a card and a decoder, in the order of the report. */
export const harms = [
  'clean',
  'rotation',
  'tilt',
  'defocus',
  'motion',
  'noise',
  'contrast',
  'glare',
  'scratch',
  'small',
  'ink',
  'jpeg',
  'combined',
] as const
export type Harm = (typeof harms)[number]

export const severities = [0, 1, 2] as const
export type Severity = (typeof severities)[number]

/** How a card is held, printed and seen. */
export interface Conditions {
  /** Degrees that the card is turned in the picture, and leans away from the camera. */
  readonly roll: number
  readonly lean: number
  /** Points of the frame for each module of the symbol. */
  readonly points: number
  /** Standard deviation of the lens's blur, and length of the hand's, in modules. */
  readonly defocus: number
  readonly motion: number
  /** Standard deviation of the brightness, out of 255. */
  readonly noise: number
  /** Share of the brightness between black and white that is left. */
  readonly contrast: number
  /** How much more light falls on one side than on the other. */
  readonly slope: number
  /** Radius of a reflection, as a share of the symbol's side. */
  readonly glare: number
  readonly scratches: number
  /** Radius of a worn patch, as a share of the symbol's side. */
  readonly worn: number
  /** By how much each dark module outgrows its square, or falls short of it, in modules. */
  readonly ink: number
  readonly jpeg: number | null
  /** Light on dark, as a phone may show it at night. */
  readonly negative: boolean
}

/** Where nothing is wrong: a steady hand, a decent webcam, near enough. */
const good = (random: Random, width: number): Conditions => ({
  roll: (random.next() - 0.5) * 16,
  lean: random.next() * 8,
  points: 3 + (random.next() * 3 * width) / 1280,
  defocus: 0,
  motion: 0,
  noise: 3,
  contrast: 0.85,
  slope: 0.15,
  glare: 0,
  scratches: 0,
  worn: 0,
  ink: 0,
  jpeg: null,
  negative: false,
})

export function conditionsOf(harm: Harm, severity: Severity, width: number, random: Random): Conditions {
  const usual = good(random, width)
  const level = <Value>(...values: readonly [Value, Value, Value]): Value => values[severity]
  const sign = random.chance(0.5) ? 1 : -1
  switch (harm) {
    case 'clean':
      return usual
    case 'rotation':
      return { ...usual, roll: random.next() * 360 }
    case 'tilt':
      return { ...usual, lean: level(22, 36, 48), points: usual.points + 1 }
    case 'defocus':
      return { ...usual, defocus: level(0.4, 0.58, 0.75) }
    case 'motion':
      return { ...usual, motion: level(0.8, 1.3, 1.8) }
    case 'noise':
      return { ...usual, noise: level(14, 26, 40) }
    case 'contrast':
      return { ...usual, contrast: level(0.38, 0.22, 0.13), slope: 0.4 }
    case 'glare':
      return { ...usual, glare: level(0.06, 0.09, 0.12) }
    case 'scratch':
      return { ...usual, scratches: level(2, 4, 6), worn: level(0.05, 0.09, 0.13) }
    case 'small':
      return { ...usual, points: level(2.4, 2, 1.7) }
    case 'ink':
      return { ...usual, ink: sign * level(0.12, 0.2, 0.28) }
    case 'jpeg':
      return { ...usual, jpeg: level(45, 25, 14) }
    case 'combined':
      return {
        ...usual,
        roll: random.next() * 360,
        lean: level(12, 18, 24),
        points: Math.min(usual.points, 4),
        defocus: level(0.32, 0.4, 0.48),
        noise: level(6, 9, 12),
        contrast: level(0.6, 0.5, 0.4),
        scratches: level(0, 1, 1),
        ink: sign * 0.08,
        jpeg: level(70, 55, 45),
      }
    default:
      return unreachable(harm)
  }
}
