import { dirname } from 'node:path'

import type { Call } from './power-trace.ts'

/** What a cut leaves of writes that were not synced. `torn` keeps or drops every 512 bytes by themselves. */
export type Cut = 'dropped' | 'kept' | 'random' | 'torn'

export interface Disk {
  /** Takes in the next call of the process. */
  readonly take: (call: Call) => void
  /** The files as they would be found if the power went now. */
  readonly image: (cut: Cut, chance: () => number) => ReadonlyMap<string, Buffer>
}

const SECTOR = 512

type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

interface Naming {
  readonly folder: string
  readonly step: (map: Map<string, Inode>) => void
}

interface Inode {
  /** What is on the disk for sure. */
  durable: Buffer
  pending: Pending[]
  /** As the process sees it. */
  length: number
  cursor: number
}

/**
 * A disk that forgets: data is sure after fsync of the file, a name after fsync of the folder. What was not synced may be
 * there, or not, in any part and any order; names alone keep their order, as every journalling file system has it.
 */
export function disk(before: ReadonlyMap<string, Buffer>, within: (path: string) => boolean): Disk {
  const made = (bytes: Buffer): Inode => ({ durable: bytes, pending: [], length: bytes.length, cursor: 0 })
  const seen = new Map([...before].map(([path, bytes]) => [path, made(bytes)]))
  const sure = new Map(seen)
  let names: Naming[] = []

  const name = (path: string, step: Naming['step']): void => {
    step(seen)
    names.push({ folder: dirname(path), step })
  }
  const sync = (path: string): void => {
    const inode = seen.get(path)
    if (inode === undefined) {
      // A folder: every name given in it so far is sure.
      for (const { folder, step } of names) if (folder === path) step(sure)
      names = names.filter(({ folder }) => folder !== path)
      return
    }
    inode.durable = settle(inode, () => true, false)
    inode.pending = []
  }
  return {
    take(call) {
      switch (call.kind) {
        case 'write': {
          const inode = seen.get(call.path)
          if (inode === undefined) return
          const at = call.at ?? inode.cursor
          inode.pending.push({ kind: 'write', at, bytes: call.bytes })
          inode.length = Math.max(inode.length, at + call.bytes.length)
          if (call.at === null) inode.cursor = at + call.bytes.length
          return
        }
        case 'truncate': {
          const inode = seen.get(call.path)
          inode?.pending.push({ kind: 'truncate', length: call.length })
          return
        }
        case 'create': {
          const { path, empties } = call
          if (!within(path)) return
          const known = seen.get(path)
          if (known !== undefined && empties) known.pending.push({ kind: 'truncate', length: 0 })
          if (known !== undefined) return void (known.cursor = 0)
          const inode = made(Buffer.alloc(0))
          return name(path, (map) => void map.set(path, inode))
        }
        case 'rename': {
          const { from, to } = call
          return name(to, (map) => {
            // A folder takes what is in it along.
            const along = Array.from(map).filter(([path]) => path === from || path.startsWith(`${from}/`))
            for (const [path, inode] of along) {
              map.delete(path)
              map.set(`${to}${path.slice(from.length)}`, inode)
            }
          })
        }
        case 'unlink':
          return name(call.path, (map) => void map.delete(call.path))
        case 'sync':
          return sync(call.path)
      }
    },
    image(cut, chance) {
      const kept = cut === 'dropped' ? 0 : cut === 'kept' ? names.length : Math.floor(chance() * (names.length + 1))
      const map = new Map(sure)
      for (const { step } of names.slice(0, kept)) step(map)
      const keeps = cut === 'dropped' ? () => false : cut === 'kept' ? () => true : () => chance() < 0.5
      return new Map([...map].map(([path, inode]) => [path, settle(inode, keeps, cut === 'torn')]))
    },
  }
}

function settle({ durable, pending }: Inode, keeps: () => boolean, torn: boolean): Buffer {
  if (pending.length === 0) return durable
  let bytes = durable
  let owned = false
  const own = (length: number): Buffer => {
    if (owned && bytes.length >= length) return bytes
    const grown = Buffer.alloc(Math.max(length, bytes.length))
    bytes.copy(grown)
    owned = true
    return (bytes = grown)
  }
  for (const step of pending) {
    if (step.kind === 'truncate') {
      if (!keeps()) continue
      bytes = step.length <= bytes.length ? Buffer.from(bytes.subarray(0, step.length)) : own(step.length)
      owned = true
      continue
    }
    const { at } = step
    if (!torn) {
      if (keeps()) step.bytes.copy(own(at + step.bytes.length), at)
      continue
    }
    for (let from = 0; from < step.bytes.length;) {
      const to = Math.min(step.bytes.length, (Math.floor((at + from) / SECTOR) + 1) * SECTOR - at)
      if (keeps()) step.bytes.copy(own(at + to), at + from, from, to)
      from = to
    }
  }
  return bytes
}
