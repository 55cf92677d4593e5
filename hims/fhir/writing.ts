import { putResources } from '../clinical/resource-store.ts'
import type { ResourceWrite } from '../clinical/resource-store.ts'
import type { Store } from '../database/schema.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { keepOrigins } from './audit/access.ts'
import type { Origin } from './audit/access.ts'
import { isNative, readNative } from './read.ts'
import { storedTerms } from './stored-resource.ts'
import type { ResourceType } from './type-table.ts'

/** What one transaction remembers: orders without a group share a prescription for each patient. */
export type Gathering = Map<string, string>

/** A resource that a transaction wrote. */
export interface Touched {
  readonly type: ResourceType
  readonly id: string
  readonly activity: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly person: string | null
}

/** One transaction of the FHIR face: what it is to write at its end, in a few statements. */
export interface Writing {
  readonly store: Store
  readonly world: HimsWorld
  readonly client: string | null
  /** Records that were made elsewhere: nothing in them is an order to this hospital's pharmacy. */
  readonly isReported: boolean
  readonly gathering: Gathering
  readonly writes: ResourceWrite[]
  readonly touched: Touched[]
}

export function writingOf(store: Store, world: HimsWorld, client: string | null, isReported = false): Writing {
  // One moment for all of it, so that what is written together is one version.
  const at = world.now()
  const still = { ...world, now: () => at }
  return { store, world: still, client, isReported, gathering: new Map(), writes: [], touched: [] }
}

/** Writes what has gathered, and who wrote it. */
export async function finish({ store, world, client, writes, touched }: Writing): Promise<void> {
  const written = await putResources(store, writes, storedTerms, moment(world.now()))
  const versions = new Map(written.map((one, at) => [`${writes[at]?.type}/${writes[at]?.id}`, one]))
  const origins: Origin[] = []
  for (const { type, id, activity, person } of touched) {
    const own = versions.get(`${type}/${id}`)
    const native = isNative(type) ? await readNative(store, type, id) : null
    if (native === null && own?.change === 'same') continue
    const version = native?.meta.versionId ?? String(own?.version ?? 1)
    origins.push({ client, activity, type, target: id, version, person })
  }
  await keepOrigins(store, origins, world)
}
