/** Where a command speaks: `print` for its answer, `complain` for what went wrong. */
export interface Console {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}
