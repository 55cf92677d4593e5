import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** What lies in a folder survives a power cut only once the folder itself is on the disk. */
export function syncFolder(folder: string): void {
  // Windows keeps names durable by itself and opens no folders.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** All of the text or what was there before, whenever the power goes. */
export function writeDurable(path: string, text: string | Uint8Array): void {
  const draft = openSync(`${path}.new`, 'w', 0o600)
  try {
    if (typeof text === 'string') writeSync(draft, text)
    else writeSync(draft, text)
    fsyncSync(draft)
  } finally {
    closeSync(draft)
  }
  renameSync(`${path}.new`, path)
  syncFolder(dirname(path))
}

/** Moves a file if it is there; the folder has still to be synced. */
export function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}
