import type { SchemaPart } from './part.ts'

/** The key that bundles are sealed for; `seed` is wrapped by the key file. */
export interface BundleKeyTable {
  readonly public_key: string
  readonly seed: string
  readonly made_at: string
}

const table = (end: string): string => `
CREATE TABLE bundle_key (
  public_key TEXT PRIMARY KEY,
  seed TEXT NOT NULL,
  made_at TEXT NOT NULL
)${end};
`

export const bundleKey: SchemaPart = { name: 'bundle-key', sqlite: table(' STRICT'), postgres: table('') }
