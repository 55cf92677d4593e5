import type { Store, TerminalTable } from '../database/schema.ts'
import { terminalNamed } from '../terminal/terminal-unit.ts'

/**
 * Whether a terminal may use what was leased to `holder`: itself, or the hub of its hospital, which passes leases on. What
 * nobody is known to have leased, a terminal may have from HIMS while its hub was away: there HIMS alone can tell.
 */
export async function mayUseLease(
  store: Store,
  holder: string | undefined,
  terminal: Pick<TerminalTable, 'id' | 'facility'>,
): Promise<boolean> {
  if (holder === undefined) return isHub(store)
  if (holder === terminal.id) return true
  const owner = await terminalNamed(store, holder)
  return owner?.role === 'hub' && owner.facility === terminal.facility
}

const isHub = async (store: Store): Promise<boolean> =>
  (await store.selectFrom('hub_self').select('only').executeTakeFirst()) !== undefined
