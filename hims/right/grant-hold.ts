import type { Store, TerminalTable } from '../database/schema.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'

/**
 * After HIMS came back from a copy it cannot know which units it gave in the life that was lost. Nobody is given new
 * rights at a hospital before each of its pharmacies has told what it holds.
 */
export async function holdGrants(store: Store, { now }: Pick<HimsWorld, 'now'>): Promise<void> {
  const pharmacies = await store
    .selectFrom('terminal')
    .select(['id', 'facility'])
    .where('role', '=', 'pharmacy')
    .where('retired_at', 'is', null)
    .execute()
  const since = moment(now())
  await store.deleteFrom('grant_hold').execute()
  for (const { id, facility } of pharmacies) {
    await store.insertInto('grant_hold').values({ terminal: id, facility, since }).execute()
  }
}

/** Pharmacies that are still to be heard, of one hospital or of all. */
export async function unheard(
  store: Store,
  facility: string | null,
  { now, holdGrantsFor }: Pick<HimsWorld, 'now' | 'holdGrantsFor'>,
): Promise<readonly string[]> {
  const held = store
    .selectFrom('grant_hold')
    .innerJoin('terminal', 'terminal.id', 'grant_hold.terminal')
    .select('grant_hold.terminal')
    .where('terminal.retired_at', 'is', null)
    .where('grant_hold.since', '>', holdGrantsFor == null ? '' : moment(now() - holdGrantsFor))
    .orderBy('grant_hold.terminal')
  const rows = await (facility === null ? held : held.where('grant_hold.facility', '=', facility)).execute()
  return rows.map(({ terminal }) => terminal)
}

/** Whether this pharmacy may be given nothing new yet, by its hospital's pharmacies. */
export async function isHeld(
  store: Store,
  pharmacy: string,
  world: Pick<HimsWorld, 'now' | 'holdGrantsFor'>,
): Promise<boolean> {
  if ((await store.selectFrom('grant_hold').select('terminal').limit(1).executeTakeFirst()) === undefined) return false
  const found = await store.selectFrom('terminal').select('facility').where('id', '=', pharmacy).executeTakeFirst()
  // One that is not enrolled belongs to no hospital, so that any of them may hold what it wants.
  return (await unheard(store, found?.facility ?? null, world)).length > 0
}

/** What a greeting asks for: a pharmacy to tell its rights, or a hub to have its pharmacies tell theirs. */
export async function askedToTell(
  store: Store,
  { id, role, facility }: Pick<TerminalTable, 'id' | 'role' | 'facility'>,
  world: Pick<HimsWorld, 'now' | 'holdGrantsFor'>,
): Promise<{ readonly tellRights?: readonly string[] }> {
  if (role !== 'pharmacy' && role !== 'hub') return {}
  const asked = (await unheard(store, facility, world)).filter((terminal) => role === 'hub' || terminal === id)
  return asked.length === 0 ? {} : { tellRights: asked }
}

/** An administrator knows better, or a pharmacy has told: `terminal` null for all. Gives how many were still to be heard. */
export async function endHold(store: Store, terminal: string | null): Promise<number> {
  const gone = store.deleteFrom('grant_hold').returning('terminal')
  return (await (terminal === null ? gone : gone.where('terminal', '=', terminal)).execute()).length
}
