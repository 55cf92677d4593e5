import type { Handlers } from '../../../contract/channel.ts'
import type { staffShell } from '../../../contract/shell.ts'
import { OperatorId } from '../../../domain/id.ts'

type Asked =
  | 'session.badge'
  | 'session.supervisors'
  | 'session.forgive'
  | 'session.vouch'
  | 'badge.print'
  | 'badge.withdraw'

export const supervisor = { id: OperatorId.parse('imran-qureshi'), name: 'Imran Qureshi' } as const

/** Badges, and what a supervisor's PIN opens: 2468 is right. */
export const sessionAnswers: Pick<Handlers<typeof staffShell>, Asked> = {
  'session.badge': async () => null,
  'session.supervisors': async () => [supervisor],
  'session.forgive': async ({ pin }) =>
    pin === '2468' ? { kind: 'unlocked', name: supervisor.name } : { kind: 'wrong', triesLeft: 4 },
  'session.vouch': async ({ pin }) =>
    pin === '2468' ? { kind: 'unlocked', name: supervisor.name } : { kind: 'wrong', triesLeft: 4 },
  'badge.print': async () => ({ kind: 'done' }),
  'badge.withdraw': async () => ({ kind: 'done' }),
}
