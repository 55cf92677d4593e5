import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import { codeKinds, printedCode } from './camera-card.ts'
import type { CodeKind } from './camera-card.ts'
import { conditionsOf, harms, severities } from './camera-harm.ts'
import type { Harm, Severity } from './camera-harm.ts'
import { photographer } from './card-frame.ts'

/** A card before the camera, one frame after another. */
export interface Presentation {
  readonly text: string
  readonly harm: Harm
  readonly severity: Severity
  readonly kind: CodeKind
  readonly height: number
  readonly next: () => Promise<Grey>
}

const sizes = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const

/**
 * Every harm at every severity in turn, then the next kind of symbol; sizes and everything else by chance. In the
 * negative all of it is light on dark.
 */
export function presentation(seed: string, number: number, negative = false): Presentation {
  const random = randomFrom(`${seed}/${number}`)
  const harm = harms[number % harms.length] ?? 'clean'
  const severity = severities[Math.floor(number / harms.length) % severities.length] ?? 0
  const kind = codeKinds[Math.floor(number / (harms.length * severities.length)) % codeKinds.length] ?? 'v6-M'
  const size = random.pick(sizes)
  const code = printedCode(kind, random)
  const conditions = { ...conditionsOf(harm, severity, size.width, random), negative }
  const next = photographer(code, conditions, size, random)
  return { text: code.text, harm, severity, kind, height: size.height, next }
}
