import { RecoveryReply } from '../../domain/wire/recovery.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { caller } from '../../sync/call.ts'
import { openSealed, x25519PublicKey } from '../key/sealed-key.ts'
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
      body: { code, publicKey: x25519PublicKey(own) },
      shape: RecoveryReply,
      identity: null,
    })
    if (answer.ok) {
      const keys = answer.value.value.keys.flatMap((sealed) => openSealed(sealed, own) ?? [])
      const key = keys.find((each) => opens(setting.folder, each))
      return key === undefined ? fail('wrong-key') : ok(key)
    }
    if (answer.problem.kind === 'problem' && answer.problem.problem === 'unknown-code') problem = 'unknown-code'
  }
  return fail(problem)
}
