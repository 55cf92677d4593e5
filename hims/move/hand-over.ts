import type { FastifyInstance } from 'fastify'

import { openEngine } from '../database/open-engine.ts'
import type { Hims, HimsInside } from '../hims.ts'
import type { Log } from '../log.ts'
import { endPause, stateOf } from './state.ts'
import { setState } from './move.ts'

/** A HIMS with its HTTP face. */
export interface Served {
  readonly hims: Hims
  readonly server: FastifyInstance
}

/** How often a HIMS looks whether its rows are about to move, and while they do; milliseconds. */
const LOOK = 1000
const LOOK_CLOSELY = 100

/** What a sealed address is bound to. */
export const MOVED = 'moved to'

/**
 * Looks again and again what others did to the database. When the rows have moved, serves them from where they are now:
 * the same socket, incarnation and numbers, so that no terminal notices. `open` makes a HIMS over the new address. Call
 * what it returns to end.
 */
export function followMove(first: Served, open: (database: string) => Promise<Served>, log: Log): () => Promise<void> {
  let ended = false
  let current = first
  let timer: NodeJS.Timeout | undefined
  const show = switchable(first.server)
  const look = async (): Promise<number> => {
    const { engine, world, incarnation } = current.hims.inside
    await incarnation.look(engine.store)
    const { state, moved_to: sealed } = await stateOf(engine)
    if (state === 'paused') await endPause(engine, world.now())
    if (state !== 'moved' || sealed === null) return state === 'paused' ? LOOK_CLOSELY : LOOK
    const next = await openMoved(current.hims.inside, sealed, open)
    show(next.server)
    log({ event: 'moved' })
    await leave(current, first)
    current = next
    return LOOK
  }
  const again = (wait: number): void => {
    if (ended) return
    timer = setTimeout(() => {
      look().then(again, () => {
        log({ event: 'fault', fault: 'following a move' })
        again(LOOK)
      })
    }, wait)
  }
  again(LOOK)
  return async () => {
    ended = true
    clearTimeout(timer)
    if (current === first) return
    await current.server.close()
    await current.hims.close()
  }
}

async function openMoved(
  { issuer }: HimsInside,
  sealed: string,
  open: (database: string) => Promise<Served>,
): Promise<Served> {
  const address = issuer.secrets.unwrap(sealed, MOVED)
  if (address === null) throw new Error('The new address was sealed under another key file')
  const database = new TextDecoder().decode(address)
  // Whoever moved the rows may have ended between its last two steps.
  const engine = await openEngine(database)
  if (!engine.ok) throw new Error(engine.problem)
  await setState(engine.value, 'open')
  await engine.value.close()
  const next = await open(database)
  await next.server.ready()
  return next
}

/** The first server holds the socket, so it stays; those who wait at it are sent on. */
async function leave(old: Served, first: Served): Promise<void> {
  old.hims.inside.news.close()
  await old.hims.inside.hub?.stop()
  if (old === first) return
  await old.server.close()
  await old.hims.close()
}

/** Lets another server answer what comes in at the socket of this one. */
function switchable(first: FastifyInstance): (next: FastifyInstance) => void {
  let current = first
  first.server.removeAllListeners('request')
  first.server.on('request', (request, reply) => current.routing(request, reply))
  return (next) => {
    current = next
  }
}
