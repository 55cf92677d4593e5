import { parentPort } from 'node:worker_threads'

import { packJson } from './pack-page.ts'
import type { PageDone, PageTask } from './page-thread.ts'

/** A thread of HIMS that packs pages and knows nothing else. */
parentPort?.on('message', ({ number, changes, encoding }: PageTask) => {
  void packJson(changes, encoding).then(
    (packed) => parentPort?.postMessage({ number, packed } satisfies PageDone),
    (fault: unknown) => parentPort?.postMessage({ number, fault: String(fault) } satisfies PageDone),
  )
})
