import { fail } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { FindRequest } from '../../domain/wire/find.ts'
import type { LeaseReply, SyncProblem } from '../../domain/wire/sync.ts'
import { bundleCall } from '../bundle/bundle-call.ts'
import type { TerminalTable } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { rightCall } from '../right/claim.ts'
import { answer, common, refusal } from '../sync/answer.ts'
import type { Answer } from '../sync/answer.ts'
import { cardListsCall, delegateCall } from '../sync/card-lists.ts'
import { findCall } from '../sync/find.ts'
import { helloCall, leaseCall, pushCall } from '../sync/handler.ts'
import type { Call } from '../sync/handler.ts'
import type { RawRequest } from '../sync/signed-request.ts'
import { push } from '../mutation/push.ts'
import { moment } from '../world.ts'
import type { Hub } from './hub.ts'
import { keptRules } from './kept-answer.ts'
import { lend } from './lend.ts'
import type { RelayedAnswer } from './upstream.ts'

/** The calls that a hospital's own server answers in another way than HIMS; all others are the same. */
export interface ServerCalls {
  readonly hello: typeof helloCall
  readonly push: typeof pushCall
  readonly lease: typeof leaseCall
  readonly cardLists: typeof cardListsCall
  readonly delegate: typeof delegateCall
  readonly bundle: typeof bundleCall
  readonly right: typeof rightCall
  readonly find: Call<FindRequest>
}

export const himsCalls = (): ServerCalls => ({
  hello: helloCall,
  push: pushCall,
  lease: leaseCall,
  cardLists: cardListsCall,
  delegate: delegateCall,
  bundle: bundleCall,
  right: rightCall,
  find: findCall(),
})

/**
 * A hub that meets a terminal it does not know asks HIMS at once whether it is new; while HIMS is away nobody can tell, and
 * a terminal that is turned away for good would forget who it is.
 */
export async function knownSigner(
  hub: Hub | null,
  find: () => Promise<Result<TerminalTable, SyncProblem>>,
): Promise<Result<TerminalTable, SyncProblem>> {
  const signer = await find()
  if (hub === null || signer.ok || signer.problem.problem !== 'not-enrolled') return signer
  return (await hub.learnTerminals())
    ? find()
    : fail({ problem: 'busy', detail: 'the hub does not know this terminal yet' })
}

/** New terminals are HIMS's to take. */
export async function enrolAbove(hub: Hub, raw: RawRequest): Promise<Answer> {
  const relayed = await hub.relay(raw)
  if (relayed?.status === 200) hub.wake()
  return relayed === null ? busy('HIMS is away') : asAnswer(relayed)
}

const busy = (detail: string): Answer => refusal({ problem: 'busy', detail })

const asAnswer = ({ status, body }: RelayedAnswer): Answer => ({ status, body })

/** Keys and lists are HIMS's alone: a hub hands questions about them on, and goes on without when HIMS is away. */
const relaying = <Body>(
  hub: Hub,
  { schema }: Call<Body>,
  without: (inside: HimsInside, terminal: TerminalTable, asked: Body) => Promise<Answer>,
): Call<Body> => ({
  schema,
  async handle(inside, terminal, body, _takes, raw) {
    const relayed = await hub.relay(raw)
    return relayed === null ? without(inside, terminal, body) : asAnswer(relayed)
  },
})

export function hubCalls(hub: Hub): ServerCalls {
  const own = findCall()
  const greeting = relaying(hub, helloCall, async () => busy('a new epoch begins at HIMS'))
  return {
    hello: {
      schema: helloCall.schema,
      async handle(inside, terminal, body, takes, raw) {
        if (body.epoch <= terminal.epoch) return helloCall.handle(inside, terminal, body, takes, raw)
        // Only HIMS itself can tell that no other copy of this terminal is at work.
        const relayed = await greeting.handle(inside, terminal, body, takes, raw)
        hub.wake()
        return relayed.status === 200 ? busy('the hub learns of the new epoch') : relayed
      },
    },
    push: {
      schema: pushCall.schema,
      async handle(inside, terminal, body, _takes, raw) {
        const world = { at: moment(inside.world.now()), faultOf: inside.engine.faultOf, elsewhere: true } as const
        const pushed = await inside.commit(body.mutations.length + 1, (store) =>
          hub.take(store, { terminal, raw }, () => push(store, terminal.id, body, world)),
        )
        if (!pushed.ok) return refusal(pushed.problem)
        const { lastN, results } = pushed.value
        return answer({ ...common(inside), lastN, results })
      },
    },
    lease: {
      schema: leaseCall.schema,
      async handle(inside, terminal, body) {
        const lent = await inside.commit(1, (store) => lend(store, terminal.id, body, inside.world))
        if (!lent.ok) return refusal({ problem: 'bad-request', detail: lent.problem })
        hub.wake()
        return answer({ ...common(inside), ...lent.value } satisfies LeaseReply)
      },
    },
    cardLists: relaying(hub, cardListsCall, async (inside, terminal, asked) => {
      const emergency = terminal.role === 'kiosk' ? [] : await hub.emergencyKeys()
      const kept =
        terminal.role === 'desk' && asked.rules !== undefined ? await keptRules(inside.store, inside.issuer) : null
      const rules = kept !== null && kept.seq > (asked.rules ?? 0) ? kept : null
      return answer({ ...common(inside), trust: null, status: null, emergency, rules })
    }),
    delegate: relaying(hub, delegateCall, async () =>
      refusal({ problem: 'bad-request', detail: 'HIMS is away; the desk asks again' }),
    ),
    right: {
      schema: rightCall.schema,
      async handle(inside, terminal, body, takes, raw) {
        if (body.kind !== 'told') return rightCall.handle(inside, terminal, body, takes, raw)
        const relayed = await hub.relay(raw)
        if (relayed?.status === 200 && !body.more) hub.toldRights(terminal.id)
        return relayed === null ? busy('HIMS is away') : asAnswer(relayed)
      },
    },
    find: relaying(hub, own, own.handle),
    bundle: relaying(hub, bundleCall, async () => busy('only HIMS opens bundles')),
  }
}
