import type { Proof } from './promise.ts'

/** Text in PDFs: read back from the bytes and held against Debian's HarfBuzz and FriBidi, and copied out by readers. */
export const shaping: Proof = {
  title: 'words in a PDF against another HarfBuzz, names against three readers',
  usual: 37_000,
  run: async (trial) => (await import('./shaping-run.ts')).proveShaping(trial),
}
