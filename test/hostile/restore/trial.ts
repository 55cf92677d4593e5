import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'

import { judgeHims } from '../kill/judge.ts'
import { newestCursor } from '../../../hims/database/counter.ts'
import type { Hims } from '../../../hims/hims.ts'
import type { Counter } from './counter.ts'
import { comesTrue } from './pace.ts'
import { comes, newOrder, ORDERED, takes } from './ward.ts'
import type { Patient, Ward } from './ward.ts'

export type TrialKind = 'copy' | 'twin' | 'hims' | 'hub'

export interface TrialEnd {
  /** Copies that should have been told so at their first greeting, and those that were. */
  readonly copies: number
  readonly told: number
  /** Units given twice by one right. */
  readonly reused: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly wrong: readonly string[]
}

const some = ({ random }: Ward, most: number): number => 1 + Math.floor(random() * most)

async function work(ward: Ward, patient: Patient, willLast = true): Promise<void> {
  for (let left = some(ward, 3); left > 0; left--) await comes(ward, ward.desk, { willLast })
  for (let left = some(ward, 2); left > 0; left--) await takes(ward, ward.pharmacy, patient, willLast)
}

const rest = ({ desk, pharmacy }: Ward): Promise<unknown> => Promise.all([desk.rests(), pharmacy.rests()])
/** Nothing waits at the hub any more. */
async function drained({ hub }: Ward): Promise<void> {
  if (hub !== null)
    await comesTrue(
      async () => (await hub.hims().inside.hub?.waiting()) === 0,
      () => 'the hub to send all',
    )
}
/** The hub has heard of HIMS how far each terminal is: of what went past it, it cannot tell anybody before. */
async function heard({ hub, hims }: Ward): Promise<void> {
  if (hub === null) return
  const numbers = async ({ inside }: Hims): Promise<string> =>
    JSON.stringify(
      await inside.store
        .selectFrom('terminal')
        .select(['id', 'epoch', 'last_n'])
        .where('role', '<>', 'hub')
        .orderBy('id')
        .execute(),
    )
  hub.hims().inside.hub?.wake()
  await comesTrue(
    async () => (await numbers(hub.hims())) === (await numbers(hims.hims())),
    () => 'the hub to hear',
  )
}
const cut = ({ desk, pharmacy }: Ward, isCut: boolean): void => {
  desk.line.up = !isCut
  pharmacy.line.up = !isCut
}

interface Told {
  copies: number
  told: number
  reused: number
  readonly wrong: string[]
}

/** Both terminals come back as they were some work ago; what was done since is at HIMS, and some is nowhere any more. */
async function copies(ward: Ward, patient: Patient, told: Told): Promise<void> {
  const folders = { desk: join(ward.folder, 'desk-copy'), pharmacy: join(ward.folder, 'pharmacy-copy') }
  ward.desk.copyTo(folders.desk)
  ward.pharmacy.copyTo(folders.pharmacy)
  await work(ward, patient)
  await rest(ward)
  // A terminal that could not reach the hub for a moment has told HIMS past it.
  await drained(ward)
  await heard(ward)
  cut(ward, true)
  await work(ward, patient, false)
  const what = ward.random() < 0.5 ? 'disk' : 'database'
  await ward.desk.putBack(folders.desk, what)
  await ward.pharmacy.putBack(folders.pharmacy, what)
  // Before anybody can be asked: the file beside the database tells.
  if (what === 'database' && (await takes(ward, ward.pharmacy, patient, false))) told.reused++
  // Work goes on at the desk, whoever it is; a whole old disk cannot know that its numbers were given out.
  await comes(ward, ward.desk, { tokens: what === 'database' })
  cut(ward, false)
  for (const counter of [ward.desk, ward.pharmacy]) await fenced(counter, told)
  if (await takes(ward, ward.pharmacy, patient, false)) told.reused++
  await ward.desk.beginAgain()
  await ward.pharmacy.beginAgain()
  await rest(ward)
  if (await takes(ward, ward.pharmacy, patient, false)) told.reused++
}

async function fenced(counter: Counter, told: Told): Promise<void> {
  told.copies++
  if (await counter.isFenced()) told.told++
  else told.wrong.push(`${counter.folder} was not told`)
}

