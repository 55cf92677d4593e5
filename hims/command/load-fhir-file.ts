import { readFile } from 'node:fs/promises'

import { jsonBody } from '../fhir/json-body.ts'
import { loadFhir } from '../fhir/load/load-fhir.ts'
import { FhirRefusal } from '../fhir/problem.ts'
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

/** A file that cannot be read becomes the reason, which no Bundle is. */
function bundleIn(text: string): unknown {
  try {
    return jsonBody(text)
  } catch (error) {
    if (!(error instanceof FhirRefusal)) throw error
    return error.problem.diagnostics
  }
}
