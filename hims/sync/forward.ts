import { z } from 'zod'

import { ForwardRequest } from '../../domain/wire/envelope.ts'
import type { DirectoryEntry, Envelope, ForwardAnswer } from '../../domain/wire/envelope.ts'
import type { MutationResult, PushRequest } from '../../domain/wire/sync.ts'
import type { TerminalTable } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { takeStrays } from '../mutation/push.ts'
import { takePush } from '../mutation/take-push.ts'
import { giveNotice } from '../right/notice.ts'
import { moment } from '../world.ts'
import { answer, common, refusal } from './answer.ts'
import { openEnvelope } from './envelope.ts'
import type { Call } from './handler.ts'

/** Only the server of a hospital speaks for others, and only for terminals of its own hospital. */
const mayForward = (signer: TerminalTable, terminal: TerminalTable): boolean =>
  signer.role === 'hub' && signer.facility === terminal.facility

/** Pushes that a hub took while its terminals could not reach HIMS; each is what its terminal signed, word for word. */
export const forwardCall: Call<ForwardRequest> = {
  schema: ForwardRequest,
  handle: async (inside, signer, { envelopes }) => {
    if (signer.role !== 'hub') return refusal({ problem: 'bad-request', detail: 'only a hub forwards' })
    const answers: ForwardAnswer[] = []
    for (const envelope of envelopes) {
      const given = await takeEnvelope(inside, signer, envelope)
      answers.push(given)
      // What its terminals did since may be done with a right that it tells of here.
      if (given.kind === 'refused' && envelope.terminal === signer.id) break
    }
    return answer({ ...common(inside), answers })
  },
}

async function takeEnvelope(inside: HimsInside, signer: TerminalTable, envelope: Envelope): Promise<ForwardAnswer> {
  const opened = await openEnvelope(inside.store, envelope)
  if (!opened.ok) return { kind: 'refused', problem: opened.problem.problem, expected: null }
  const { terminal, push: body } = opened.value
  if (!mayForward(signer, terminal)) return { kind: 'refused', problem: 'not-enrolled', expected: null }
  const pushed = await takePush(inside, terminal.id, body)
  // What a hub did itself it tells as any terminal does: it hears of every refusal.
  const isItself = terminal.id === signer.id
  if (!pushed.ok && pushed.problem.problem === 'fenced' && !isItself) return takeFenced(inside, terminal, body)
  if (!pushed.ok) return { kind: 'refused', problem: pushed.problem.problem, expected: pushed.problem.expected ?? null }
  const results = [...pushed.value.results]
  if (!isItself) await noteRefused(inside, terminal, body, results)
  return { kind: 'taken', lastN: pushed.value.lastN, results }
}

/** Its numbers count no more, and it will not say this again: it was told that all of it is kept. */
async function takeFenced(inside: HimsInside, terminal: TerminalTable, body: PushRequest): Promise<ForwardAnswer> {
  const world = { at: moment(inside.world.now()), faultOf: inside.engine.faultOf }
  const results = await inside.commit(body.mutations.length, (store) => takeStrays(store, terminal, body, world))
  await noteRefused(inside, terminal, body, results)
  return { kind: 'taken', lastN: terminal.last_n, results: [...results] }
}

/** The terminal was told by its hub that these are kept; that HIMS could not take one must not stay unsaid. */
async function noteRefused(
  { commit, world }: HimsInside,
  terminal: TerminalTable,
  { mutations }: PushRequest,
  results: readonly MutationResult[],
): Promise<void> {
  const refused = results.flatMap((result) => (result.kind === 'refused' ? [result] : []))
  if (refused.length === 0) return
  await commit(refused.length, async (store) => {
    for (const { n, reason } of refused) {
      const id = mutations.find((entry) => entry.n === n)?.id ?? `${terminal.id} ${n}`
      const detail = `${reason}, after the hub had taken it`
      const noted = { noted_at: moment(world.now()), kind: 'contradicts', terminal: terminal.id } as const
      await giveNotice(store, { id, ...noted, subject: id, detail })
    }
  })
}

/** The terminals of a hub's hospital. */
export const directoryCall: Call<Record<string, never>> = {
  schema: z.strictObject({}),
  handle: async (inside, signer) => {
    if (signer.role !== 'hub') return refusal({ problem: 'bad-request', detail: 'only a hub asks' })
    const rows = await inside.store
      .selectFrom('terminal')
      .selectAll()
      .where('facility', '=', signer.facility)
      .where('role', '<>', 'hub')
      .orderBy('number')
      .execute()
    const terminals = rows.map((row) => ({
      id: row.id,
      number: row.number,
      role: row.role,
      label: row.label,
      publicKey: row.public_key,
      epoch: row.epoch,
      lastN: row.last_n,
      enrolledAt: row.enrolled_at,
      retiredAt: row.retired_at,
    })) satisfies readonly (Omit<DirectoryEntry, 'id'> & { readonly id: string })[]
    return answer({ ...common(inside), terminals })
  },
}
