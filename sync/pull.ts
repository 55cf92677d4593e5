import { createHash } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'

import { PullReply } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { Kept, SyncStore } from './sync-store.ts'

const PAGE = 500
/** So many changes are kept at once: a search that comes meanwhile waits for no more than these. */
const PART = 50
const TIDY_STEPS = 16

/** Takes every change there is, page by page. A page that was cut short or bent on its way is never applied. */
export async function pullAll(call: Caller, store: SyncStore, identity: Identity, now: () => Date): Promise<Outcome> {
  for (;;) {
    const { cursor, incarnation } = store.position()
    const answer = await call({
      method: 'POST',
      path: '/sync/v1/pull',
      body: { cursor, limit: PAGE },
      shape: PullReply,
      identity,
    })
    if (!answer.ok) return outcomeOf(answer.problem)
    const { value: page, raw } = answer.value
    // Restored between hello and here: the next round compares again.
    if (page.incarnation !== incarnation) return offline('busy')
    if (page.digest !== digestOf(raw) || page.next < cursor) return offline('not-hims')
    if (page.more && page.next === cursor) return offline('not-hims')
    if ((await keepPage(store, page, now)) === 'disk-full') return offline('busy')
    if (!page.more) return online
  }
}

/**
 * Part by part, each with the cursor of its last change, and questions are answered in between. Changes come in the
 * order of their cursors, so that whoever is stopped halfway asks again from there.
 */
async function keepPage(store: SyncStore, page: PullReply, now: () => Date): Promise<Kept> {
  for (let from = 0; from === 0 || from < page.changes.length; from += PART) {
    await otherWork()
    const changes = page.changes.slice(from, from + PART)
    const isLast = from + PART >= page.changes.length
    const next = isLast ? page.next : (changes.at(-1)?.cursor ?? page.next)
    const kept = store.apply({ changes, next, more: page.more || !isLast, at: now().toISOString() })
    if (kept === 'disk-full') return kept
  }
  await tidyUp(store)
  return 'kept'
}

/** What is left over is done after the next page. */
async function tidyUp(store: SyncStore): Promise<void> {
  for (let step = 0; step < TIDY_STEPS; step += 1) {
    await otherWork()
    if (!store.tidy()) return
  }
}

/** Over the changes as they came: fields that this version does not know count as well. */
function digestOf(raw: unknown): string {
  const changes = typeof raw === 'object' && raw !== null && 'changes' in raw ? raw.changes : []
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex')
}
