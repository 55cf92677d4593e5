import { emptied, isLocked } from '../../domain/pharmacy/right-rule.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { giveRights } from './give-rights.ts'
import { giveNotice } from './notice.ts'
import { owe } from './owed.ts'

export type ReleaseProblem = 'unknown' | 'still-held' | 'more-than-left'

export const whyNotReleased: Readonly<Record<ReleaseProblem, string>> = {
  unknown: 'there is no such right',
  'still-held': 'its terminal may still give by it: let it return the right, or retire the terminal',
  'more-than-left': 'more was counted than was left',
}

/**
 * Frees a locked right after somebody has counted: `count` units were surely not given under it. Nothing but a person can
 * know that, and the difference is never given by it again.
 */
export async function releaseRight(
  store: Store,
  id: string,
  count: number,
  world: HimsWorld,
): Promise<Result<null, ReleaseProblem>> {
  const right = (await findRecord(store, 'right', id))?.row
  if (right === undefined) return fail('unknown')
  const holder = await store
    .selectFrom('terminal')
    .select(['epoch', 'retired_at'])
    .where('id', '=', right.holder)
    .executeTakeFirst()
  const stuck = isLocked(
    right,
    holder === undefined ? null : { epoch: holder.epoch, retired: holder.retired_at !== null },
  )
  if (!stuck) return fail('still-held')
  if (count > right.left) return fail('more-than-left')
  const at = moment(world.now())
  const { itemId: item, prescriptionId: prescription } = right
  await putRecord(store, own({ table: 'right', row: emptied(right) }), at)
  await owe(store, { item, prescription, units: count })
  const detail = `${count} of ${right.left} released after a count`
  await giveNotice(store, {
    id: `released ${id} ${at}`,
    noted_at: at,
    kind: 'released',
    terminal: right.holder,
    subject: id,
    detail,
  })
  await giveRights(store, world)
  return ok(null)
}
