import { missingTools } from '../fake/scanner/x-keyboard.ts'
import type { Proof } from './promise.ts'
import { typingKept } from './wedge-typing.ts'

/** Bursts of typing for each scan with real keys. */
const BURSTS = 10

/** Scanners that type like a keyboard: every scan right, no letter left behind, no person taken for one. */
export const wedge: Proof = {
  title: 'typing scanners are read on any layout, and people are not',
  usual: 120,
  async run({ scale, progress }) {
    const missing = missingTools()
    if (missing.length > 0)
      throw new Error(`Please install ${missing.join(', ')}: real keys need a screen of their own`)
    const { realKept } = await import('./wedge-real.ts')
    const typing = typingKept(scale * BURSTS, () => undefined)
    return [...(await realKept({ scale, progress })), ...typing]
  },
}
