import { tableNames } from '../../domain/wire/table.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { TerminalWorld } from './world.ts'

/** Tells the pages what changed; what comes thick and fast is told once in a moment. */
export interface Teller {
  readonly now: (name: string, payload: unknown) => void
  readonly status: () => void
  readonly changed: (tables: ReadonlySet<TableName>) => void
  readonly close: () => void
}

const MOMENT = 40

export function teller({ tell, timers }: Pick<TerminalWorld, 'tell' | 'timers'>, status: () => unknown): Teller {
  const tables = new Set<TableName>()
  let statusWanted = false
  let stop: (() => void) | null = null
  let closed = false

  const flush = () => {
    stop = null
    const changed = tableNames.filter((name) => tables.has(name))
    tables.clear()
    if (changed.length > 0) tell('changed', { tables: changed })
    if (statusWanted) tell('status', status())
    statusWanted = false
  }
  const soon = () => {
    if (!closed) stop ??= timers.after(MOMENT, flush)
  }
  return {
    now: (name, payload) => void (closed || tell(name, payload)),
    status() {
      statusWanted = true
      soon()
    },
    changed(changed) {
      changed.forEach((name) => tables.add(name))
      soon()
    },
    close() {
      closed = true
      stop?.()
    },
  }
}
