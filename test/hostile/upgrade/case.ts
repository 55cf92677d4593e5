import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { z } from 'zod'

import { axiosTransport } from '../../../sync/axios-transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { storeKey } from '../../fake/world.ts'
import { operator } from '../../unit/main-service/fixture.ts'
import { person } from '../../unit/main-service/person.ts'
import { judgeHims, judgeTerminal } from '../kill/judge.ts'
import { asked, ledger, saved } from '../kill/ledger.ts'
import type { Ledger } from '../kill/ledger.ts'
import { oldStore } from '../kill/old-store.ts'
import { found } from '../kill/place.ts'
import { counterAt } from '../restore/counter.ts'
import { serverAt } from '../restore/server.ts'
import { oldHims, ranOld } from './old-tree.ts'

/** What went wrong; nothing when all is well. */
export type Faults = readonly string[]

const letters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))
const namesOf = (tag: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${tag} ${letters(at)}x`)

async function newHims(folder: string) {
  const path = join(folder, 'hims.db')
  const founded = await found(`sqlite:${path}`, { people: 20, desks: 1 })
  const hims = serverAt(path)
  await hims.start()
  const [code = ''] = founded.codes.desk
  return { path, founded, hims, code }
}

const faultsAt = (path: string, book: Ledger, before: ReadonlySet<string>): Faults => {
  const { lost, doubled, wrong } = judgeHims(path, book, before)
  return [...lost.map((each) => `lost: ${each}`), ...doubled.map((each) => `doubled: ${each}`), ...wrong]
}

const OldWork = z.object({ name: z.string(), id: z.string(), visit: z.string().nullable() })

/** The old terminal fills its outbox; it sends it itself, or the version of today opens its store and does. */
export async function oldTerminal(
  tree: string,
  folder: string,
  work: number,
  who: 'itself' | 'today',
): Promise<Faults> {
  const { path, founded, hims, code } = await newHims(folder)
  const desk = join(folder, 'desk')
  mkdirSync(desk)
  const book = ledger()
  const plan = {
    folder: desk,
    base: hims.base(),
    code,
    root: founded.root,
    names: namesOf('Yore', work),
    drains: who === 'itself',
  }
  await ranOld(tree, ['old-terminal.ts', JSON.stringify(plan)], (line) => {
    const { name, id, visit } = OldWork.parse(JSON.parse(line))
    asked(book, { kind: 'person', name })
    saved(book, { kind: 'person', name }, id)
    asked(book, { kind: 'token', person: id, number: '' })
    if (visit !== null) saved(book, { kind: 'token', person: id, number: '' }, visit)
  })
  if (book.people.size !== work) return [`${book.people.size} of ${work} people`]
  if (who === 'today') await drain(desk, { code, root: founded.root, hims })
  await hims.stop()
  const rest = who === 'today' ? judgeTerminal({ folder: desk, key: storeKey, role: 'desk' }, path) : []
  return [...faultsAt(path, book, founded.people), ...rest]
}

interface There {
  readonly code: string
  readonly root: string
  readonly hims: ReturnType<typeof serverAt>
}

async function drain(folder: string, { code, root, hims }: There): Promise<void> {
  const today = counterAt({ folder, role: 'desk', code, root, servers: [hims.transport] })
  await today.open()
  await today.rests()
  await today.close()
}

/** The store of an older schema that was never online, with a full outbox: it needs no history. */
export async function oldSchema(folder: string, work: number): Promise<Faults> {
  const { path, founded, hims, code } = await newHims(folder)
  const desk = join(folder, 'desk')
  mkdirSync(desk)
  const book = ledger()
  for (const { name, id } of oldStore(desk, storeKey, 'Eld', work)) {
    asked(book, { kind: 'person', name })
    saved(book, { kind: 'person', name }, id)
  }
  await drain(desk, { code, root: founded.root, hims })
  await hims.stop()
  return [
    ...faultsAt(path, book, founded.people),
    ...judgeTerminal({ folder: desk, key: storeKey, role: 'desk' }, path),
  ]
}

/** The terminal of today at a HIMS of old: what that cannot take is set aside with its reason, and the rest goes on. */
export async function oldServer(tree: string, folder: string, work: number): Promise<Faults> {
  const database = join(folder, 'old-hims.db')
  const rows = [
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
  ]
  writeFileSync(join(folder, 'rows.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'))
  const command = ['hims/main.ts', '--database', database]
  await ranOld(tree, [...command, 'load', join(folder, 'rows.ndjson')], () => {})
  let code = ''
  await ranOld(tree, [...command, 'enrol', '--role', 'desk', '--label', 'Desk'], (line) => void (code = line.trim()))
  const hims = await oldHims(tree, database)
  const desk = join(folder, 'new-desk')
  mkdirSync(desk)
  const today = counterAt({ folder: desk, role: 'desk', code, root: '', servers: [axiosTransport(hims.base)] })
  const names = namesOf('Morrow', work)
  try {
    await today.open()
    await today.rests()
    const ids: (string | null)[] = []
    for (const name of names) ids.push(await today.register(name))
    if (!(await today.correct(ids[0] ?? '', '9876543210'))) return ['a correction was not saved']
    await today.rests()
    const { refused } = await today.status()
    return [
      ...(refused === 1 ? [] : [`${refused} set aside, not the one correction`]),
      ...(today.faults.length === 0 ? [] : today.faults),
      ...onlyThese(database, names),
    ]
  } finally {
    await today.close()
    await hims.stop()
  }
}

function onlyThese(path: string, names: readonly string[]): Faults {
  const database = new Sqlite(path, { readonly: true })
  try {
    const sql = `SELECT row ->> '$.name.latin' FROM record WHERE name = 'person' ORDER BY 1`
    const there = database.prepare<[], string>(sql).pluck().all()
    const same = there.length === names.length && there.every((name) => names.includes(name))
    return same ? [] : [`${there.length} of ${names.length} people`]
  } finally {
    database.close()
  }
}

/** Fields and words of a version to come are kept by HIMS while a terminal of today corrects the row they stand in. */
export async function fromTheFuture(folder: string, work: number): Promise<Faults> {
  const { path, founded, hims, code } = await newHims(folder)
  const strangers = Array.from({ length: work }, (_, at) => ({
    ...person({ latin: `Hence ${letters(at)}x` }),
    hologram: { shade: 'violet', at },
  }))
  const odd = { ...person({ latin: 'Odd word' }), sex: 'a-word-to-come' }
  const { refused } = await hims.hims().load([...strangers, odd].map((row) => ({ table: 'person', row })))
  const desk = join(folder, 'desk')
  mkdirSync(desk)
  const today = counterAt({ folder: desk, role: 'desk', code, root: founded.root, servers: [hims.transport] })
  await today.open()
  await today.rests()
  let corrected = 0
  for (const [at, { id }] of strangers.entries()) if (await today.correct(id, `98765${10_000 + at}`)) corrected++
  await today.rests()
  await today.close()
  await hims.stop()
  const database = new Sqlite(path, { readonly: true })
  try {
    const sql = `SELECT count(*) FROM record WHERE name = 'person' AND row ->> '$.hologram.shade' = 'violet'
                 AND row ->> '$.phone' LIKE '98765%'`
    const kept = database.prepare<[], number>(sql).pluck().get()
    const oddSql = `SELECT count(*) FROM record WHERE row ->> '$.sex' = 'a-word-to-come'`
    const oddKept = database.prepare<[], number>(oddSql).pluck().get()
    return [
      ...(corrected === work ? [] : [`${corrected} of ${work} corrected`]),
      ...(kept === work ? [] : [`${kept} of ${work} kept what they did not understand`]),
      // HIMS may refuse to load a row whose words it does not know; what it took it keeps.
      ...(oddKept === 1 - refused.length ? [] : ['a word to come was lost']),
    ]
  } finally {
    database.close()
  }
}
