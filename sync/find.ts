import { FindReply } from '../domain/wire/find.ts'
import type { FindBy } from '../domain/wire/find.ts'
import type { Person } from '../domain/person/person.ts'
import type { Caller } from './call.ts'
import type { SyncStore } from './sync-store.ts'

const PATIENCE = 6000

/** What a server told about people who are not here. */
export type Found =
  | { readonly kind: 'found'; readonly people: readonly Person[]; readonly more: boolean }
  | { readonly kind: 'away' }
  | { readonly kind: 'too-many' }

/** Asks the server for people whom this terminal does not hold; nothing is kept of the answer. */
export async function askFind(call: Caller, store: Pick<SyncStore, 'identity'>, by: FindBy): Promise<Found> {
  const identity = store.identity()
  if (identity === null) return { kind: 'away' }
  const path = '/sync/v1/find'
  const answer = await call({ method: 'POST', path, body: { by }, shape: FindReply, identity, patience: PATIENCE })
  if (!answer.ok) return { kind: answer.problem.kind === 'busy' ? 'too-many' : 'away' }
  const { people, more } = answer.value.value
  return { kind: 'found', people, more }
}
