import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Kept, Proof } from './promise.ts'
import type { Faults } from './upgrade/case.ts'

export const upgrade: Proof = {
  title: 'terminals and HIMS of two schemas ago against those of today, with full outboxes',
  usual: 400,
  run: async ({ scale, progress }): Promise<readonly Kept[]> => {
    const [cases, { oldTree }] = await Promise.all([import('./upgrade/case.ts'), import('./upgrade/old-tree.ts')])
    const folder = mkdtempSync(join(tmpdir(), 'upgrade-'))
    const work = Math.max(4, Math.ceil(scale / 5))
    const tree = oldTree(folder)
    const kept: Kept[] = []
    const place = (): string => {
      const made = join(folder, String(kept.length))
      mkdirSync(made)
      return made
    }
    const tried = (promise: string, faults: Faults): void => {
      for (const fault of faults.slice(0, 8)) console.error(`upgrade: ${promise}: ${fault}`)
      kept.push({ promise, tried: work, broken: faults.length })
      progress(kept.length * work, scale)
    }
    try {
      tried('a store of an older schema is opened with all that waits in it', await cases.oldSchema(place(), work))
      tried('what a version to come says is kept word for word', await cases.fromTheFuture(place(), work))
      if (tree === null) console.error('upgrade: no history here to take the old version from')
      else {
        tried('an old terminal sends all to the HIMS of today', await cases.oldTerminal(tree, place(), work, 'itself'))
        tried('the version of today takes over an old terminal', await cases.oldTerminal(tree, place(), work, 'today'))
        tried('a terminal of today works with an old HIMS', await cases.oldServer(tree, place(), work))
      }
      return kept
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
