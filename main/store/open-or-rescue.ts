import { fail } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { writeFaultOf } from './cause.ts'
import { isInUse } from './database.ts'
import type { ClosedCause } from './database.ts'
import { freeBytes } from './reserve.ts'
import { rescue } from './salvage/rescue.ts'
import { retell } from './salvage/retell.ts'
import { openStore } from './store.ts'
import type { Store, StorePlace } from './store.ts'

/** A new database of one terminal's own rows is small; with less room than this nothing is begun. */
const ROOM = 64 * 1024 * 1024

/**
 * Opens the store; a damaged one is set aside and what only it knew is carried into a new one. A key that fits nothing
 * sets nothing aside: it may be the wrong key, and a person decides.
 */
export function openOrRescue(place: StorePlace, now: () => Date): Result<Store, ClosedCause> {
  const opened = openStore(place)
  return opened.ok || opened.problem !== 'damaged' ? opened : openRescued(place, now)
}

/** The same for damage that showed only while the store was open: it is sure, however well the file opens again. */
export function openRescued(place: StorePlace, now: () => Date): Result<Store, ClosedCause> {
  const opened = fail('damaged' as const)
  if (place.key === null) return opened
  if (isInUse(place.folder) || freeBytes(place.folder) < ROOM) return opened
  try {
    if (rescue({ folder: place.folder, key: place.key, now: now() }) === null) return opened
  } catch (fault) {
    if (writeFaultOf(fault) === null) throw fault
    return opened
  }
  const again = openStore(place)
  if (!again.ok) return again
  retell(again.value, now)
  const { audit, rescue: rescues } = again.value
  const found = rescues.recent(now())
  audit.note({
    at: now().toISOString(),
    operator: null,
    deed: 'store.rescued',
    subject:
      found === null ? '' : `${found.carried} carried, ${found.lost.length} lost${found.tail ? ', end unsure' : ''}`,
  })
  return again
}
