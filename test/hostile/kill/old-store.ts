import { join } from 'node:path'

import { migrate, migrations } from '../../../main/store/migrate.ts'
import { openCipher } from '../../../main/store/open-cipher.ts'
import { newId, person } from '../../unit/main-service/person.ts'

/** The last schema of the version before N−2 was spoken of. */
const OLD = 9

export interface OldRecord {
  readonly name: string
  readonly id: string
}

/** The store of a desk of an older version that was never online, with people on their way to HIMS. */
export function oldStore(folder: string, key: Uint8Array, tag: string, people: number): readonly OldRecord[] {
  const database = openCipher(join(folder, 'terminal.db'), key)
  try {
    database.pragma('journal_mode = WAL')
    const old = migrate(
      database,
      migrations.filter(({ version }) => version <= OLD),
    )
    if (!old.ok) throw new Error(old.problem)
    database
      .prepare(`INSERT INTO device (only_row, seed, role, language, next_n) VALUES (1, ?, 'desk', 'en', ?)`)
      .run(Buffer.alloc(32, newId()), people + 1)
    const insert = database.prepare(
      `INSERT INTO outbox (n, mid, kind, title, body, at, state) VALUES (?, ?, 'person.registered', ?, ?, ?, 'waiting')`,
    )
    return Array.from({ length: people }, (_, at) => {
      const row = person({ latin: `${tag} old ${at.toString(36)}x` })
      const body = JSON.stringify({ kind: 'person.registered', person: row })
      insert.run(at + 1, newId(), row.name.latin, body, row.registeredAt)
      return { name: row.name.latin, id: row.id }
    })
  } finally {
    database.close()
  }
}
