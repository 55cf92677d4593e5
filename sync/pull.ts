import { createHash } from 'node:crypto'

import { PullReply } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** Small enough that a search that comes between two pages hardly waits. */
const PAGE = 500

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
    const kept = store.apply({ changes: page.changes, next: page.next, more: page.more, at: now().toISOString() })
    if (kept === 'disk-full') return offline('busy')
    if (!page.more) return online
  }
}

/** Over the changes as they came: fields that this version does not know count as well. */
function digestOf(raw: unknown): string {
  const changes = typeof raw === 'object' && raw !== null && 'changes' in raw ? raw.changes : []
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex')
}
