import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/** Who may import whom. A folder that is not listed behind a name is out of its reach. */
const reach: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  renderer: ['domain', 'contract'],
  preload: ['domain', 'contract'],
  sync: ['domain'],
  hims: ['domain'],
  main: ['domain', 'contract', 'sync'],
}

const root = join(import.meta.dirname, '../..')
const folderOf = (path: string): string => path.split('/')[0] ?? ''
const imports = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

const crossingsOf = (file: string, source: string): readonly string[] =>
  [...source.matchAll(imports)].flatMap(([, target = '']) => {
    const [from, to] = [folderOf(file), folderOf(normalize(join(dirname(file), target)))]
    return from === to || reach[from]?.includes(to) === true ? [] : [`${file} -> ${to}`]
  })

test('every import points the allowed way', () => {
  const files = globSync(`{${Object.keys(reach).join(',')}}/**/*.{ts,tsx}`, { cwd: root })
  assert.ok(files.length > 50, `only ${files.length} files were looked at`)
  assert.deepEqual(
    files.flatMap((file) => crossingsOf(file, readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('a crossing is seen, in each way an import can be written', () => {
  assert.deepEqual(crossingsOf('domain/a.ts', "import { b } from '../main/b.ts'"), ['domain/a.ts -> main'])
  assert.deepEqual(crossingsOf('renderer/x/a.ts', "const b = await import('../../main/b.ts')"), [
    'renderer/x/a.ts -> main',
  ])
  assert.deepEqual(crossingsOf('main/a.ts', "import '../build/b.ts'"), ['main/a.ts -> build'])
  assert.deepEqual(crossingsOf('main/a.ts', "import { b } from '../sync/b.ts'"), [])
})

test('pages and shared types use nothing of Node, and only preload, main and the host know Electron', () => {
  const wrong = globSync('{domain,contract,renderer}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /from '(node:|electron|better-sqlite3|axios|pdfkit)/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(wrong, [])
  const knowing = globSync('{main,sync,hims,preload}/**/*.ts', { cwd: root }).filter((file) =>
    /from 'electron'/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(knowing.toSorted(), [
    'main/ipc/page.ts',
    'main/main.ts',
    'main/process/child.ts',
    'main/window/guard.ts',
    'main/window/open-page.ts',
    'preload/expose.ts',
  ])
})

test('no top-level wait for Electron, no use of location.origin, web preferences written out once', () => {
  const sources = globSync('{main,renderer,preload}/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
    file,
    source: readFileSync(join(root, file), 'utf8'),
  }))
  const using = (pattern: RegExp) => sources.filter(({ source }) => pattern.test(source)).map(({ file }) => file)
  assert.deepEqual(using(/^await app\.whenReady/m), [])
  assert.deepEqual(using(/location\.origin/), [])
  assert.deepEqual(using(/webPreferences:/), ['main/window/open-page.ts'])
  assert.deepEqual(using(/dangerouslySetInnerHTML|innerHTML\s*=/), [])
})
