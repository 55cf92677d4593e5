import type { KeyObject } from 'node:crypto'

import { publicKeyOf } from '../crypto/ed25519.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { terminalNamed } from './terminal-unit.ts'

/** A terminal, and the key that its signatures are checked with. */
export interface KnownTerminal {
  readonly terminal: TerminalTable
  readonly key: KeyObject
}

export interface TerminalDirectory {
  /** As it is now. */
  readonly read: (id: string) => Promise<KnownTerminal | null>
  /** As it was at most a second ago, for whoever looks again inside a transaction. */
  readonly recall: (id: string, now: number) => Promise<KnownTerminal | null>
}

/** Milliseconds. Another process may retire a terminal, so nothing is believed for longer. */
const RECALLED = 1000
const MOST = 10_000

/** Terminals by id: reading a key costs more than checking a signature with it. */
export function terminalDirectory(store: Store): TerminalDirectory {
  const keys = new Map<string, KeyObject>()
  const recalled = new Map<string, { readonly at: number; readonly known: KnownTerminal }>()
  const keyOf = (publicKey: string): KeyObject => {
    const key = keys.get(publicKey) ?? publicKeyOf(publicKey)
    if (keys.size >= MOST) keys.clear()
    keys.set(publicKey, key)
    return key
  }
  const read = async (id: string): Promise<KnownTerminal | null> => {
    const terminal = await terminalNamed(store, id)
    return terminal === null ? null : { terminal, key: keyOf(terminal.public_key) }
  }
  return {
    read,
    recall: async (id, now) => {
      const before = recalled.get(id)
      if (before !== undefined && Math.abs(now - before.at) < RECALLED) return before.known
      const known = await read(id)
      if (recalled.size >= MOST) recalled.clear()
      if (known === null) recalled.delete(id)
      else recalled.set(id, { at: now, known })
      return known
    },
  }
}
