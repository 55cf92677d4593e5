import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { PushReply } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { himsProcess } from '../fake/hims-process.ts'
import { INSTALL_POSTGRES, debianPostgres } from '../fake/postgres/binary.ts'
import { ask } from '../fake/postgres-server.ts'
import { registered, rows, stranger } from '../unit/hims/row.ts'
import { enrolled } from '../unit/hims/terminal.ts'
import type { TestTerminal } from '../unit/hims/terminal.ts'
import { groundOf, standbyPair } from './failover-pair.ts'
import type { Pair } from './failover-pair.ts'
import type { Kept, Proof, Trial } from './promise.ts'
import { scratch } from './scratch.ts'

const DESKS = 12
/** Acknowledged pushes before the primary dies, and after the standby took over. */
const BEFORE = 60
const AFTER = 40

interface Fallen {
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
}

interface Filled {
  readonly keyFile: string
  readonly codes: readonly string[]
}

async function filled(database: string, keyFile: string): Promise<Filled> {
  const admin = await openHims({ database, keyFile, now: Date.now, random: randomBytes })
  await admin.load(rows)
  const codes: string[] = []
  for (let at = 0; at < DESKS; at++) codes.push((await admin.createEnrolment({ role: 'desk', label: 'Failover' })).code)
  await admin.close()
  return { keyFile, codes }
}

/** One life of a primary: desks push, it is killed, its standby is promoted, and the same HIMS goes on with that one. */
async function fall(pair: Pair, { keyFile, codes }: Filled, cancelled: boolean): Promise<Fallen> {
  const hims = await himsProcess(pair.address, keyFile)
  try {
    const desks = await Promise.all(codes.map((code) => enrolled(hims.base, code)))
    const work = pushing(desks)
    await work.until(BEFORE)
    await bringDown(pair, cancelled)
    await pair.promote()
    await work.until(work.acknowledged.size + AFTER)
    await work.end()
    return await compared(pair.standby.url('hims'), work.acknowledged)
  } finally {
    await hims.stop()
  }
}

/**
 * Kills the primary and its processes at once. At its worst a person has told commits not to wait for a standby that
 * hangs: the primary then says of them that they hold, with a warning, and dies with what the standby never got.
 */
async function bringDown({ primary, holdStandby, cancelWaits }: Pair, cancelled: boolean): Promise<void> {
  if (!cancelled) return primary.kill()
  const cutOff = await holdStandby()
  for (let tried = 0, waits = 0; tried < 100 && waits < 3; tried++) {
    waits += await cancelWaits()
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await primary.kill()
  await cutOff()
}

/** Desks that push without end; what isn't acknowledged they send again under the same numbers and ids. */
function pushing(desks: readonly TestTerminal[]) {
  const acknowledged = new Set<string>()
  const ending = new AbortController()
  let forgotten = 0
  const work = async (desk: TestTerminal): Promise<void> => {
    for (let n = 1; !ending.signal.aborted; n += 2) {
      const people = [stranger(), stranger()]
      const mutations = people.map((who, at) => registered(n + at, who))
      let answer = await isTaken(desk, mutations)
      for (; answer === 'not-now'; answer = await isTaken(desk, mutations)) await pause()
      // The number after one that was acknowledged is a gap: that one is lost, and will be missed at the end.
      if (answer === 'gap') forgotten++
      if (answer === 'gap') return
      for (const { id } of people) acknowledged.add(id)
    }
  }
  const all = Promise.all(desks.map(work))
  return {
    acknowledged,
    async until(count: number) {
      const late = performance.now() + 60_000
      while (acknowledged.size < count && forgotten < desks.length) {
        if (performance.now() > late) throw new Error('No push is taken any more')
        await Promise.race([pause(), all])
      }
    },
    async end() {
      ending.abort()
      await all
    },
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

async function isTaken(desk: TestTerminal, mutations: readonly object[]): Promise<'taken' | 'not-now' | 'gap'> {
  const { status, body } = await desk.push(mutations)
  if (status === 503) return 'not-now'
  if (status === 409 && body['problem'] === 'gap') return 'gap'
  if (status !== 200) throw new Error(`A push was answered ${status}`)
  if (PushReply.parse(body).results.some(({ kind }) => kind !== 'applied')) throw new Error('A person was refused')
  return 'taken'
}

/** What the new primary holds against what desks were told. */
async function compared(url: string, acknowledged: ReadonlySet<string>): Promise<Fallen> {
  const people = await ask(url, `select id from record where name = 'person'`)
  const here = new Set(people.map(({ id }) => String(id)))
  const [numbers] = await ask(url, 'select sum(last_n) as last, (select count(*) from pushed) as pushed from terminal')
  const lost = [...acknowledged].filter((id) => !here.has(id)).length
  const gaps = Math.abs(Number(numbers?.['last']) - Number(numbers?.['pushed']))
  // Every desk sent until it was acknowledged: there is nobody here whom nobody was told of, and nobody twice.
  const strangers = people.filter(({ id }) => !acknowledged.has(String(id))).length
  return { acknowledged: acknowledged.size, lost, doubled: strangers + gaps + people.length - here.size }
}

async function run({ scale, progress }: Trial): Promise<readonly Kept[]> {
  const binaries = debianPostgres()
  if (binaries === null) throw new Error(INSTALL_POSTGRES)
  let [tried, lost, doubled] = [0, 0, 0]
  const keys = scratch('hims-failover-key')
  const ground = await groundOf(binaries, (address) => filled(address, join(keys, 'hims.key')))
  try {
    for (let round = 0; round < scale; round++) {
      const pair = await standbyPair(binaries, ground.data)
      try {
        const fallen = await fall(pair, ground.kept, round % 2 === 1)
        tried += fallen.acknowledged
        lost += fallen.lost
        doubled += fallen.doubled
      } finally {
        await pair.end()
      }
      progress(round + 1, scale)
    }
  } finally {
    ground.remove()
    rmSync(keys, { recursive: true, force: true })
  }
  return [
    { promise: `what was acknowledged outlives the primary, killed ${scale} times`, tried, broken: lost },
    { promise: 'what was sent again is there once', tried, broken: doubled },
  ]
}

export const failover: Proof = {
  title: 'PostgreSQL primary killed under load, its standby promoted; a round each',
  usual: 2,
  run,
}
