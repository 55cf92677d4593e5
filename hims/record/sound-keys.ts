import { sql } from 'kysely'

import { SOUND_VERSION } from '../../domain/search/sound-key.ts'
import { statement } from '../database/statement.ts'
import type { Store, TermTable } from '../database/schema.ts'
import { insertTerms } from './insert-terms.ts'
import { storedTerms } from './record-store.ts'
import { SOUND_FIELD, soundFieldOf } from './term.ts'

/** So many records are read in one step, of which not all are people. */
const MOST_READ = 500
/** So many keys of earlier rules are dropped in one step. */
const MOST_DROPPED = 2000

/**
 * One short step on the way to keys of this version for everybody, and of no other: it makes some, or drops some. What it
 * did is written down with it, so that the next step goes on there, also after a cut. False when nothing is left.
 */
export async function soundStep(store: Store): Promise<boolean> {
  const upTo = await reachedBy(store)
  if (upTo === null) return dropSome(store)
  await makeSome(store, upTo)
  return true
}

/** So many steps, before anybody is answered: enough for a few people. */
const FIRST = 3

/** Whether more is left than can be done at once. */
export async function firstSounds(store: Store): Promise<boolean> {
  for (let step = 0; step < FIRST; step++) if (!(await soundStep(store))) return false
  return true
}

const known = statement((store, version: number) =>
  store.selectFrom('sound_keys').select('up_to').where('version', '=', version),
)

/** Whether everybody can be found by the sound of their name. */
export async function soundsReady(store: Store): Promise<boolean> {
  const [row] = await known(store, SOUND_VERSION)
  return row !== undefined && row.up_to === null
}

async function reachedBy(store: Store): Promise<number | null> {
  const [row] = await known(store, SOUND_VERSION)
  if (row !== undefined) return row.up_to
  await store.insertInto('sound_keys').values({ version: SOUND_VERSION, up_to: 0 }).execute()
  return 0
}

/**
 * In the order of cursors, whose end a record that changes meanwhile goes to: nobody is passed by. Whoever is new bears
 * keys of this version already.
 */
async function makeSome(store: Store, upTo: number): Promise<void> {
  const records = await store
    .selectFrom('record')
    .select(['cursor', 'id'])
    .select(sql<string | null>`case when name = 'person' then row end`.as('row'))
    .where('cursor', '>', upTo)
    .orderBy('cursor')
    .limit(MOST_READ)
    .execute()
  const terms = records.flatMap(({ id, row }) => (row === null ? [] : keysOf(id, row)))
  await insertTerms(store, terms)
  const last = records.length < MOST_READ ? null : (records.at(-1)?.cursor ?? null)
  await store.updateTable('sound_keys').set({ up_to: last }).where('version', '=', SOUND_VERSION).execute()
}

const keysOf = (id: string, row: string): readonly TermTable[] =>
  storedTerms('person', row).flatMap((term) => (term.field === SOUND_FIELD ? [{ name: 'person', id, ...term }] : []))

async function dropSome(store: Store): Promise<boolean> {
  const other = await store
    .selectFrom('sound_keys')
    .select('version')
    .where('version', '!=', SOUND_VERSION)
    .limit(1)
    .executeTakeFirst()
  if (other === undefined) return false
  const field = soundFieldOf(other.version)
  const dropped = await store
    .deleteFrom('term')
    .where('name', '=', 'person')
    .where('field', '=', field)
    .where(
      sql<boolean>`(value, id) in (select value, id from term where name = 'person' and field = ${field}
        order by value, id limit ${MOST_DROPPED})`,
    )
    .executeTakeFirst()
  if (Number(dropped.numDeletedRows) === 0) {
    await store.deleteFrom('sound_keys').where('version', '=', other.version).execute()
  }
  return true
}
