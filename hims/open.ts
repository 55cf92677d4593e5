import { hexOf } from '../domain/card/bytes.ts'
import { auditAlarms } from './audit/audit-alarms.ts'
import { createClient } from './client/client.ts'
import type { Engine } from './database/engine.ts'
import { groupCommit } from './database/group-commit.ts'
import { openEngine } from './database/open-engine.ts'
import { isPostgresAddress } from './database/postgres-address.ts'
import { noting } from './database/run-note.ts'
import type { Store } from './database/schema.ts'
import type { Hims, HimsInside } from './hims.ts'
import { meter } from './health/meter.ts'
import { hubOver } from './hub/hub.ts'
import type { Hub } from './hub/hub.ts'
import { forgetLent } from './hub/restored.ts'
import type { HubRoundWorld } from './hub/round.ts'
import { upstreamAt } from './hub/upstream.ts'
import { incarnationOf } from './incarnation.ts'
import { cardKeys } from './issuer/card-keys.ts'
import { keepEmergencyKey, wrapPlainSeeds } from './issuer/emergency-key.ts'
import type { IssuerWorld } from './issuer/issuer-world.ts'
import { issuingKey } from './issuer/issuing-key.ts'
import { keyFilePath, readKeyFile, wrapping } from './key/key-file.ts'
import { ensureServable } from './move/state.ts'
import { fillOwners } from './record/fill-owners.ts'
import { fillTerms } from './record/fill-terms.ts'
import { loadRows } from './record/load-rows.ts'
import { soundKeeper } from './record/sound-keeper.ts'
import { firstSounds } from './record/sound-keys.ts'
import { createRecovery } from './recovery/deposit.ts'
import { giveRights } from './right/give-rights.ts'
import { holdGrants } from './right/grant-hold.ts'
import { parkedKeeper } from './right/parked-keeper.ts'
import { passLists } from './status/pass-lists.ts'
import { statusLists } from './status/status-list.ts'
import { newsRoom, realAfter } from './sync/news.ts'
import { createEnrolment } from './terminal/enrolment.ts'
import { retire, terminals } from './terminal/retire.ts'
import type { HimsWorld } from './world.ts'

/** Opens a HIMS; an empty database is set up first. Throws one clear line for a database it can't use. */
export async function openHims(world: HimsWorld): Promise<Hims> {
  const opened = await openEngine(world.database)
  if (!opened.ok) throw new Error(opened.problem)
  await servable(opened.value, world)
  return himsOver(opened.value, world)
}

async function servable(engine: Engine, { now }: HimsWorld): Promise<void> {
  try {
    await ensureServable(engine, now())
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** The same over a database that is already open. */
export async function himsOver(opened: Engine, world: HimsWorld): Promise<Hims> {
  const counting = meter()
  const noted = await noting(opened, notePath(world))
  const engine = counting.measured(noted.engine)
  const news = newsRoom(world.after)
  const issuer = issuerWorld(world)
  const commit = counting.counted(
    groupCommit(engine, () => {
      news.tell()
      parked.look()
    }),
  )
  const after = world.after ?? realAfter
  const parked = parkedKeeper({ store: engine.store, commit, now: world.now, after })
  const sounds = soundKeeper({ commit, after })
  const { salt, soundsLeft, ...identity } = await commit(1, async (store) => {
    const known = await identityOf(store, world)
    await wrapPlainSeeds(store, issuer)
    await keepEmergencyKey(store, issuer)
    await issuingKey(store, issuer)
    // Not before the hold: what the copy calls nobody's may be somebody's.
    if (noted.isCopy && world.hub === undefined) await holdGrants(store, world)
    await giveRights(store, world)
    await fillTerms(store)
    await fillOwners(store)
    return { ...known, soundsLeft: await firstSounds(store) }
  })
  const hub = hubOf(world, { store: engine.store, commit, issuer, begunAbove: () => incarnation.declare() })
  const incarnation = incarnationOf(identity.incarnation, commit, world, async (store) => {
    await passLists(store, issuer)
    if (hub !== null) await forgetLent(store)
    else await holdGrants(store, world)
  })
  if (noted.isCopy) await incarnation.declare()
  if (soundsLeft) sounds.begin()
  const statusFor = statusLists(engine.store, commit, issuer)
  const inside: HimsInside = {
    hub,
    engine,
    store: engine.store,
    commit,
    salt,
    world,
    news,
    auditAlarms: auditAlarms(),
    incarnation,
    issuer,
    statusFor,
    meter: counting,
  }
  return {
    load: (rows) => loadRows(inside, rows),
    createEnrolment: (plan) => createEnrolment(inside, plan),
    createClient: (name, scopes = null) => createClient(inside, name, scopes),
    declareRestored: incarnation.declare,
    terminals: () => terminals(inside),
    createRecovery: (terminal) => createRecovery(inside, terminal),
    retire: (terminal) => retire(inside, terminal),
    cardKeys: cardKeys(engine.store, commit, issuer),
    close: async () => {
      await hub?.stop()
      parked.stop()
      await sounds.stop()
      await engine.close()
    },
    inside,
  }
}

function notePath({ database }: HimsWorld): string | null {
  const path = database.replace(/^sqlite:/, '')
  return isPostgresAddress(database) || path === ':memory:' || path === '' ? null : `${path}.note`
}

type HubOver = Pick<HimsInside, 'store' | 'commit' | 'issuer'> & Pick<HubRoundWorld, 'begunAbove'>

function hubOf({ hub, now, random }: HimsWorld, over: HubOver): Hub | null {
  if (hub === undefined) return null
  const ending = new AbortController()
  const upstream = upstreamAt({
    address: hub.upstream,
    now,
    random,
    fetch: hub.fetch,
    after: hub.after,
    signal: ending.signal,
  })
  return hubOver({ ...over, upstream, ending, code: hub.code, timers: { after: hub.after }, report: hub.report })
}

function issuerWorld({ database, keyFile, now, random }: HimsWorld): IssuerWorld {
  const path = keyFilePath(database, keyFile)
  const key = path === null ? { ok: true as const, value: random(32) } : readKeyFile(path, random)
  if (!key.ok) throw new Error(key.problem)
  return { now, random, secrets: wrapping(key.value, random) }
}

/** Who this database is; made once, when it is new. */
async function identityOf(store: Store, { random }: HimsWorld): Promise<{ incarnation: string; salt: string }> {
  const known = await store.selectFrom('hims').select(['incarnation', 'salt']).executeTakeFirst()
  if (known !== undefined) return known
  const identity = { incarnation: hexOf(random(16)), salt: hexOf(random(16)) }
  await store
    .insertInto('hims')
    .values({ only: 1, ...identity })
    .execute()
  return identity
}
