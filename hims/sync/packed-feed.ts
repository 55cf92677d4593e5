import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { writePage } from '../../domain/wire/codec/page.ts'
import type { PackedPage } from '../../domain/wire/packed.ts'
import { Change } from '../../domain/wire/sync.ts'
import type { ChangePage } from '../record/change-feed.ts'
import type { PageCache } from './page-cache.ts'
import { pack } from './zip.ts'

export interface PackedChanges extends PackedPage {
  readonly next: number
  readonly more: boolean
}

const Changes = z.array(Change)

/** Rows as columns, packed; pages before the last one are the same for all who may see the same, and made once. */
export async function packChanges(changes: readonly Change[], encoding: Encoding): Promise<PackedPage> {
  const bytes = writePage(changes)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { encoding, digest, page: await pack(bytes, encoding, changes.length < FEW ? 'quick' : 'small') }
}

/** The same of `changes` as a page of the feed has them. */
export const packJson = (changes: string, encoding: Encoding): Promise<PackedPage> =>
  packChanges(Changes.parse(JSON.parse(changes)), encoding)

/** A small page is news, which few will ask for again. */
const FEW = 200

/** A page of the feed in columns; `scope` says whose eyes it is for. */
export const packedFeed = (
  cache: PageCache<PackedChanges>,
  { scope, cursor, limit }: { readonly scope: string; readonly cursor: number; readonly limit: number },
  encoding: Encoding,
  read: () => Promise<ChangePage>,
): Promise<PackedChanges> =>
  cache.get(
    `${scope} ${cursor} ${limit} ${encoding}`,
    async () => {
      const { changes, next, more } = await read()
      return { next, more, ...(await packJson(changes, encoding)) }
    },
    ({ more }) => more,
  )
