import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ScanSource } from '../domain/scan/scan-event.ts'

/** A scanner that was given a name at this terminal. */
export const PairedScanner = z.strictObject({
  device: z.string().max(64),
  source: ScanSource.exclude(['camera']),
  label: z.string().max(120),
  name: z.string().min(1).max(40),
})
export type PairedScanner = z.infer<typeof PairedScanner>

const fileIn = (folder: string): string => join(folder, 'scanners.json')

/** The scanners with a name. They belong to the counter, not to a hospital's records, so they lie beside the database. */
export function pairedScanners(folder: string): readonly PairedScanner[] {
  try {
    return z
      .array(PairedScanner)
      .catch([])
      .parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return []
  }
}

/** Writes them all; false when the disk is full or read-only, and then the old list stands. */
export function rememberScanners(folder: string, scanners: readonly PairedScanner[]): boolean {
  const path = fileIn(folder)
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(scanners, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return true
  } catch {
    return false
  }
}
