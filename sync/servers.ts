import { HelloReply, SCHEMA } from '../domain/wire/sync.ts'
import { caller } from './call.ts'
import type { Caller, CallWorld } from './call.ts'
import { fromSnapshot } from './snapshot.ts'
import type { SyncStore } from './sync-store.ts'
import type { Transport } from './transport.ts'

/** One address that speaks for HIMS: the hospital's own server, or HIMS itself. */
export interface ServerAddress {
  readonly address: string
  readonly transport: Transport
}

/** The addresses in the order in which they are wanted. Only one is talked to at a time: cursors must not mix. */
export interface Servers {
  /** Asks the server in use. */
  readonly call: Caller
  readonly address: () => string
  /** The server in use did not answer: the next one is in use; false when all have been tried since `begin`. */
  readonly next: () => boolean
  /** A round begins. */
  readonly begin: () => void
  /** Looks now and then, beside the work, whether a server that is wanted more answers again. */
  readonly look: () => void
}

type World = Omit<CallWorld, 'transport'> & {
  readonly store: Pick<SyncStore, 'identity' | 'position'>
  readonly servers: readonly ServerAddress[]
  /** Another server is in use from now on, and has to be greeted. */
  readonly changed: () => void
}

const LOOK_EVERY = 15_000
const PATIENCE = 5000

export function serversOf({ servers, store, changed, ...world }: World): Servers {
  const callers = servers.map(({ transport }) => fromSnapshot(caller({ ...world, transport })))
  let current = 0
  let tried = 0
  let looking = false

  const use = (at: number): void => {
    if (at === current) return
    current = at
    changed()
  }
  const call: Caller = (question) => {
    const ask = callers[current]
    if (ask === undefined) throw new Error('A terminal has no server')
    return ask(question)
  }
  /** A greeting that nobody acts on: it only shows who answers. */
  const answers = async (at: number): Promise<boolean> => {
    const identity = store.identity()
    const ask = callers[at]
    if (identity === null || ask === undefined) return false
    const { epoch, nextN } = store.position()
    const body = { schema: SCHEMA, epoch, nextN, cursor: 0 }
    const question = { method: 'POST', path: '/sync/v1/hello', body, shape: HelloReply, identity } as const
    return (await ask({ ...question, patience: PATIENCE })).ok
  }
  const look = async (): Promise<void> => {
    // The store may be closed by the time a look is due.
    for (let at = 0; at < current && !world.signal.aborted; at++) {
      if (!(await answers(at))) continue
      if (!world.signal.aborted) use(at)
      return
    }
  }
  const lookLater = (): void => {
    if (looking || current === 0 || world.signal.aborted) return
    looking = true
    world.after(LOOK_EVERY, () => {
      void look().finally(() => {
        looking = false
        lookLater()
      })
    })
  }
  return {
    call,
    address: () => servers[current]?.address ?? '',
    begin: () => {
      tried = 0
    },
    next() {
      tried++
      if (tried >= callers.length) return false
      use((current + 1) % callers.length)
      return true
    },
    look: lookLater,
  }
}
