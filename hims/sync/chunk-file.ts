import { createCipheriv, createDecipheriv } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

import { hexOf } from '../../domain/card/bytes.ts'

/** Pieces of bytes on the disk instead of in memory. */
export interface ChunkFile {
  /** Keeps a piece as the next one; the first is number 0. */
  readonly add: (bytes: Uint8Array) => Promise<void>
  /** Null for a number that there is not, and for a piece that did not come back whole. */
  readonly read: (number: number) => Promise<Uint8Array | null>
  readonly close: () => Promise<void>
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

interface Place {
  readonly at: number
  readonly length: number
}

/**
 * A file without a name, enciphered with a key that is only in memory: it ends with the process, and what a disk keeps of
 * it says nothing. `random` gives so many unguessable bytes.
 */
export async function chunkFile(folder: string, random: (length: number) => Uint8Array): Promise<ChunkFile> {
  const handle = await nameless(join(folder, `.hims-${hexOf(random(8))}.part`))
  const key = random(32)
  const places: Place[] = []
  let end = 0
  return {
    async add(bytes) {
      const cipher = createCipheriv(CIPHER, key, ivOf(places.length))
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
      await handle.write(sealed, 0, sealed.length, end)
      places.push({ at: end, length: sealed.length })
      end += sealed.length
    },
    async read(number) {
      const place = places[number]
      if (place === undefined) return null
      try {
        const sealed = Buffer.alloc(place.length)
        await handle.read(sealed, 0, place.length, place.at)
        const opener = createDecipheriv(CIPHER, key, ivOf(number))
        opener.setAuthTag(sealed.subarray(-TAG_BYTES))
        return Buffer.concat([opener.update(sealed.subarray(0, -TAG_BYTES)), opener.final()])
      } catch {
        return null
      }
    },
    close: () => handle.close(),
  }
}

async function nameless(path: string): Promise<FileHandle> {
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}

/** The key is one file's, so that a piece's number is used once. */
function ivOf(number: number): Uint8Array {
  const iv = Buffer.alloc(IV_BYTES)
  iv.writeUInt32BE(number, IV_BYTES - 4)
  return iv
}
