import type { Store, TerminalTable } from '../database/schema.ts'
import { terminalNamed } from '../terminal/terminal-unit.ts'

/** Whether a terminal may use what was leased to `holder`: itself, or the hub of its hospital, which passes leases on. */
export async function mayUseLease(
  store: Store,
  holder: string | undefined,
  terminal: Pick<TerminalTable, 'id' | 'facility'>,
): Promise<boolean> {
  if (holder === undefined || holder === terminal.id) return holder !== undefined
  const owner = await terminalNamed(store, holder)
  return owner?.role === 'hub' && owner.facility === terminal.facility
}
