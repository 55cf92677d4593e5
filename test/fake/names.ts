import { lessonsFile } from '../../build/names.ts'
import { takeLessonsOf } from '../../main/process/names-ahead.ts'

/** Reads what the table of names teaches, as a desk does at its start; each test file would learn it for ten seconds. */
export async function readNames(): Promise<void> {
  if (!takeLessonsOf(await lessonsFile())) throw new Error('The lessons that were just learnt cannot be read')
}
