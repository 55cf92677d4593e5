import { setImmediate as otherWork } from 'node:timers/promises'

import { fieldsOf, listOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { notHims, offline, online } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Kept, SyncStore } from '../sync-store.ts'
import type { Exchange, FhirAnswer, FhirFault } from './exchange.ts'
import { outcomeOfFault } from './outcome.ts'
import { matchesIn } from './reader.ts'
import type { Current } from './reader.ts'
import { arrive } from './take/arrive.ts'
import { takes } from './take/take.ts'
import type { TakeWorld } from './take/taken.ts'

/** A server may show a change so long after the moment that it says, in milliseconds. */
const OVERLAP = 150_000
const PAGE = '200'
/** A list that has no end is none. */
const MOST_PAGES = 100_000

export interface PullWorld extends TakeWorld {
  readonly base: string
  /** The types that the server has. */
  readonly types: ReadonlySet<string>
  /** The version of each resource that was taken in the last rounds: those of the overlap come again and again. */
  readonly seen: Map<string, string>
  readonly passedOver: (reasons: readonly string[]) => void
}

/**
 * Takes what changed since the cursor and a little before it, type by type. The cursor is the server's own time when this
 * began, and moves only when everything was read to its end.
 */
export async function pullFromFhir(ask: Exchange, store: SyncStore, world: PullWorld): Promise<Outcome> {
  const { cursor } = store.position()
  const again = new Map<string, string>()
  let began: number | null = null
  for (const type of Object.keys(takes).filter((one) => world.types.has(one))) {
    const since = cursor === 0 ? {} : { _lastUpdated: `ge${new Date(cursor - OVERLAP).toISOString()}` }
    const query = new URLSearchParams({ ...since, _sort: '_lastUpdated', _count: PAGE })
    for await (const page of pages(ask, type, query, world.base)) {
      if (!page.ok)
        return page.problem.kind === 'not-fhir' ? notHims(page.problem.reason) : outcomeOfFault(page.problem)
      began ??= page.value.date ?? world.now().getTime()
      const fresh = page.value.resources.filter(({ id, version }) => {
        const name = `${type}/${id}`
        const isKnown = version !== '' && (world.seen.get(name) === version || again.get(name) === version)
        again.set(name, version)
        return !isKnown
      })
      if ((await keep(store, type, fresh, world)) === 'disk-full') return offline('busy')
    }
  }
  world.seen.clear()
  for (const [name, version] of again) world.seen.set(name, version)
  const next = Math.max(1, began ?? cursor)
  return store.apply({ changes: [], next, more: false, at: world.now().toISOString() }) === 'kept'
    ? online
    : offline('busy')
}

/** Keeps resources without moving the cursor. */
export async function keep(
  store: SyncStore,
  type: string,
  resources: readonly Current[],
  world: TakeWorld & Pick<PullWorld, 'passedOver'>,
): Promise<Kept> {
  for (let from = 0; from < resources.length; from += PART) {
    await otherWork()
    const arrived = arrive(type, resources.slice(from, from + PART), world)
    if (arrived === 'disk-full') return arrived
    const { cursor } = store.position()
    const changes = arrived.changes.map((change) => ({ ...change, cursor }))
    const kept = store.apply({ changes, next: cursor, more: true, at: world.now().toISOString() })
    if (kept === 'disk-full') return kept
    for (const id of arrived.withdrawn) {
      if (world.memory.withdraw('allergy', id) === 'disk-full') return 'disk-full'
    }
    world.passedOver(arrived.skipped)
  }
  return 'kept'
}

/** Whoever searches meanwhile waits for no more than these. */
const PART = 50

interface Page {
  readonly resources: readonly Current[]
  readonly date: number | null
}

/** The pages of a search, by the links that the server gives. */
export async function* pages(
  ask: Exchange,
  type: string,
  query: URLSearchParams,
  base: string,
  headers: Readonly<Record<string, string>> = {},
): AsyncGenerator<Result<Page, FhirFault>> {
  let next: { readonly path: string; readonly query: URLSearchParams } | null = { path: `/${type}`, query }
  const asked = new Set<string>()
  for (let count = 0; next !== null && count < MOST_PAGES; count++) {
    const answer: Result<FhirAnswer, FhirFault> = await ask({ method: 'GET', ...next, headers })
    if (!answer.ok) {
      yield answer
      return
    }
    const { status, body, date } = answer.value
    if (status !== 200 || body['type'] !== 'searchset') {
      yield fail({ kind: 'not-fhir', reason: 'status' })
      return
    }
    yield ok({ resources: matchesIn(body, type), date })
    const link = nextLink(body)
    next = link === null ? null : within(link, base)
    // A link to elsewhere, or one that was followed already, would lose the rest.
    const name = `${next?.path} ${next?.query.toString()}`
    if (link !== null && (next === null || asked.has(name))) {
      yield fail({ kind: 'not-fhir', reason: 'cursor' })
      return
    }
    asked.add(name)
  }
}

function nextLink(bundle: Fields): string | null {
  const link = listOf(bundle['link'])
    .map(fieldsOf)
    .find(({ relation }) => relation === 'next')
  return typeof link?.['url'] === 'string' ? link['url'] : null
}

/** The link as it is asked at the address that is known: what stands behind a proxy may call itself otherwise. */
function within(link: string, base: string) {
  if (!URL.canParse(link, `${base}/`)) return null
  const { pathname, searchParams } = new URL(link, `${base}/`)
  const root = new URL(base).pathname.replace(/\/+$/, '')
  return pathname === root || pathname.startsWith(`${root}/`)
    ? { path: pathname.slice(root.length), query: searchParams }
    : null
}
