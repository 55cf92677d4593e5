import type { PersonId } from '../../domain/id.ts'
import type { Database } from './database.ts'

export interface KeptPhoto {
  readonly bytes: Uint8Array
  readonly takenAt: string
}

/** Photos of people who agreed to one. They stay in this computer's encrypted store. */
export interface PhotoTable {
  /** Null takes it away. */
  keep(person: PersonId, photo: (KeptPhoto & { readonly by: string }) | null): void
  of(person: PersonId): KeptPhoto | null
}

export function photoTable(database: Database): PhotoTable {
  const insert = database.prepare('INSERT OR REPLACE INTO photo (person_id, taken_at, by, bytes) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM photo WHERE person_id = ?')
  const one = database.prepare<[string], KeptPhoto>('SELECT bytes, taken_at AS takenAt FROM photo WHERE person_id = ?')
  return {
    keep(person, photo) {
      if (photo === null) remove.run(person)
      else insert.run(person, photo.takenAt, photo.by, photo.bytes)
    },
    of: (person) => one.get(person) ?? null,
  }
}
