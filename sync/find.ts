import { FindReply } from '../domain/wire/find.ts'
import type { FindBy } from '../domain/wire/find.ts'
import type { Person } from '../domain/person/person.ts'
import type { Caller, CallProblem } from './call.ts'
import type { SyncStore } from './sync-store.ts'

const PATIENCE = 6000

/** What a server told about people who are not here. */
export type Found =
  | {
      readonly kind: 'found'
      readonly people: readonly Person[]
      readonly more: boolean
      /** The codes of the hospitals that hold somebody, where the server says so. */
      readonly held: NonNullable<FindReply['held']>
      /** A hub answered for itself: HIMS is away. */
      readonly fromHub: boolean
      /** The server cannot find everybody by name yet. */
      readonly preparing: boolean
    }
  | { readonly kind: 'away' }
  | { readonly kind: 'too-many' }
  /** A server that cannot be asked by name. */
  | { readonly kind: 'unable' }

/** Asks the server for people whom this terminal does not hold; nothing is kept of the answer. */
export async function askFind(call: Caller, store: Pick<SyncStore, 'identity'>, by: FindBy): Promise<Found> {
  const identity = store.identity()
  if (identity === null) return { kind: 'away' }
  const path = '/sync/v1/find'
  const answer = await call({ method: 'POST', path, body: { by }, shape: FindReply, identity, patience: PATIENCE })
  if (!answer.ok) return { kind: kindOf(by, answer.problem) }
  const { people, more, held = [], server, preparing = false } = answer.value.value
  return { kind: 'found', people, more, held, fromHub: server === 'hub', preparing }
}

/** A HIMS from before names could be asked for does not know the question. */
function kindOf(by: FindBy, problem: CallProblem): 'away' | 'too-many' | 'unable' {
  if (problem.kind === 'busy') return 'too-many'
  const isStrange = by.kind === 'name' && problem.kind === 'problem' && problem.problem === 'bad-request'
  return isStrange ? 'unable' : 'away'
}
