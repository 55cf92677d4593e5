import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { findChromium } from '../../../build/host/chromium.ts'
import { readAppPackage, readCommandLine } from '../../../build/host/command-line.ts'
import { chooseRuntime, electronBinary, runtimeEnvironment } from '../../../build/host/electron-binary.ts'

const scratch = mkdtempSync(join(tmpdir(), 'host-runtime-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const machine = (environment: Readonly<Record<string, string>>, executable: readonly string[], platform = 'linux') => ({
  environment,
  platform,
  isExecutable: (path: string) => executable.includes(path),
})

test('Chromium is found where it is named, then in its usual places, then on the path', () => {
  const here = ['/usr/lib/chromium/chromium', '/opt/bin/google-chrome', '/my/chromium']
  const path = { PATH: '/usr/bin:/opt/bin' }
  assert.equal(findChromium(machine({ ...path, HIMS_CHROMIUM: '/my/chromium' }, here)), '/my/chromium')
  assert.equal(findChromium(machine({ ...path, HIMS_CHROMIUM: '/absent' }, here)), null)
  assert.equal(findChromium(machine(path, here)), '/usr/lib/chromium/chromium')
  assert.equal(findChromium(machine(path, here.slice(1))), '/opt/bin/google-chrome')
  assert.equal(findChromium(machine(path, [])), null)
  const edge = String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`
  assert.equal(findChromium(machine({ PROGRAMFILES: String.raw`C:\Program Files` }, [edge], 'win32')), edge)
})

function repository(name: string, version: string | null): string {
  const root = join(scratch, name)
  const dist = join(root, 'node_modules/electron/dist')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'electron'), '')
  chmodSync(join(dist, 'electron'), 0o755)
  if (version) writeFileSync(join(dist, 'version'), version)
  return root
}

test('only a complete download of Electron counts', () => {
  const whole = repository('whole', '45.4.1')
  assert.equal(electronBinary(whole, 'linux'), join(whole, 'node_modules/electron/dist/electron'))
  assert.equal(electronBinary(repository('half', null), 'linux'), null)
  assert.equal(electronBinary(join(scratch, 'absent'), 'linux'), null)
})

test('Electron is chosen where it is, else the host, else nothing', () => {
  const chromium = '/usr/lib/chromium/chromium'
  const world = (
    name: string,
    environment: Readonly<Record<string, string>> = {},
    here: readonly string[] = [chromium],
  ) => ({
    ...machine(environment, here),
    repoRoot: join(scratch, name),
    nodePath: '/node',
  })
  repository('whole', '45.4.1')
  assert.deepEqual(runtimeEnvironment(world('whole')), {})
  const host = {
    ELECTRON_OVERRIDE_DIST_PATH: join(scratch, 'absent/build/host/bin'),
    HIMS_CHROMIUM: chromium,
    HIMS_NODE: '/node',
  }
  assert.deepEqual(runtimeEnvironment(world('absent')), host)
  assert.equal(chooseRuntime(world('whole', { HIMS_RUNTIME: 'host' })).kind, 'host')
  assert.deepEqual(chooseRuntime(world('absent', { HIMS_RUNTIME: 'electron' })), {
    kind: 'none',
    missing: ['electron'],
  })
  assert.equal(runtimeEnvironment(world('absent', {}, [])), null)
})

test("a test driver's command line is read as Electron reads it", () => {
  const args = [
    '-r',
    '/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '/app',
    '--role=desk',
    'rest',
  ]
  const { app, requires, switches } = readCommandLine(args)
  assert.equal(app, '/app')
  assert.deepEqual(requires, ['/loader.js'])
  assert.deepEqual(
    [switches.get('role'), switches.get('remote-debugging-port'), switches.has('no-sandbox')],
    ['desk', '0', true],
  )
  assert.equal(readCommandLine([]).app, '.')
})

test('an app is a folder with a package, or a lone script', () => {
  const folder = join(scratch, 'app')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"desk","productName":"Desk","version":"2.0.0","main":"dist/main.js"}',
  )
  writeFileSync(join(folder, 'script.mjs'), '')
  assert.deepEqual(readAppPackage(folder), {
    name: 'Desk',
    version: '2.0.0',
    folder,
    entry: join(folder, 'dist/main.js'),
  })
  const script = readAppPackage(join(folder, 'script.mjs'))
  assert.deepEqual([script.name, script.folder, script.entry], ['Electron', folder, join(folder, 'script.mjs')])
})
