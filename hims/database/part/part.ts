/** Tables that one subject needs, in the dialect of each engine. */
export interface SchemaPart {
  readonly name: string
  readonly sqlite: string
  readonly postgres: string
}
