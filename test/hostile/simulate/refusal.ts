import { z } from 'zod'

import type { Run } from './run-state.ts'

/** A deed that HIMS did not take. */
export interface Refused {
  /** Its kind, where that is known. */
  readonly of: string
  /** Two desks can bring it about without a fault of anybody: the first one counts. */
  readonly isFair: boolean
  readonly what: string
}

const fair = ['already-one', 'already-linked', 'card-may-not', 'right-differs'] as const
const isFair = (reason: string): boolean => fair.some((each) => reason.startsWith(each))

const State = z.looseObject({ reason: z.string().optional() })
const Waiting = z.array(z.looseObject({ kind: z.string(), title: z.string(), state: State }))

/** Everything that was refused, at the terminals and after a hub had taken it. */
export async function refusals({ hospital }: Run): Promise<readonly Refused[]> {
  const all: Refused[] = []
  for (const terminal of hospital.terminals) {
    if (terminal.role === 'kiosk') continue
    for (const { kind, title, state } of Waiting.parse((await terminal.ask('sync.waiting')) ?? [])) {
      const { reason } = state
      if (reason === undefined) continue
      all.push({
        of: kind,
        isFair: isFair(reason),
        what: `${terminal.name}: ${kind} ${title} was refused: ${reason}`,
      })
    }
  }
  const { store } = hospital.cloud.hims().inside
  for (const { detail } of await store.selectFrom('notice').selectAll().where('kind', '=', 'contradicts').execute()) {
    const of = detail.startsWith('already') ? 'person.linked' : ''
    all.push({ of, isFair: isFair(detail), what: `HIMS notes: ${detail}` })
  }
  return all
}
