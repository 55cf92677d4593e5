/** A row with the version that its keeper gives it, and when it got that. */
export interface Dated<Row> {
  readonly row: Row
  readonly version: number
  readonly changedAt: string
}
