import type { SchemaPart } from './part.ts'

/** How far the keys of names have come that one version of the rules makes. */
export interface SoundKeysTable {
  /** `SOUND_VERSION`; 0 is whatever was made before there were versions. */
  readonly version: number
  /** Records up to this cursor have theirs; null when all have. */
  readonly up_to: number | null
}

const table = (int: string, end: string): string => `
CREATE TABLE sound_keys (
  version ${int} PRIMARY KEY CHECK (version >= 0),
  up_to ${int} CHECK (up_to >= 0)
)${end};
INSERT INTO sound_keys VALUES (0, NULL);
`

/** Which rules the sound keys in `term` were made by, so that they are made again once the rules change. */
export const soundKeys: SchemaPart = {
  name: 'sound-keys',
  sqlite: table('INTEGER', ' STRICT'),
  postgres: table('BIGINT', ''),
}
