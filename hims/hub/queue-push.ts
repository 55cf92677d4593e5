import { lastNumber, takeNumbers } from '../database/counter.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import type { Pushed } from '../mutation/push.ts'
import type { Result } from '../../domain/result.ts'
import type { SyncProblem } from '../../domain/wire/sync.ts'
import { envelopeOf } from '../sync/envelope.ts'
import type { RawRequest } from '../sync/signed-request.ts'
import type { HimsWorld } from '../world.ts'
import { queueOwn } from './own-record.ts'

/**
 * Takes a push and queues it for the HIMS above in one commit: what a terminal was told is kept here is on its way there.
 * `lastN` is the terminal's last number before; a push that brought nothing new is not carried on again.
 */
export async function takeAndQueue(
  store: Store,
  { terminal, raw }: { readonly terminal: TerminalTable; readonly raw: RawRequest },
  world: Pick<HimsWorld, 'now' | 'random'>,
  take: () => Promise<Result<Pushed, SyncProblem>>,
): Promise<Result<Pushed, SyncProblem>> {
  await queueOwn(store, world)
  const since = await lastNumber(store, 'cursor')
  const before = await store
    .selectFrom('terminal')
    .select('last_n')
    .where('id', '=', terminal.id)
    .executeTakeFirstOrThrow()
  const pushed = await take()
  if (!pushed.ok || pushed.value.lastN <= before.last_n) return pushed
  const body = Buffer.from(JSON.stringify(envelopeOf(terminal, raw)))
  const seq = await takeNumbers(store, 'forward')
  await store.insertInto('forward').values({ seq, kind: 'envelope', terminal: terminal.id, body, since }).execute()
  return pushed
}
