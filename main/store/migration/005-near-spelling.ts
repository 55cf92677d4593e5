import { z } from 'zod'

import { foldWhole } from '../../../domain/search/fold.ts'
import type { Database } from '../database.ts'
import type { Migration } from '../migrate.ts'
import { spellingIndex } from '../spelling-index.ts'

/** Whole names by one key, and every written word and every sound by its near shapes, so that slips are found. */
export const migration: Migration = {
  version: 5,
  up: `
    ALTER TABLE person ADD COLUMN whole TEXT NOT NULL DEFAULT '';
    CREATE INDEX person_whole ON person (whole);

    CREATE TABLE near_word (
      shape TEXT NOT NULL,
      word  TEXT NOT NULL,
      PRIMARY KEY (shape, word)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE near_sound (
      shape TEXT NOT NULL,
      sound TEXT NOT NULL,
      PRIMARY KEY (shape, sound)
    ) STRICT, WITHOUT ROWID;

    -- When the index is tidied two segments of one size are enough to be made one: every question asks each segment.
    INSERT INTO person_fts (person_fts, rank) VALUES ('usermerge', 2);
  `,
  fill: learnPeople,
}

const Row = z.object({ pk: z.int(), latin: z.string(), words: z.string(), folds: z.string() })

const PART = 1000

/** The people who were here before. */
function learnPeople(database: Database): void {
  const select = database.prepare(`
    SELECT pk, body ->> '$.name.latin' AS latin, words, folds FROM person WHERE pk > ? ORDER BY pk LIMIT ${PART}
  `)
  const setWhole = database.prepare('UPDATE person SET whole = ? WHERE pk = ?')
  const spelling = spellingIndex(database)
  for (let last = -1; ;) {
    const rows = z.array(Row).parse(select.all(last))
    for (const { pk, latin, words, folds } of rows) {
      setWhole.run(foldWhole(latin), pk)
      spelling.learn(words, folds)
    }
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.pk
  }
}
