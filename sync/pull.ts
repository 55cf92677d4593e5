import { setImmediate as otherWork } from 'node:timers/promises'

import { AnyPullReply } from '../domain/wire/packed.ts'
import type { Change } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { notHims, offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { changesOf } from './page.ts'
import type { Kept, SyncStore } from './sync-store.ts'

/** How much is asked for and kept at once. */
export interface Pace {
  readonly page: number
  /** So many changes are kept at once: whoever writes meanwhile waits for no more than these. */
  readonly part: () => number
  /** Others have their turn. */
  readonly pause: () => Promise<void>
}

/** On the thread that answers questions, a search waits for no more than one small part. */
export const besideQuestions: Pace = { page: 500, part: () => 50, pause: () => otherWork() }

const TIDY_STEPS = 16

/**
 * Takes every change there is, page by page, and asks for the next page while one is kept. A page that was cut short or
 * bent on its way is never applied.
 */
export async function pullAll(
  call: Caller,
  store: SyncStore,
  identity: Identity,
  now: () => Date,
  pace = besideQuestions,
): Promise<Outcome> {
  const ask = (cursor: number) => {
    const body = { cursor, limit: pace.page }
    const answer = call({ method: 'POST', path: '/sync/v1/pull', body, shape: AnyPullReply, packed: true, identity })
    // It may not be looked at any more, and then must not fail unheard.
    answer.catch(() => {})
    return answer
  }
  let { cursor } = store.position()
  for (let asked = ask(cursor); ;) {
    const answer = await asked
    if (!answer.ok) return outcomeOf(answer.problem)
    const { value: page, raw } = answer.value
    // Restored between hello and here: the next round compares again.
    if (page.incarnation !== store.position().incarnation) return offline('busy')
    const changes = changesOf(page, raw)
    if (!changes.ok) return notHims(changes.problem)
    if (!follows(cursor, page, changes.value)) return notHims('cursor')
    cursor = page.next
    if (page.more) asked = ask(cursor)
    if ((await keepPage(store, { ...page, changes: changes.value }, now, pace)) === 'disk-full') return offline('busy')
    if (!page.more) return online
  }
}

interface Rows {
  readonly changes: readonly Change[]
  readonly next: number
  readonly more: boolean
}

/** A page goes on from where it was asked, in order, and promises more only when it came further itself. */
function follows(cursor: number, { next, more }: Omit<Rows, 'changes'>, changes: readonly Change[]): boolean {
  const inOrder = changes.every((change, at) => change.cursor > (changes[at - 1]?.cursor ?? cursor))
  return inOrder && next >= (changes.at(-1)?.cursor ?? cursor) && !(more && next === cursor)
}

/**
 * Part by part, each with the cursor of its last change, and questions are answered in between. Changes come in the
 * order of their cursors, so that whoever is stopped halfway asks again from there.
 */
async function keepPage(store: SyncStore, page: Rows, now: () => Date, { part, pause }: Pace): Promise<Kept> {
  for (let from = 0; from === 0 || from < page.changes.length;) {
    await pause()
    const to = from + part()
    const changes = page.changes.slice(from, to)
    const isLast = to >= page.changes.length
    const next = isLast ? page.next : (changes.at(-1)?.cursor ?? page.next)
    const kept = store.apply({ changes, next, more: page.more || !isLast, at: now().toISOString() })
    if (kept === 'disk-full') return kept
    const { cursor } = store.position()
    from = cursor >= next ? to : from + changes.filter((change) => change.cursor <= cursor).length
  }
  await tidyUp(store, pause)
  return 'kept'
}

/** What is left over is done after the next page. */
async function tidyUp(store: SyncStore, pause: Pace['pause']): Promise<void> {
  for (let step = 0; step < TIDY_STEPS; step += 1) {
    await pause()
    if (!store.tidy()) return
  }
}
