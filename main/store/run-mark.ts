import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Database } from './database.ts'
import { writeDurable } from './durable-file.ts'
import { notedSeq, runNote } from './run-note.ts'

const FILE = 'run.mark'

/**
 * Tells a database that was put back from a copy, before anybody can be asked: at each opening a new mark goes into the
 * database and into a file beside it, and a database whose mark the file has forgotten is an old one. Meanwhile the
 * file knows both marks, so that a power cut between the writes is no copy. A twin of the whole disk is told only by HIMS.
 */
export function isOldCopy(database: Database, folder: string, mark: string): boolean {
  const here = database.prepare<[], string>('SELECT mark FROM run_mark').pluck().get() ?? null
  const known = marksIn(folder)
  const seq = database.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM audit').pluck().get() ?? 0
  const old = (here !== null && !known.includes(here)) || seq < notedSeq(folder)
  writeDurable(join(folder, FILE), `${mark}\n${here ?? ''}\n`)
  database.prepare('INSERT OR REPLACE INTO run_mark (only_row, mark) VALUES (1, ?)').run(mark)
  writeDurable(join(folder, FILE), `${mark}\n`)
  const note = runNote(folder)
  note.write(seq)
  note.close()
  return old
}

function marksIn(folder: string): readonly string[] {
  try {
    return readFileSync(join(folder, FILE), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Locks every right of this terminal until a person has decided which of two copies goes on: whatever the other one gave
 * is not known here.
 */
export const lockRights = (database: Database): void =>
  void database.prepare('UPDATE device SET fenced = coalesce(fenced, max(1, epoch)) WHERE terminal IS NOT NULL').run()

/** Numbers and cards that the copy takes for free may have been given out since; new ones are fetched. */
export const dropLeased = (database: Database): void =>
  void database.exec('DELETE FROM token_block; DELETE FROM card_blank; DELETE FROM lease_request')
