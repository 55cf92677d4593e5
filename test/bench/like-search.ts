import Database from 'better-sqlite3'
import { join } from 'node:path'

import type { Person } from '../../domain/person/person.ts'

export interface LikeSearch {
  /** The ids of the first twenty, and their whole records read. */
  find(name: string, age: number | null): readonly string[]
  close(): void
}

/**
 * The plain approach: an unencrypted table and `LIKE '%…%'` on the name as typed. It is told name and age apart, as by a
 * form with two fields, while the terminal has to understand one line.
 */
export function likeSearch(folder: string, people: readonly Person[], today: string): LikeSearch {
  const database = new Database(join(folder, 'plain.db'))
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE person (id TEXT PRIMARY KEY, latin TEXT, own TEXT, born INTEGER, body TEXT)')
  const insert = database.prepare('INSERT INTO person VALUES (?, ?, ?, ?, ?)')
  database.transaction(() => {
    for (const person of people) {
      const { id, name } = person
      insert.run(id, name.latin, name.own?.text ?? '', bornIn(person), JSON.stringify(person))
    }
  })()
  const find = database.prepare<[object], { readonly body: string }>(`
    SELECT body FROM person WHERE (latin LIKE @like OR own LIKE @like) AND (@born IS NULL OR abs(born - @born) <= 1)
    ORDER BY latin LIMIT 20
  `)
  return {
    find: (name, age) =>
      find
        .all({ like: `%${name.trim()}%`, born: age === null ? null : Number(today.slice(0, 4)) - age })
        .map(({ body }) => idOf(JSON.parse(body))),
    close: () => void database.close(),
  }
}

const idOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '')

const bornIn = ({ birth }: Person): number =>
  birth.kind === 'date' ? Number(birth.on.slice(0, 4)) : Number(birth.asOf.slice(0, 4)) - birth.years
