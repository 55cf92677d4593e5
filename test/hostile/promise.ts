/** What one promise of docs/promise.md came to: how often it was put to the test, and how often it broke. */
export interface Kept {
  readonly promise: string
  readonly tried: number
  readonly broken: number
}

export interface Trial {
  /** How many tries are wanted; a proof over a fixed list takes at most all of it. */
  readonly scale: number
  /** Tries only what this seed stands for, to see a failure again. */
  readonly seed?: number | undefined
  /** The first seed of a run that is told in parts, where a proof counts its seeds. */
  readonly from?: number | undefined
  /** Says how far a long run has come. */
  readonly progress: (done: number, of: number) => void
}

/** A promise with the hostile run that tries to break it. The same seed tries the same things. */
export interface Proof {
  /** One line for the help. */
  readonly title: string
  /** Tries of a plain `npm run prove -- NAME`; `npm test` takes fewer. */
  readonly usual: number
  readonly run: (trial: Trial) => Promise<readonly Kept[]>
}
