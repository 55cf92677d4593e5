import { readFile } from 'node:fs/promises'

import { loadFhir } from '../fhir/load/load-fhir.ts'
import type { Hims } from '../hims.ts'
import type { Console } from './console.ts'

/** Loads FHIR Bundles, one a file, and says what was kept, passed over and refused; returns the exit code. */
export async function loadFhirFiles(
  hims: Hims,
  files: readonly string[],
  { print, complain }: Console,
): Promise<0 | 1> {
  const report = await loadFhir(hims.inside, bundlesIn(files))
  for (const { bundle, entry, reason } of report.refused) complain(`${files[bundle] ?? ''}: entry ${entry}: ${reason}`)
  print(JSON.stringify({ ...report, refused: report.refused.length }))
  return report.refused.length === 0 ? 0 : 1
}

async function* bundlesIn(files: readonly string[]): AsyncGenerator {
  for (const file of files) yield bundleIn(await readFile(file, 'utf8'))
}

/** A file that is no JSON becomes a value that no Bundle is. */
function bundleIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return 'not JSON'
  }
}
