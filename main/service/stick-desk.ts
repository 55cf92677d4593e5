import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { unreachable } from '../../domain/result.ts'
import { exportBundle, importReceipt } from '../../sync/bundle.ts'
import type { SyncStore } from '../../sync/sync-store.ts'
import { isDiskFull } from '../store/cause.ts'
import { writeDurable } from '../store/durable-file.ts'
import type { SyncDesk } from './sync-desk.ts'

export interface StickWorld {
  readonly port: SyncStore
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** The sticks that are plugged in now. */
  readonly sticks: () => readonly string[]
  readonly label: () => string
  readonly note: (deed: string, subject: string) => void
}

const LARGEST = 64 * 1024 * 1024

/** Letters that every file system of a stick takes. */
const nameOf = (label: string, at: Date): string =>
  `hims-${label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.bundle`

/** What waits goes out on a stick, and HIMS's answer comes back on it. */
export function stickDesk(world: StickWorld): Pick<SyncDesk, 'sync.export' | 'sync.receipt'> {
  const { port, now, random, sticks, label, note } = world
  return {
    async 'sync.export'() {
      const [stick] = sticks()
      if (stick === undefined) return { kind: 'no-stick' }
      const bundle = await exportBundle(port, { now, random })
      if (!bundle.ok) return refusalOf(bundle.problem)
      const file = nameOf(label(), now())
      const { bytes, records } = bundle.value
      try {
        writeDurable(join(stick, file), bytes)
      } catch (fault) {
        if (isDiskFull(fault) || fault instanceof Error) return { kind: 'no-room' }
        throw fault
      }
      note('sync.exported', String(records))
      return { kind: 'written', file, records }
    },
    async 'sync.receipt'() {
      const found = sticks()
      if (found.length === 0) return { kind: 'no-stick' }
      let taken: number | null = null
      for (const bytes of found.flatMap(receiptsOn)) {
        const read = await importReceipt(port, bytes)
        if (read.ok) taken = (taken ?? 0) + read.value
      }
      return taken === null ? { kind: 'no-receipt' } : { kind: 'taken', records: taken }
    },
  }
}

function refusalOf(problem: 'not-enrolled' | 'no-key' | 'nothing-waits' | 'disk-full') {
  switch (problem) {
    case 'nothing-waits':
      return { kind: 'nothing' } as const
    case 'not-enrolled':
    case 'no-key':
      return { kind: 'no-key' } as const
    case 'disk-full':
      return { kind: 'no-room' } as const
    default:
      return unreachable(problem)
  }
}

function receiptsOn(stick: string): readonly Uint8Array[] {
  return readdirSync(stick)
    .filter((name) => name.endsWith('.receipt'))
    .toSorted()
    .map((name) => join(stick, name))
    .filter((path) => statSync(path).size < LARGEST)
    .map((path) => Uint8Array.from(readFileSync(path)))
}
