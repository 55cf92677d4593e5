import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { openStore } from '../../main/store/store.ts'
import { writerKey } from './power-case.ts'
import type { Acknowledged } from './power-case.ts'
import { faultOf } from './power-check.ts'
import { scratch } from './scratch.ts'
import type { Kept, Proof } from './promise.ts'

/** Every call that SQLite writes with, and every fault that a disk may answer it with. The kernel's answer is replaced by strace. */
const faults = [
  { calls: 'pwrite64,write', error: 'EIO' },
  { calls: 'fdatasync,fsync', error: 'EIO' },
  { calls: 'pwrite64,write,ftruncate', error: 'ENOSPC' },
  { calls: 'pwrite64,write,ftruncate,fdatasync,fsync', error: 'EROFS' },
] as const

interface Run {
  readonly error: string
  readonly injected: number
  readonly said: readonly Acknowledged[]
  readonly crash: string | null
  readonly fault: string | null
}

interface Plan {
  readonly calls: string
  readonly error: string
  /** strace's own words: `7+20` is the seventh and every twentieth after it, `7+` all from the seventh on. */
  readonly when: string
}

function plansFor(scale: number): readonly Plan[] {
  return Array.from({ length: Math.max(8, Math.ceil(scale / 60)) }, (_, at) => {
    const { calls, error } = faults[at % faults.length] ?? faults[0]
    // Offsets and steps without a common measure, so that every call of a session comes to be hit.
    const first = 1 + ((at * 37) % 400)
    const when = at % 4 === 3 ? `${first}+` : `${first}+${53 + ((at * 37) % 211)}`
    return { calls, error, when }
  })
}

async function runOn({ calls, error, when }: Plan, place: string, template: string): Promise<Run> {
  const folder = join(place, `${error}-${when}`.replaceAll('+', '_'))
  cpSync(template, folder, { recursive: true })
  const log = `${folder}.log`
  const files = ['terminal.db', 'terminal.db-wal'].flatMap((name) => ['-P', join(folder, name)])
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}:when=${when}`]
  const crash = await ended('strace', ['-f', '-qq', '-o', log, ...files, ...inject, ...writer(folder)])
  const injected = readFileSync(log, 'latin1').split('(INJECTED)').length - 1
  const said = saidIn(folder)
  return { error, injected, said, crash, fault: crash ?? faultOf('work', folder, said) }
}

const ROUNDS = '40'
const writer = (folder: string): readonly string[] => [
  process.execPath,
  join(import.meta.dirname, 'power-writer.ts'),
  'disk',
  folder,
  ROUNDS,
]

/** A terminal on its second day. */
function begin(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const store = openStore({ folder, key: writerKey, role: 'pharmacy', seed: new Uint8Array(32).fill(5) })
  if (!store.ok) throw new Error(store.problem)
  store.value.close()
}

/** What it died of, or null. */
const ended = (command: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 })
    let complaint = ''
    child.stderr.on('data', (text: Buffer) => void (complaint += text.toString()))
    child.on('error', (fault) => resolve(`strace is needed (apt-get install strace): ${fault.message}`))
    child.on('close', (code) => resolve(code === 0 ? null : `ended with ${code}: ${complaint.slice(-1500)}`))
  })

function saidIn(folder: string): readonly Acknowledged[] {
  const path = join(folder, 'acks')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  return lines.map((line): Acknowledged => JSON.parse(line))
}

/** A disk of eight MiB that is really full, with a small reserve on it. */
async function fullDisk(): Promise<Run | null> {
  const folder = scratch('disk')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status === 0
  try {
    if (!mounted) return null
    writeFileSync(join(folder, 'reserve'), Buffer.alloc(2 ** 20, 1))
    // Room for the writer's own notes is set aside, or they would not fit either.
    const crash = await ended(process.execPath, [...writer(folder).slice(1, -1), '600'])
    spawnSync('mount', ['-o', 'remount,size=64m', folder])
    const said = saidIn(folder)
    const injected = said.filter(({ kind }) => kind === 'refused').length
    return { error: 'full', injected, said, crash, fault: crash ?? faultOf('work', folder, said) }
  } finally {
    if (mounted) spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

const SIDE_BY_SIDE = 3

export const disk: Proof = {
  title: 'a disk that is full, read-only or failing at every write call of a session',
  usual: 3000,
  run: async ({ scale, progress }) => {
    const place = scratch('disk')
    const plans = plansFor(scale)
    const runs: Run[] = []
    const template = join(place, 'template')
    try {
      begin(template)
      for (let at = 0; at < plans.length; at += SIDE_BY_SIDE) {
        runs.push(
          ...(await Promise.all(plans.slice(at, at + SIDE_BY_SIDE).map((plan) => runOn(plan, place, template)))),
        )
        progress(runs.length, plans.length)
      }
      const full = await fullDisk()
      if (full === null) console.error('disk: a small disk cannot be mounted here; full is tried by injection alone')
      else runs.push(full)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
    for (const { error, fault } of runs) if (fault !== null) console.error(`${error}: ${fault}`)
    return linesOf(runs)
  },
}

function linesOf(runs: readonly Run[]): readonly Kept[] {
  const all = runs.flatMap(({ said }) => said)
  const count = (kind: Acknowledged['kind']): number => all.filter((what) => what.kind === kind).length
  const refused = all.filter((what) => what.kind === 'refused')
  const once = runs.filter(({ error, said }) => error !== 'full' && said.some(({ kind }) => kind === 'finished'))
  return [
    {
      promise: 'a failing write is an answer, never a crash, and loses nothing that was acknowledged',
      tried: runs.reduce((sum, { injected }) => sum + injected, 0),
      broken: runs.filter(({ fault }) => fault !== null).length,
    },
    {
      promise: 'a person saved before can be looked up while saving fails',
      tried: refused.length,
      broken: refused.filter(({ looked }) => !looked).length,
    },
    {
      promise: `after a fault that passed, the person at the counter is finished (${count('finished')} times)`,
      tried: runs.length,
      broken: once.length === 0 ? 1 : 0,
    },
  ]
}
