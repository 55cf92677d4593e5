import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Edit } from './mutant.ts'

const root = join(import.meta.dirname, '../../..')
const sources = [
  'build',
  'contract',
  'domain',
  'hims',
  'main',
  'preload',
  'renderer',
  'sync',
  'test',
  'package.json',
  'tsconfig.json',
]

/** A copy of the sources in which mistakes are made and unmade. */
export interface Copy {
  readonly folder: string
  /** Makes a mistake; what it gives back unmakes it. Throws for an edit that does not apply exactly once. */
  readonly edit: (edits: readonly Edit[]) => () => void
  readonly remove: () => void
}

/** What is wrong with an edit: it would not change what it means to change any more. Null when all is well. */
export function rotten({ file, find }: Edit, folder = root): string | null {
  const times = readFileSync(join(folder, file), 'utf8').split(find).length - 1
  return times === 1 ? null : `${file} has this ${times} times: ${find}`
}

export function copySources(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'))
  for (const part of sources) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'out'))
  return {
    folder,
    edit(edits) {
      const before = edits.map(({ file }) => [join(folder, file), readFileSync(join(folder, file), 'utf8')] as const)
      for (const edit of edits) {
        const wrong = rotten(edit, folder)
        if (wrong !== null) throw new Error(wrong)
        const path = join(folder, edit.file)
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(edit.find, () => edit.put),
        )
      }
      return () => before.toReversed().forEach(([path, text]) => writeFileSync(path, text))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
