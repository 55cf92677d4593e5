import { z } from 'zod'

import { HelloReply } from '../../domain/wire/sync.ts'
import type { OfferedBundleKey } from '../bundle/bundle-key.ts'
import type { Commit } from '../database/group-commit.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { keepAnswer, keptAnswer } from './kept-answer.ts'

const NAME = 'bundle-key'

const Kept = z.object({ bundleKey: HelloReply.shape.bundleKey, bundleProof: HelloReply.shape.bundleProof })

export interface KeepingWorld {
  readonly store: Store
  readonly commit: Commit
  readonly issuer: IssuerWorld
}

/** Keeps what a greeting of HIMS says of its key for bundles; the same again costs no write. */
export async function keepBundleKey({ store, commit, issuer }: KeepingWorld, reply: HelloReply): Promise<void> {
  const { bundleKey, bundleProof } = reply
  if (bundleKey === undefined || bundleProof === undefined) return
  const known = await keptBundleKey(store, issuer)
  const isSame = known.bundleKey === bundleKey && known.bundleProof?.statement === bundleProof.statement
  if (isSame && known.bundleProof?.certificate === bundleProof.certificate) return
  await commit(1, (write) => keepAnswer(write, issuer, NAME, { bundleKey, bundleProof }))
}

/** Nothing where HIMS was never met, or has no certified key to sign with. */
export async function keptBundleKey(store: Store, issuer: IssuerWorld): Promise<OfferedBundleKey> {
  const kept = Kept.safeParse(await keptAnswer(store, issuer, NAME))
  if (!kept.success) return {}
  const { bundleKey, bundleProof } = kept.data
  return bundleKey === undefined || bundleProof === undefined ? {} : { bundleKey, bundleProof }
}
