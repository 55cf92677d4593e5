import { z } from 'zod'

import type { PersonId } from '../../domain/id.ts'
import type { Version } from '../../domain/person/merge.ts'
import { PersonGroup, PersonGroups } from '../../domain/person/person-change.ts'
import { Hlc } from '../../domain/time/hlc.ts'
import type { PersonStampTable, Store } from '../database/schema.ts'
import { statement } from '../database/statement.ts'

const versionsNamed = statement((store, person: string) =>
  store.selectFrom('person_stamp').selectAll().where('person', '=', person).orderBy('kept_at').orderBy('said'),
)

/** Everything that was ever said of a person's details, the oldest first. */
export const versionsOf = async (store: Store, person: PersonId): Promise<readonly Version[]> =>
  (await versionsNamed(store, person)).map(toVersion)

const toVersion = (row: PersonStampTable): Version => ({
  group: PersonGroup.parse(row.field_group),
  value: PersonGroups.parse(JSON.parse(row.body)),
  stamp: {
    rank: row.stamp_rank,
    hlc: Hlc.parse(row.hlc),
    depth: z.coerce.number().int().parse(row.depth),
    own: Hlc.parse(row.own_hlc),
    said: Hlc.parse(row.said),
  },
  source: row.source,
  terminal: row.terminal,
  outcome: row.outcome,
})

/** Keeps new versions; one that is kept already stays as it is. */
export async function keepVersions(
  store: Store,
  person: PersonId,
  versions: readonly Version[],
  at: string,
): Promise<void> {
  if (versions.length === 0) return
  await store
    .insertInto('person_stamp')
    .values(versions.map((version) => toRow(person, version, at)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const toRow = (person: PersonId, { group, value, stamp, ...version }: Version, at: string): PersonStampTable => ({
  person,
  field_group: group,
  said: stamp.said,
  outcome: version.outcome,
  source: version.source,
  terminal: version.terminal,
  stamp_rank: stamp.rank,
  hlc: stamp.hlc,
  depth: stamp.depth,
  own_hlc: stamp.own,
  body: JSON.stringify(value),
  kept_at: at,
})
