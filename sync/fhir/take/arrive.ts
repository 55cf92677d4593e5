import { z } from 'zod'

import type { Change } from '../../../domain/wire/sync.ts'
import { localId } from '../local-id.ts'
import type { Remembered } from '../memory.ts'
import type { Current } from '../reader.ts'
import { rowVersion } from '../said.ts'
import { rememberedLink } from '../give/give.ts'
import { takes } from './take.ts'
import type { TakeWorld } from './taken.ts'

/** What some resources of one type come to. */
export interface Arrivals {
  readonly changes: readonly Omit<Change, 'cursor'>[]
  readonly withdrawn: readonly string[]
  /** Why each that was passed over was. */
  readonly skipped: readonly string[]
}

const LinkRow = z.looseObject({ id: z.string(), kept: z.string(), merged: z.string() })

/** Takes resources as they are now. They are remembered first: those that follow in the same page may belong to them. */
export function arrive(type: string, resources: readonly Current[], world: TakeWorld): Arrivals | 'disk-full' {
  const take = takes[type]
  const changes: Omit<Change, 'cursor'>[] = []
  const withdrawn: string[] = []
  const skipped: string[] = []
  for (const { id, version, updated, resource } of take === undefined ? [] : resources) {
    const before = world.memory.byId(type, id)
    const taken = take?.({ id, version, updated, resource, before }, world)
    if (taken === undefined) continue
    const { rows, partOf = before?.partOf ?? '', body = before?.body ?? null } = taken
    const local = taken.local ?? before?.local ?? localId(type, id)
    const known: Remembered[] = [{ type, id, local, version, partOf, body }]
    for (const { table, row } of rows) {
      const link = table === 'person_link' ? LinkRow.safeParse(row) : null
      if (link?.success === true) known.push(rememberedLink(link.data.id, link.data.kept, link.data.merged))
    }
    if (world.memory.remember(known) === 'disk-full') return 'disk-full'
    for (const { table, id: rowId, row } of rows) {
      // A prescription is put together now, out of orders that changed at different times.
      const at = table === 'prescription' ? world.now().toISOString() : updated
      if (row !== null) changes.push({ table, id: rowId, version: rowVersion(at), row })
    }
    if (taken.withdrawn !== undefined) withdrawn.push(taken.withdrawn)
    if (taken.skipped !== null) skipped.push(`${type}: ${taken.skipped}`)
  }
  return { changes, withdrawn, skipped }
}