/** Two computers with one disk: one of them is told as soon as both have spoken. */
async function twins(ward: Ward, patient: Patient, told: Told): Promise<void> {
  const which = ward.random() < 0.5 ? 'desk' : 'pharmacy'
  const first = ward[which]
  const folder = join(ward.folder, `${which}-twin-${ward.patients.length}`)
  mkdirSync(folder)
  first.copyTo(folder)
  const second = ward.twin(first, folder)
  const does = async (counter: Counter): Promise<boolean> =>
    which === 'desk' ? comes(ward, counter) : takes(ward, counter, patient)
  if (!(await does(first))) told.wrong.push(`${first.folder} could do nothing`)
  await first.rests()
  await drained(ward)
  await heard(ward)
  await second.open()
  await fenced(second, told)
  if (which === 'pharmacy' && (await takes(ward, second, patient, false))) told.reused++
  if (which === 'desk') await comes(ward, second)
  await second.beginAgain()
  await second.rests()
  await drained(ward)
  await heard(ward)
  // Now it is the first that is no longer the one.
  if (which === 'desk') await comes(ward, first)
  await first.close()
  await first.open()
  await fenced(first, told)
  if (which === 'pharmacy' && (await takes(ward, first, patient, false))) told.reused++
  await first.beginAgain()
  await first.rests()
  await second.close()
  rmSync(folder, { recursive: true, force: true })
}

/** HIMS comes back as it was: numbers and cursors of its terminals are ahead of it. */
async function himsAgain(ward: Ward, patient: Patient, told: Told): Promise<void> {
  const copy = join(ward.folder, 'hims-copy.db')
  await ward.hims.copyTo(copy)
  await rest(ward)
  await work(ward, patient)
  await rest(ward)
  await drained(ward)
  const before = ward.hims.hims().inside.incarnation.name()
  cut(ward, true)
  await work(ward, patient)
  await ward.hims.putBack(copy)
  cut(ward, false)
  told.copies++
  await rest(ward)
  if (ward.hims.hims().inside.incarnation.name() !== before) told.told++
  await work(ward, patient)
  await rest(ward)
}

/** The hospital's own server comes back as it was. */
async function hubAgain(ward: Ward, patient: Patient, told: Told): Promise<void> {
  const { hub } = ward
  if (hub === null) return
  const copy = join(ward.folder, 'hub-copy.db')
  await hub.copyTo(copy)
  await rest(ward)
  await work(ward, patient)
  await rest(ward)
  cut(ward, true)
  await work(ward, patient)
  const before = hub.hims().inside.incarnation.name()
  const came = await newestCursor(hub.hims().inside.store)
  await hub.putBack(copy)
  cut(ward, false)
  const isBehind = cursorIn(copy) < came
  await rest(ward)
  if (isBehind) told.copies++
  if (isBehind && hub.hims().inside.incarnation.name() !== before) told.told++
  await work(ward, patient)
  await rest(ward)
}

function cursorIn(path: string): number {
  const database = new Sqlite(path)
  try {
    const sql = `SELECT value FROM counter WHERE name = 'cursor'`
    return database.prepare<[], number>(sql).pluck().get() ?? 0
  } finally {
    database.close()
  }
}

const trials = { copy: copies, twin: twins, hims: himsAgain, hub: hubAgain }

export async function trial(ward: Ward, kind: TrialKind): Promise<TrialEnd> {
  const told: Told = { copies: 0, told: 0, reused: 0, wrong: [] }
  try {
    const patient = await newOrder(ward)
    await rest(ward)
    // Behind a hub the order is there only once the hub has fetched it: nobody is a twin before something was given.
    await comesTrue(
      () => takes(ward, ward.pharmacy, patient),
      () => 'the order to come',
    )
    await rest(ward)
    await trials[kind](ward, patient, told)
    await drained(ward)
  } catch (fault) {
    told.wrong.push(fault instanceof Error ? fault.message : String(fault))
  }
  const over = ward.patients.filter(({ given }) => given > ORDERED)
  const verdict = judgeHims(ward.hims.path, ward.book, ward.founded.people)
  const faults = [ward.desk, ward.pharmacy].flatMap((counter) => counter.faults)
  return {
    ...told,
    reused: told.reused + over.length,
    lost: verdict.lost,
    doubled: verdict.doubled,
    wrong: [...verdict.wrong, ...told.wrong, ...faults],
  }
}
