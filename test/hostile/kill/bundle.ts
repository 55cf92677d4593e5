import { join } from 'node:path'

import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')

export interface Bundled {
  readonly terminal: string
  readonly hims: string
}

const external = ['better-sqlite3', 'axios', 'pg']

/** Each child as one file: whoever starts ten thousand processes cannot read three hundred modules for each. */
export async function bundle(): Promise<Bundled> {
  const outDir = join(root, 'out/kill')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'node24',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: {
          terminal: join(import.meta.dirname, 'terminal-child.ts'),
          hims: join(import.meta.dirname, 'hims-child.ts'),
        },
        external: [...external, /^node:/],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external },
  })
  return { terminal: join(outDir, 'terminal.js'), hims: join(outDir, 'hims.js') }
}
