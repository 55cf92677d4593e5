import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { TerminalId, uuidV7 } from '../../../domain/id.ts'
import { fillThread } from '../../../main/process/fill-thread.ts'
import type { FillThread } from '../../../main/process/fill-thread.ts'
import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import { facility } from '../../fake/hims-stub.ts'
import { storeKey } from '../../fake/world.ts'

/** An enrolled terminal's store with nobody in it yet; `kept`: as an earlier run has left it. */
export function emptyStore(folder: string, kept: 'new' | 'kept' = 'new'): Store {
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: Uint8Array.from(randomBytes(32)) })
  if (!opened.ok) throw new Error(opened.problem)
  if (kept === 'kept' && opened.value.device.read().terminal !== null) return opened.value
  const terminal = TerminalId.parse(uuidV7(Date.now(), randomBytes(10)))
  const common = { incarnation: 'bench', schema: 1, serverTime: new Date().toISOString() }
  opened.value.device.setEnrolled({ ...common, terminal, epoch: 1, role: 'desk', label: '', facility }, '')
  return opened.value
}

/** The thread that fills it, as the store process starts it. */
export const fillerOf = (store: Store): FillThread =>
  fillThread({
    module: join(import.meta.dirname, '../../../main/process/fill-process.ts'),
    place: { folder: store.folder, key: storeKey, role: 'desk', trust: anyAuthority, turn: store.turn.memory },
    kept: () => {},
    report: (fault) => {
      throw fault
    },
  })
