import { createHash } from 'node:crypto'

import { PullRequest } from '../../domain/wire/sync.ts'
import { newestCursor } from '../database/counter.ts'
import { changesAfter } from '../record/change-feed.ts'
import { heldAfter } from '../record/visible.ts'
import { answer, cborAnswer, common } from './answer.ts'
import { call } from './handler.ts'
import type { Call } from './handler.ts'
import { packedFeed } from './packed-feed.ts'
import type { PackedChanges } from './packed-feed.ts'
import type { PageCache } from './page-cache.ts'

/** POST /sync/v1/pull: columns for whoever takes CBOR, and `changes` as plain JSON for everyone else. */
export const pullCall = (cache: PageCache<PackedChanges>): Call<PullRequest> =>
  call(PullRequest, async (inside, terminal, { cursor, limit }, { cbor, encoding }) => {
    const visitsAfter = heldAfter(terminal, 'visit', inside.world.now())
    const said = { ...common(inside), lastN: terminal.last_n }
    if (cbor) {
      const scope = `${said.incarnation} ${terminal.role} ${terminal.facility}`
      const place = { scope, cursor, limit, encoding }
      const newest = () => newestCursor(inside.store)
      const page = () => changesAfter(inside.store, terminal, { cursor, limit, visitsAfter, isShared: true })
      return cborAnswer({ ...said, ...(await packedFeed(cache, place, newest, page)) })
    }
    const { changes, next, more } = await changesAfter(inside.store, terminal, { cursor, limit, visitsAfter })
    const digest = createHash('sha256').update(changes).digest('hex')
    const text = JSON.stringify({ ...said, digest, next, more })
    // The digest is over exactly this text.
    return { ...answer({}), body: `${text.slice(0, -1)},"changes":${changes}}` }
  })
