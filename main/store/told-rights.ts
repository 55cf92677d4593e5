import type { ToldRight } from '../../domain/wire/right.ts'
import type { Store } from './store.ts'
import { readRow } from './shared-table.ts'

/** Older hand-overs HIMS surely has: copies of it are younger. In milliseconds. */
const HANDED_OVER = 40 * 24 * 3_600_000

/** The rights of this pharmacy in its epoch, with what each was at first: what is left, was given and was returned. */
export function rightsToTell(
  { database, device }: Pick<Store, 'database' | 'device'>,
  now: Date,
): readonly ToldRight[] {
  const { terminal, epoch } = device.read()
  const since = new Date(now.getTime() - HANDED_OVER).toISOString()
  const rows = database
    .prepare<
      [string, string | null, number, string],
      { readonly body: string; readonly given: number; readonly returned: number }
    >(
      `SELECT r.body,
         coalesce((SELECT sum(d.quantity) FROM dispense d
           WHERE d.item_id = r.item_id AND json_extract(d.body, '$.rightId') = r.id), 0) AS given,
         coalesce((SELECT max(json_extract(o.body, '$.left')) FROM outbox o
           WHERE o.at >= ? AND json_extract(o.body, '$.kind') = 'right.returned'
             AND json_extract(o.body, '$.rightId') = r.id), 0) AS returned
       FROM "right" r
       WHERE r.holder = ? AND r.epoch = ? AND (r.units_left > 0
         OR EXISTS (SELECT 1 FROM dispense d WHERE d.item_id = r.item_id AND d.at >= ?))`,
    )
    .all(since, terminal, epoch, since)
  return rows.flatMap(({ body, given, returned }) => {
    const right = readRow('right', body)
    const units = right.left + given + returned
    return units === 0 ? [] : [{ right, units }]
  })
}
