import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { opens } from '../../../main/store/rekey.ts'
import type { Arm } from './arm.ts'
import type { Bundled } from './bundle.ts'
import { asked, ledger, saved } from './ledger.ts'
import { judgeHims, judgeTerminal, peopleAt } from './judge.ts'
import type { Verdict } from './judge.ts'
import { oldStore } from './old-store.ts'
import { addressOf, folderIn, found } from './place.ts'
import type { Address, Founded } from './place.ts'
import { talker } from './process.ts'
import type { Talker } from './process.ts'
import { Said } from './said.ts'
import type { Life } from './said.ts'

export interface TownPlan {
  readonly bundled: Bundled
  readonly folder: string
  readonly kills: number
  readonly people: number
  /** Desks and the pharmacy, in the order in which they are worth most. */
  readonly terminals: number
  /** Whether terminals of an older version come and are brought up. */
  readonly newcomers: boolean
  readonly hub: boolean
  /** The control: its terminals say that work is saved before it is. */
  readonly hasty: boolean
  readonly random: () => number
  readonly killed: (point: string) => void
  readonly late: () => boolean
}

export interface TownEnd extends Verdict {
  readonly kills: number
  readonly saved: number
  /** Milliseconds until nothing waited any more. */
  readonly healed: number
  readonly lines: ReadonlyMap<string, number>
}

const deskPoints = [
  'before-commit',
  'after-commit',
  'before-send',
  'before-settle',
  'mid-settle',
  'mid-page',
  'mid-index',
]
const newcomerPoints = ['mid-migration', 'mid-page', 'mid-index', 'before-send', 'before-settle', 'mid-settle']
const backupPoints = ['mid-backup', 'backup-drafted']
const rekeyPoints = ['rekey-copied', 'rekey-changed', 'successor-named']
const himsPoints = ['before-commit', 'after-commit', 'mid-snapshot']
const hubPoints = ['before-commit', 'after-commit', 'before-forward', 'forwarded', 'mid-pull']

/** A kill that finds no point to happen at happens anyway, so many milliseconds after the start. */
const LIFE = 300
const LONGEST_LIFE = 1200
const LONGEST_START = 20_000
const HEALS_WITHIN = 30_000

/** A number in letters only: names have no digits. */
const letters = (number: number): string =>
  number.toString(10).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))

type Rest = Extract<Said, { readonly is: 'rest' }>

interface Desk {
  readonly name: string
  readonly role: 'desk' | 'pharmacy'
  readonly folder: string
  readonly code: string
  key: Uint8Array
  nextKey: Uint8Array | null
  known: string[]
  lives: number
}

