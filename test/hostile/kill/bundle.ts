import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')
/** Of this process alone; below the sources, so that what is read later is found. */
const outDir = join(root, `out/kill-${process.pid}`)

/** How each child is started: the words that come before its own, and what it finds in its environment. */
export interface Bundled {
  readonly terminal: readonly string[]
  readonly hims: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly remove: () => void
}

/** A module's binary cannot be in a bundle, nor what pg looks for and does without. */
const external = ['better-sqlite3', 'pg-native']
const here = (name: string): string => join(import.meta.dirname, name)

const late = [
  { find: 'better-sqlite3', replacement: here('late/sqlite.ts') },
  { find: /.*axios-transport\.ts$/, replacement: here('late/transport.ts') },
]

async function bundled(file: string, from: string, alias: typeof late = []): Promise<string> {
  const format = file.endsWith('.cjs') ? 'cjs' : 'es'
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: from,
        external: [...external.filter((each) => !alias.some(({ find }) => find === each)), /^node:/],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: external.filter((each) => !alias.some(({ find }) => find === each)) },
  })
  return join(outDir, file)
}

/** Each child as one file, a terminal as a snapshot of a process: ten thousand of them are started. */
export async function bundle(): Promise<Bundled> {
  await bundled('transport.cjs', join(root, 'sync/axios-transport.ts'))
  // HIMS starts its thread by the name of its source.
  await bundled('page-worker.ts', join(root, 'hims/sync/page-worker.ts'))
  const hims = await bundled('hims.mjs', here('hims-child.ts'))
  const terminal = await bundled('terminal.cjs', here('terminal-child.ts'), late)
  const blob = join(outDir, 'terminal.blob')
  const made = spawnSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot', terminal], {
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`No snapshot: ${made.stderr.slice(0, 2000)}`)
  const env = { NODE_COMPILE_CACHE: join(outDir, 'cache'), BUNDLED: terminal }
  const remove = (): void => rmSync(outDir, { recursive: true, force: true })
  return { terminal: ['--snapshot-blob', blob], hims: [hims], env, remove }
}
