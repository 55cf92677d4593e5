import { hexOf } from '../../domain/card/bytes.ts'
import { RecoveryReply } from '../../domain/wire/recovery.ts'
import { publicKeyOf } from '../../domain/wire/seal.ts'
import { openSealed } from '../../domain/wire/sealed-key.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { caller } from '../../sync/call.ts'
import { opens } from '../store/rekey.ts'
import type { TerminalWorld } from './world.ts'

export type RecoverProblem = 'unknown-code' | 'unreachable' | 'wrong-key'

type RecoverWorld = Pick<TerminalWorld, 'setting' | 'now' | 'random' | 'timers' | 'transport'>

/** Trades a supervisor's one-time code for the key that HIMS keeps of this terminal. Nothing on the disk is changed. */
export async function recoverKey(
  { setting, now, random, timers, transport }: RecoverWorld,
  code: string,
): Promise<Result<Uint8Array, RecoverProblem>> {
  const own = random(32)
  const publicKey = hexOf(await publicKeyOf(own))
  let problem: RecoverProblem = 'unreachable'
  for (const address of setting.hims) {
    const ending = new AbortController()
    const call = caller({
      transport: transport(address, setting.trust),
      now,
      after: timers.after,
      signal: ending.signal,
      nonce: () => Buffer.from(random(12)).toString('base64url'),
    })
    const answer = await call({
      method: 'POST',
      path: '/sync/v1/recovery/open',
      body: { code, publicKey },
      shape: RecoveryReply,
      identity: null,
    })
    if (answer.ok) {
      for (const sealed of answer.value.value.keys) {
        const key = await openSealed(sealed, own)
        if (key !== null && opens(setting.folder, key)) return ok(key)
      }
      return fail('wrong-key')
    }
    if (answer.problem.kind === 'problem' && answer.problem.problem === 'unknown-code') problem = 'unknown-code'
  }
  return fail(problem)
}