/** One hospital of real processes that are killed over and over; at the end all of it is put right and looked at. */
export async function town(plan: TownPlan): Promise<TownEnd> {
  const { bundled, folder, random } = plan
  const book = ledger()
  const whole = (below: number): number => Math.floor(random() * below)
  const one = (points: readonly string[]): string => points[whole(points.length)] ?? ''
  rmSync(folder, { recursive: true, force: true })
  folderIn(folder, '')
  const himsPath = join(folder, 'hims.db')
  const founded = await found(`sqlite:${himsPath}`, { people: plan.people, desks: 2 + Math.ceil(plan.kills / 4) })
  const hims = await addressOf(random)
  const hub = plan.hub ? await addressOf(random) : null
  const lines = [hims, ...(hub === null ? [] : [hub])]
  const servers = lines.toReversed().map(({ line }) => line.url)
  const faults: string[] = []
  let left = plan.kills
  let begun = false
  const isUnderFire = (): boolean => begun && left > 0 && !plan.late()
  /** The first two commits of a life are those of whoever unlocks it. */
  const hitOf = (point: string): number => (point.endsWith('-commit') ? (plan.hasty ? 3 : 1) + whole(6) : 1 + whole(2))
  const take = (): boolean => !plan.late() && left-- > 0
  const state = { ending: false }
  let kills = 0

  const note = (point: string): void => {
    kills++
    plan.killed(point)
  }

  const heardBy = (desk: Desk, more: (said: Said) => void) => (line: string) => {
    const said = Said.parse(JSON.parse(line))
    if (said.is === 'ask') asked(book, said.work)
    if (said.is === 'ack') {
      saved(book, said.work, said.id)
      if (said.work.kind === 'person') desk.known = [...desk.known.slice(-5), said.id]
    }
    if (said.is === 'fault') faults.push(`${desk.name}: ${said.text}`)
    if (said.is === 'open' && said.state !== 'open') faults.push(`${desk.name}: ${said.state}`)
    more(said)
  }

  function live(desk: Desk, part: Partial<Life>, more: (said: Said) => void = () => {}): Talker {
    desk.lives++
    const life: Life = {
      folder: desk.folder,
      key: Buffer.from(desk.key).toString('hex'),
      nextKey: desk.nextKey === null ? null : Buffer.from(desk.nextKey).toString('hex'),
      role: desk.role,
      hims: servers,
      code: desk.code,
      root: founded.root,
      backup: null,
      tag: `${desk.name} L${letters(desk.lives)}`,
      known: [...(desk.role === 'pharmacy' ? founded.patients : desk.known)],
      works: true,
      killAt: null,
      hasty: plan.hasty,
      ...part,
    }
    const complained = (text: string): void => void faults.push(`${desk.name}: ${text}`)
    return talker({
      args: [...bundled.terminal, JSON.stringify(life)],
      env: bundled.env,
      heard: heardBy(desk, more),
      complained,
    })
  }

  /** A life that got as far as the new key leaves the old one behind. */
  function turned(desk: Desk): void {
    if (desk.nextKey === null || !opens(desk.folder, desk.nextKey)) return
    desk.key = desk.nextKey
    desk.nextKey = null
  }

  /** One life that ends by a kill: at a named point, or at any moment once it is open. */
  async function killed(desk: Desk, part: Partial<Life>, points: readonly string[]): Promise<void> {
    const point = plan.hasty ? 'before-commit' : random() < 0.7 ? one(points) : null
    const killAt: Arm | null = point === null ? null : ['terminal.store', point, hitOf(point)]
    let timer: NodeJS.Timeout | undefined
    let forced = false
    const brain = live(desk, { ...part, killAt }, (said) => {
      if (said.is === 'open') timer = setTimeout(end, point === null ? whole(LIFE) : LONGEST_LIFE)
    })
    const end = (): void => {
      forced = true
      brain.kill()
    }
    const last = setTimeout(end, LONGEST_START)
    await brain.ended
    clearTimeout(timer)
    clearTimeout(last)
    if (brain.child.signalCode !== 'SIGKILL') faults.push(`${desk.name} ended with ${brain.child.exitCode}`)
    turned(desk)
    note(forced || point === null ? 'any moment' : point)
  }

  const deskAt = (name: string, role: Desk['role'], code: string): Desk => ({
    name,
    role,
    code,
    folder: folderIn(folder, name.replaceAll(' ', '-')),
    key: Uint8Array.from(randomBytes(32)),
    nextKey: null,
    known: [],
    lives: 0,
  })

  /** Comes to work, until it is told to go. */
  async function settle(desk: Desk, isDone: (said: Rest) => boolean, within: number): Promise<boolean> {
    let done = false
    const brain = live(desk, { works: false }, (said) => {
      if (said.is === 'rest' && !done && isDone(said)) {
        done = true
        brain.tell('close')
      }
      if (said.is === 'closed') brain.kill()
    })
    brain.tell('rest')
    const last = setTimeout(brain.kill, within)
    await brain.ended
    clearTimeout(last)
    turned(desk)
    return done
  }
  const atRest = (said: Rest): boolean => said.waiting === 0 && said.online && !said.filling

  async function worker(desk: Desk): Promise<void> {
    while (take()) {
      const draw = random()
      if (draw < 0.06) {
        desk.nextKey ??= Uint8Array.from(randomBytes(32))
        await killed(desk, {}, rekeyPoints)
      } else if (draw < 0.12) {
        const backup = folderIn(folder, `backup-${desk.name.replaceAll(' ', '-')}-${desk.lives}`)
        await killed(desk, { backup }, backupPoints)
        rmSync(backup, { recursive: true, force: true })
      } else await killed(desk, {}, deskPoints)
    }
  }

  const newcomers: Desk[] = []
  /** Terminals of an older version come with people in their outbox, are brought up and filled. */
  async function arriving(): Promise<void> {
    for (let at = 0; take(); at++) {
      left++
      const code = founded.codes.desk[2 + at]
      if (code === undefined) return
      const desk = deskAt(`New ${letters(at)}`, 'desk', code)
      newcomers.push(desk)
      for (const { name, id } of oldStore(desk.folder, desk.key, desk.name, 8)) {
        asked(book, { kind: 'person', name })
        saved(book, { kind: 'person', name }, id)
      }
      for (let life = 0; life < 4 && take(); life++) await killed(desk, { works: false }, newcomerPoints)
    }
  }

  async function serving(kind: 'hims' | 'hub', { port }: Address): Promise<void> {
    const database = ['--database', `sqlite:${join(folder, `${kind}.db`)}`, '--port', String(port)]
    const above = kind === 'hub' ? ['--hub', '--upstream', hims.line.url, '--code', founded.codes.hub[0] ?? ''] : []
    const points = kind === 'hims' ? himsPoints : hubPoints
    while (!state.ending) {
      const point = isUnderFire() && random() < 0.6 ? one(points) : null
      const hit = 1 + whole(4)
      const killAt: Record<string, string> = point === null ? {} : { KILL_AT: JSON.stringify(['hims', point, hit]) }
      let born = Number.POSITIVE_INFINITY
      const brain = talker({
        args: [...bundled.hims, ...database, ...above],
        env: { ...bundled.env, ...killAt, ...(begun ? {} : { KEEP_COMPILED: '1' }) },
        heard: () => void (born = performance.now()),
        complained: (text) => void faults.push(`${kind}: ${text}`),
      })
      running.set(kind, brain)
      let forced = false
      const lives = 800 + whole(4000)
      const last = setInterval(() => {
        if (!isUnderFire() || performance.now() - born < lives) return
        forced = true
        brain.kill()
      }, 20)
      await brain.ended
      clearInterval(last)
      const { signalCode, exitCode } = brain.child
      if (state.ending) return
      if (signalCode === 'SIGKILL') note(`${kind} ${forced || point === null ? 'any moment' : point}`)
      else faults.push(`${kind} ended with ${exitCode}`)
      left--
    }
  }
  const running = new Map<string, Talker>()

  const desks = [
    deskAt('Desk a', 'desk', founded.codes.desk[0] ?? ''),
    deskAt('Pharmacy p', 'pharmacy', founded.codes.pharmacy[0] ?? ''),
    deskAt('Desk b', 'desk', founded.codes.desk[1] ?? ''),
  ].slice(0, plan.terminals)
  const servings = [serving('hims', hims), ...(hub === null ? [] : [serving('hub', hub)])]
  await Promise.all(desks.map((desk) => settle(desk, atRest, HEALS_WITHIN)))
  begun = true
  for (const { line } of lines) line.setShare(15)
  await Promise.all([...desks.map(worker), ...(plan.newcomers ? [arriving()] : [])])
  for (const { line } of lines) line.setShare(0)
  const healing = performance.now()
  const all = [...desks, ...newcomers]
  // A terminal may go when nobody has anything left to say and it has heard all of it.
  const silent = new Set<Desk>()
  const heardAll =
    (desk: Desk) =>
    (said: Rest): boolean => {
      if (atRest(said)) silent.add(desk)
      return atRest(said) && silent.size === all.length && said.people === peopleAt(himsPath)
    }
  const rested = await Promise.all(all.map((desk) => settle(desk, heardAll(desk), HEALS_WITHIN)))
  const healed = performance.now() - healing
  state.ending = true
  for (const brain of running.values()) brain.child.kill('SIGTERM')
  await Promise.all(servings)
  for (const { line } of lines) await line.close()
  const verdict = judgeHims(himsPath, book, founded.people)
  const stuck = all.flatMap(({ name }, at) => (rested[at] === true ? [] : [`${name} did not come to rest`]))
  const torn = all.flatMap((desk) => judgeTerminal(desk, himsPath))
  const counts = new Map<string, number>()
  for (const { line } of lines)
    for (const [fault, count] of line.counts) counts.set(fault, (counts.get(fault) ?? 0) + count)
  return {
    ...verdict,
    wrong: [...verdict.wrong, ...stuck, ...torn, ...faults],
    kills,
    saved: book.saved,
    healed,
    lines: counts,
  }
}

export type { Founded }
