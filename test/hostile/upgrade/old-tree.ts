import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The last sources that spoke wire schema 1. */
const OLD = 'c197d3e922b8dda4a0532334c9d7fd395a749bbb'
const root = join(import.meta.dirname, '../../..')

/** A terminal of those days: it works without a line, and then either goes online until nothing waits, or ends. */
const terminalScript = `
import { axiosTransport } from './sync/axios-transport.ts'
import { fakeTerminal, until } from './test/fake/world.ts'
import { draft } from './test/unit/main-service/fixture.ts'

const { folder, base, code, root, names, drains } = JSON.parse(process.argv[2])
let up = true
const line = axiosTransport(base)
const terminal = await fakeTerminal(folder, 'desk', {
  code,
  cardRoots: [root],
  now: () => new Date(),
  transport: () => (request, signal) => (up ? line(request, signal) : Promise.resolve({ kind: 'lost' })),
})
const status = async () => terminal.want('terminal.status')
const online = ({ link, filling }) => link.kind === 'online' && !filling
await until(async () => online(await status()), 'the first filling', 30000)
await until(async () => (await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })).kind === 'unlocked', 'an operator', 9000)
await until(async () => (await terminal.want('department.list')).some(({ left }) => left > 0), 'numbers', 30000)
up = false
for (const latin of names) {
  const saved = await terminal.want('person.register', { draft: draft({ latin }), distinctFrom: [] })
  const token = await terminal.want('token.issue', { personId: saved.person.id, department: 'medicine' })
  console.log(JSON.stringify({ name: latin, id: saved.person.id, visit: token.kind === 'issued' ? token.visit.id : null }))
}
if (drains) {
  up = true
  await until(async () => (await status()).waiting === 0, 'an empty outbox', 60000)
}
process.exit(0)
`

/** The sources of the old version in a folder of their own, or null where there is no history to take them from. */
export function oldTree(folder: string): string | null {
  if (spawnSync('git', ['cat-file', '-e', `${OLD}^{commit}`], { cwd: root }).status !== 0) return null
  const tree = join(folder, 'old')
  mkdirSync(tree, { recursive: true })
  const packed = spawnSync('git', ['archive', OLD], { cwd: root, maxBuffer: 2 ** 28 })
  if (spawnSync('tar', ['x'], { cwd: tree, input: packed.stdout }).status !== 0) return null
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  writeFileSync(join(tree, 'old-terminal.ts'), terminalScript)
  return tree
}

/** Runs something of the old version; gives each line it says, and throws when it fails. */
export async function ranOld(tree: string, args: readonly string[], heard: (line: string) => void): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: tree, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => void (complaint += text.toString()))
  createInterface({ input: child.stdout }).on('line', heard)
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`The old version ended with ${String(code)}: ${complaint.slice(-600)}`)
}

export interface OldHims {
  readonly base: string
  readonly stop: () => Promise<void>
}

/** A HIMS of the old version that serves. */
export async function oldHims(tree: string, database: string): Promise<OldHims> {
  const args = ['hims/main.ts', '--database', database, '--port', '0']
  const child = spawn(process.execPath, args, { cwd: tree, stdio: ['ignore', 'pipe', 'ignore'] })
  const end = (): void => void child.kill('SIGKILL')
  process.on('exit', end)
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const base = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(String(Object(JSON.parse(line)).listening)))
    child.once('close', () => reject(new Error('The old HIMS ended')))
  })
  return {
    base,
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', end)
    },
  }
}
