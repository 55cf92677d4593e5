import { access, constants, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { NotSentReason, PrintOutcome } from '../../../domain/print/outcome.ts'
import type { PagePrinter } from './port.ts'
import { healthKeeper } from './status.ts'

export type FolderPrinterOptions = {
  readonly device: string
  readonly kind: 'card' | 'page'
  readonly folder: string
  /** Writes the bytes so that they survive a power cut; given so that a full disk can be played. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>
}

/** A printer that a folder is shared with, cards or pages: each PDF appears whole in it, or not at all. */
export function folderPrinter({ device, kind, folder, write }: FolderPrinterOptions): PagePrinter {
  const keeper = healthKeeper(device, kind, 'connecting')
  const print: PagePrinter['print'] = async (pdf, attempt) => {
    if (!(await isWritable(folder))) {
      keeper.set('absent')
      return { kind: 'not-sent', reason: 'unreachable' }
    }
    await attempt.onOpen()
    const name = attempt.id.replaceAll(/[^0-9A-Za-z-]/g, '_')
    const half = join(folder, `.${name}.part`)
    try {
      await write(half, pdf)
      await rename(half, join(folder, `${name}.pdf`))
      keeper.set('ready')
      return { kind: 'printed' }
    } catch (error) {
      await rm(half, { force: true }).catch(() => {})
      return failure(error)
    }
  }
  void isWritable(folder).then((writable) => keeper.set(writable ? 'ready' : 'absent'))
  return { print, health: keeper.health, watch: keeper.watch, close: async () => {} }
}

export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )

/** Before the rename nothing is in the folder, so every failure here is known to have printed nothing. */
function failure(error: unknown): PrintOutcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason: NotSentReason = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'unreachable'
  return { kind: 'not-sent', reason }
}
