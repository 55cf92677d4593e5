import { CardListsReply, DelegateReply } from '../domain/wire/card-lists.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** A whole status list is some 300 kB, which a slow line takes its time for. */
const PATIENCE = 60_000

/** Takes what is newer of the lists about cards; what does not fit is asked for once more, whole. */
export async function cardLists(call: Caller, store: SyncStore, identity: Identity): Promise<Outcome> {
  for (let tries = 0; tries < 2; tries++) {
    const body = store.cardListsWanted()
    if (body === null) return online
    const question = { method: 'POST', path: '/sync/v1/card-lists', body, shape: CardListsReply, identity } as const
    const answer = await call({ ...question, patience: PATIENCE })
    if (!answer.ok) {
      const { problem } = answer
      // A HIMS from before there were lists; the desks work on with what they have.
      return problem.kind === 'problem' && problem.problem === 'bad-request' ? online : outcomeOf(problem)
    }
    const came = store.cardListsCame(answer.value.value)
    if (came === 'disk-full') return offline('busy')
    if (came === 'kept') return online
  }
  return online
}

/** Has this desk's own key put into the trust list, so that it can sign cards while HIMS is away. */
export async function delegate(call: Caller, store: SyncStore, identity: Identity): Promise<Outcome> {
  const publicKey = store.keyToDelegate()
  if (publicKey === null) return online
  const question = { path: '/sync/v1/delegate', body: { publicKey }, shape: DelegateReply } as const
  const answer = await call({ method: 'POST', ...question, identity })
  if (answer.ok) return store.delegated(publicKey, answer.value.value) === 'kept' ? online : offline('busy')
  const { problem } = answer
  return problem.kind === 'problem' && problem.problem === 'bad-request' ? online : outcomeOf(problem)
}
