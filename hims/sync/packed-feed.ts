import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import type { PackedPage } from '../../domain/wire/packed.ts'
import type { ChangePage } from '../record/change-feed.ts'
import type { PageCache } from './page-cache.ts'
import { packAside } from './page-thread.ts'

export interface PackedChanges extends PackedPage {
  readonly next: number
  readonly more: boolean
}

/** What a page of the feed is for; `scope` says whose eyes. */
export interface FeedPlace {
  readonly scope: string
  readonly cursor: number
  readonly limit: number
  readonly encoding: Encoding
}

/**
 * A page of the feed in columns, made once for all who ask the same. One that has others behind it stays what it is; the
 * last one is good until something new comes.
 */
export async function packedFeed(
  cache: PageCache<PackedChanges>,
  { scope, cursor, limit, encoding }: FeedPlace,
  newest: () => Promise<number>,
  read: () => Promise<ChangePage>,
): Promise<PackedChanges> {
  const name = `${scope} ${cursor} ${limit} ${encoding}`
  const known = cache.known(name)
  if (known !== null) return known
  const last = `${name} ${await newest()}`
  return (
    cache.known(last) ??
    cache.known(name) ??
    cache.make(
      name,
      async () => {
        const { changes, rows, next, more } = await read()
        return { next, more, ...(await packAside({ changes, rows, encoding })) }
      },
      ({ more, next }) => (more ? name : `${name} ${next}`),
    )
  )
}
