import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import { ok } from '../../domain/result.ts'
import { DepositRequest, RecoveryRequest } from '../../domain/wire/recovery.ts'
import type { HimsInside } from '../hims.ts'
import { readKnown } from '../record/tolerant.ts'
import { answer, common, refusal } from '../sync/answer.ts'
import type { Answer } from '../sync/answer.ts'
import type { Signed } from '../sync/bulk-routes.ts'
import type { GuessLimit } from '../sync/guess-limit.ts'
import type { Call } from '../sync/handler.ts'
import { codeHash } from '../terminal/enrolment.ts'
import { moment } from '../world.ts'
import { keepDeposit, openDeposits } from './deposit.ts'
import { recoveryKey } from './recovery-key.ts'

const keyCall: Call<object> = {
  schema: z.object({}),
  handle: async (inside) => {
    const key = await inside.commit(1, (store) => recoveryKey(store, inside.issuer))
    if (key === null) return refusal({ problem: 'busy', detail: 'the key file does not open the recovery key' })
    return answer({ ...common(inside), publicKey: key.publicKey })
  },
}

const depositCall: Call<DepositRequest> = {
  schema: DepositRequest,
  handle: async (inside, terminal, request) => {
    const at = moment(inside.world.now())
    const kept = await inside.commit(1, (store) => keepDeposit(store, terminal.id, request, at))
    return kept
      ? answer({ ...common(inside), kept: true })
      : refusal({ problem: 'bad-request', detail: 'too many keys' })
  },
}

/** A terminal gives its database key into HIMS's care. A hub keeps none: it stands in the same building. */
export function recoveryRoutes(server: FastifyInstance, signed: Signed): void {
  server.get(
    '/recovery',
    signed(keyCall, async () => ok({})),
  )
  server.post('/recovery', signed(depositCall))
}

/** POST /sync/v1/recovery/open */
export async function openRecovery(inside: HimsInside, guesses: GuessLimit, body: unknown): Promise<Answer> {
  const { salt, commit, world } = inside
  const request = readKnown(RecoveryRequest, body)
  if (!request.ok) return refusal({ problem: 'bad-request', detail: request.problem })
  if (!guesses.allowed(world.now())) return refusal({ problem: 'busy', detail: 'too many codes tried' }, 429)
  const hash = await codeHash(request.value.code, salt)
  if (hash === null) return refusal({ problem: 'unknown-code', detail: 'mistyped' })
  const opened = await commit(1, (store) => openDeposits(store, hash, request.value, inside))
  if (!opened.ok) {
    guesses.missed(world.now())
    return refusal({ problem: 'unknown-code' })
  }
  return answer({ ...common(inside), keys: opened.value })
}
