import { setImmediate as otherWork, setTimeout as rest } from 'node:timers/promises'

import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { AnyPullReply } from '../domain/wire/packed.ts'
import type { Change } from '../domain/wire/sync.ts'
import { ahead } from './ahead.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { notHims, offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { changesOf } from './page.ts'
import type { PageProblem } from './page.ts'
import type { Kept, SyncStore } from './sync-store.ts'

/** How much is asked for and kept at once. */
export interface Pace {
  readonly page: number
  /** So many changes are kept at once: whoever writes meanwhile waits for no more than these. */
  readonly part: () => number
  /** Others have their turn. */
  readonly pause: () => Promise<void>
  /** So many pages may have come before they are kept. */
  readonly ahead: number
  /** Reads the rows of an answer, here or on a thread beside. */
  readonly open: (reply: AnyPullReply, raw: unknown) => PageRows | Promise<PageRows>
}

export type PageRows = Result<readonly Change[], PageProblem>

/** On the thread that answers questions, a search waits for no more than one small part. */
export const besideQuestions: Pace = {
  page: 500,
  part: () => 50,
  pause: () => otherWork(),
  ahead: 1,
  open: changesOf,
}

const TIDY_STEPS = 16

/**
 * Takes every change there is, and asks for the next pages while some are kept. A page that was cut short or bent on its
 * way is never applied.
 */
export async function pullAll(
  call: Caller,
  store: SyncStore,
  identity: Identity,
  now: () => Date,
  pace = besideQuestions,
): Promise<Outcome> {
  const isOurs = ({ incarnation }: { readonly incarnation: string }) => incarnation === store.position().incarnation
  const ask = async (cursor: number): Promise<Result<Answer, Outcome>> => {
    const body = { cursor, limit: pace.page }
    const asked = { method: 'POST', path: '/sync/v1/pull', body, shape: AnyPullReply, packed: true, identity } as const
    const answer = await call(asked)
    if (!answer.ok) return fail(outcomeOf(answer.problem))
    const { value: page, raw } = answer.value
    // Restored between hello and here: the next round compares again.
    if (!isOurs(page)) return fail(offline('busy'))
    const { incarnation, next, more } = page
    return ok({ incarnation, cursor, next, more, opened: pace.open(page, raw) })
  }
  const pages = ahead<Result<Answer, Outcome>>(pace.ahead, (last) => {
    if (last === null) return ask(store.position().cursor)
    return last.ok && last.value.more ? ask(last.value.next) : null
  })
  try {
    for (;;) {
      const some = await Promise.all((await pages.take(mostPages(pace))).map(rowsOf))
      // Those that are asked for now are opened while these are kept.
      if (pace.ahead > 1) await Promise.race([pages.filled(), rest(FILLING)])
      const right = rightOnes(some)
      const page = joined(right)
      if (page !== null) {
        if (!right.every(isOurs)) return offline('busy')
        if ((await keepPage(store, page, now, pace)) === 'disk-full') return offline('busy')
        if (!page.more) return online
      }
      const wrong = some[right.length]
      if (wrong?.ok === false) return wrong.problem
    }
  } finally {
    pages.end()
  }
}

/** So long the next pages are waited for before some are kept, in milliseconds. */
const FILLING = 30

interface Answer {
  readonly incarnation: string
  /** From where it goes on. */
  readonly cursor: number
  readonly next: number
  readonly more: boolean
  /** The next page is asked for while this one is opened. */
  readonly opened: PageRows | Promise<PageRows>
}

async function rowsOf(answer: Result<Answer, Outcome>): Promise<Result<Rows, Outcome>> {
  if (!answer.ok) return answer
  const { incarnation, cursor, next, more, opened } = answer.value
  const changes = await opened
  if (!changes.ok) return fail(notHims(changes.problem))
  if (!follows(cursor, answer.value, changes.value)) return fail(notHims('cursor'))
  return ok({ incarnation, changes: changes.value, next, more })
}

interface Rows {
  readonly incarnation: string
  readonly changes: readonly Change[]
  readonly next: number
  readonly more: boolean
}

/** As many as are kept in one part. */
const mostPages = ({ part, page }: Pace): number => Math.max(1, Math.floor(part() / page))

/** Those before the first that is wrong. */
function rightOnes(some: readonly Result<Rows, Outcome>[]): readonly Rows[] {
  const right: Rows[] = []
  for (const each of some) {
    if (!each.ok) return right
    right.push(each.value)
  }
  return right
}

/** Pages that follow one another as one. */
function joined(pages: readonly Rows[]): Rows | null {
  const last = pages.at(-1)
  if (last === undefined || pages.length === 1) return last ?? null
  return { ...last, changes: pages.flatMap(({ changes }) => changes) }
}

/** A page goes on from where it was asked, in order, and promises more only when it came further itself. */
function follows(cursor: number, { next, more }: Pick<Rows, 'next' | 'more'>, changes: readonly Change[]): boolean {
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
