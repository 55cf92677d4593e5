import type { Result } from '../../domain/result.ts'
import type { PushRequest, SyncProblem } from '../../domain/wire/sync.ts'
import type { Unit } from '../database/unit.ts'
import { wishAuditHead } from '../audit/audit-head.ts'
import type { HimsInside } from '../hims.ts'
import { terminalsIn } from '../terminal/terminal-unit.ts'
import { moment } from '../world.ts'
import { pushRead } from './push.ts'
import type { Pushed, ReadPush } from './push.ts'
import { mutationsIn, pushedIn } from './pushed-unit.ts'
import { wishFor } from './read-ahead.ts'
import { readEntry } from './read-entry.ts'

/** Takes a push of a terminal, together with those that others send meanwhile; resolves when it is on the disk. */
export async function takePush(
  { commit, engine, world, auditAlarms }: HimsInside,
  terminal: string,
  { epoch, mutations, audit }: PushRequest,
): Promise<Result<Pushed, SyncProblem>> {
  const read: ReadPush = { epoch, audit, entries: mutations.map(readEntry) }
  const pushWorld = { at: moment(world.now()), faultOf: engine.faultOf }
  const pushed = await commit(mutations.length, (store) => pushRead(store, terminal, read, pushWorld), {
    lane: terminal,
    ahead: [(unit) => wishNames(unit, terminal, read), (unit) => wishAnswers(unit, terminal, read)],
  })
  if (pushed.ok && pushed.value.alarm !== null) auditAlarms.ring(pushed.value.alarm)
  return pushed
}

function wishNames(unit: Unit, terminal: string, { entries, audit }: ReadPush): void {
  terminalsIn(unit).wish(terminal)
  if (audit !== undefined) wishAuditHead(unit, terminal)
  for (const { id, read } of entries) {
    mutationsIn(unit).wish(id)
    if (read.ok) wishFor(unit, read.value)
  }
}

/** Which numbers were taken before is known once the terminals are. */
function wishAnswers(unit: Unit, id: string, { epoch, entries }: ReadPush): void {
  const lastN = terminalsIn(unit).peek(id)?.last_n ?? 0
  for (const entry of entries) {
    if (entry.n <= lastN) pushedIn(unit).wish({ mutation: entry.id, terminal: id, epoch, n: entry.n })
  }
}
