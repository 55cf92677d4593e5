import { BundleRequest } from '../../domain/wire/bundle.ts'
import type { BundleReply } from '../../domain/wire/bundle.ts'
import { answer, common, refusal } from '../sync/answer.ts'
import { call } from '../sync/handler.ts'
import type { Call } from '../sync/handler.ts'
import { takeBundle } from './take-bundle.ts'

/** POST /sync/v1/bundle: a courier hands over a file, and takes the receipt back with it. */
export const bundleCall: Call<BundleRequest> = call(BundleRequest, async (inside, _courier, { bundle }) => {
  const taken = await takeBundle(inside, Buffer.from(bundle, 'base64'))
  if (!taken.ok) return refusal({ problem: 'bad-request', detail: `${taken.problem} bundle` })
  const receipt = Buffer.from(taken.value.receipt).toString('base64')
  return answer({ ...common(inside), receipt } satisfies BundleReply)
})
