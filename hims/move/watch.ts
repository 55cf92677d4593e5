import { sql } from 'kysely'
import { z } from 'zod'

import type { Engine } from '../database/engine.ts'
import type { Store } from '../database/schema.ts'
import type { Key } from './rows.ts'
import type { TableShape } from './shape.ts'

/** The keys of rows that changed, by table. */
export type Changes = ReadonlyMap<string, readonly Key[]>

/**
 * From now on the database itself notes the key of every row that changes, whichever process changes it. These are the
 * only triggers of HIMS, and they last as long as the move.
 */
export async function watchChanges({ kind, store }: Engine, shapes: readonly TableShape[]): Promise<void> {
  const text = kind === 'sqlite' ? 'TEXT' : 'TEXT COLLATE "C"'
  await run(store, [
    ...endings(kind, shapes),
    `CREATE TABLE move_log (name ${text} NOT NULL, key ${text} NOT NULL, PRIMARY KEY (name, key))`,
    ...shapes.flatMap((shape) => (kind === 'sqlite' ? sqliteTriggers(shape) : postgresTrigger(shape))),
  ])
}

export const unwatchChanges = ({ kind, store }: Engine, shapes: readonly TableShape[]): Promise<void> =>
  run(store, endings(kind, shapes))

const run = (store: Store, statements: readonly string[]): Promise<void> =>
  exclusively(store, async (inside) => {
    for (const statement of statements) await sql.raw(statement).execute(inside)
  })

const quoted = (columns: readonly string[], of: string): string => columns.map((one) => `${of}."${one}"`).join(', ')

const events = ['INSERT', 'UPDATE', 'DELETE'] as const

function sqliteTriggers({ name, key }: TableShape): readonly string[] {
  const note = (of: 'old' | 'new'): string => {
    const text = `json_array(${quoted(key, of)})`
    return `INSERT INTO move_log SELECT '${name}', ${text}
      WHERE NOT EXISTS (SELECT 1 FROM move_log WHERE name = '${name}' AND key = ${text});`
  }
  const body = { INSERT: note('new'), UPDATE: `${note('old')} ${note('new')}`, DELETE: note('old') }
  return events.map(
    (event) => `CREATE TRIGGER move_${event}_${name} AFTER ${event} ON "${name}" BEGIN ${body[event]} END`,
  )
}

function postgresTrigger({ name, key }: TableShape): readonly string[] {
  const note = (of: 'old' | 'new'): string =>
    `INSERT INTO move_log VALUES ('${name}', json_build_array(${quoted(key, of)})::text) ON CONFLICT DO NOTHING;`
  return [
    `CREATE FUNCTION move_note_${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF TG_OP <> 'INSERT' THEN ${note('old')} END IF;
       IF TG_OP <> 'DELETE' THEN ${note('new')} END IF;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER move_note AFTER INSERT OR UPDATE OR DELETE ON "${name}"
       FOR EACH ROW EXECUTE FUNCTION move_note_${name}()`,
  ]
}

const endings = (kind: Engine['kind'], shapes: readonly TableShape[]): readonly string[] => [
  ...shapes.flatMap(({ name }) =>
    kind === 'sqlite'
      ? events.map((event) => `DROP TRIGGER IF EXISTS move_${event}_${name}`)
      : [`DROP TRIGGER IF EXISTS move_note ON "${name}"`, `DROP FUNCTION IF EXISTS move_note_${name}()`],
  ),
  'DROP TABLE IF EXISTS move_log',
]

const Noted = z.object({ name: z.string(), key: z.string() })
const KeyText = z.array(z.union([z.string(), z.number(), z.null()]))

/** Takes the keys that were noted so far. Rows are read only after this: what changes later is noted anew. */
export const takeChanges = (store: Store): Promise<Changes> =>
  exclusively(store, async (inside) => {
    const { rows } = await sql`delete from move_log returning name, key`.execute(inside)
    const changes = new Map<string, Key[]>()
    for (const row of rows) {
      const { name, key } = Noted.parse(row)
      const known = changes.get(name) ?? []
      known.push(KeyText.parse(JSON.parse(key)))
      changes.set(name, known)
    }
    return changes
  })

/** A transaction that no other writer's overlaps, in whatever state the database is. */
export const exclusively = <Value>(store: Store, work: (store: Store) => Promise<Value>): Promise<Value> =>
  store
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (inside) => {
      await inside
        .updateTable('writer')
        .set((row) => ({ until: row.ref('until') }))
        .execute()
      return work(inside)
    })
