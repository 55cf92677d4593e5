/** A deliberate mistake in the protocol: some words of a source file become others. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Suites of which one must fail; the quickest first. */
  readonly suites: readonly Suite[]
}

export interface Edit {
  readonly file: string
  /** Occurs exactly once in the file. */
  readonly find: string
  readonly put: string
}

/** Files of unit tests, or stories of the simulated hospital by their seeds. */
export type Suite =
  | { readonly kind: 'unit'; readonly files: readonly string[] }
  | { readonly kind: 'simulate'; readonly seeds: readonly number[]; readonly mood: 'all' | 'clock' }

/** Steps of one story. */
export const STORY = 400

export const unit = (...files: readonly string[]): Suite => ({
  kind: 'unit',
  files: files.map((file) => `test/unit/${file}.test.ts`),
})

export const stories = (...seeds: readonly number[]): Suite => ({ kind: 'simulate', seeds, mood: 'all' })
