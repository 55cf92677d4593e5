import Sqlite from 'better-sqlite3'

import { openStore } from '../../../main/store/store.ts'
import type { Store } from '../../../main/store/store.ts'
import type { Ledger } from './ledger.ts'
import { STOCK } from './place.ts'

export interface Verdict {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Nobody asked for it, or something else is not as it must be. */
  readonly wrong: readonly string[]
}

interface SaidRow {
  readonly kind: string
  readonly verdict: string
  readonly reason: string | null
  readonly name: string | null
  readonly person: string | null
  readonly phone: string | null
}

/** What arrived at HIMS against what was asked for and acknowledged. */
export function judgeHims(path: string, book: Ledger, before: ReadonlySet<string>): Verdict {
  const database = new Sqlite(path, { readonly: true })
  const lost: string[] = []
  const doubled: string[] = []
  const wrong: string[] = []
  try {
    const integrity = database.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') wrong.push(`HIMS: ${String(integrity)}`)
    const said = database
      .prepare<[], SaidRow>(
        `SELECT said ->> '$.body.kind' AS kind, kind AS verdict, reason, said ->> '$.body.person.name.latin' AS name,
              said ->> '$.body.change.personId' AS person, said ->> '$.body.change.set.phone' AS phone FROM mutation`,
      )
      .all()
    for (const { kind, verdict, reason } of said) if (verdict !== 'applied') lost.push(`${kind} refused: ${reason}`)
    once(
      book.people,
      said.flatMap(({ name }) => name ?? []),
      (state) => state === 'saved',
      { lost, doubled, wrong },
    )
    once(
      book.phones,
      said.flatMap(({ phone }) => phone ?? []),
      (state) => state.saved,
      { lost, doubled, wrong },
    )
    const people = database
      .prepare<[], { readonly id: string; readonly name: string }>(
        `SELECT id, row ->> '$.name.latin' AS name FROM record WHERE name = 'person'`,
      )
      .all()
    const own = people.filter(({ id }) => !before.has(id))
    if (own.length !== said.filter(({ kind }) => kind === 'person.registered').length) {
      wrong.push(`${own.length} people of ${said.length} mutations`)
    }
    once(
      book.people,
      own.map(({ name }) => name),
      (state) => state === 'saved',
      { lost, doubled, wrong },
    )
    judgeVisits(database, book, { lost, doubled, wrong })
    judgeMedicines(database, book, { lost, doubled, wrong })
    for (const { terminal, epoch, last, count } of database
      .prepare<
        [],
        {
          terminal: string
          epoch: number
          last: number
          count: number
        }
      >('SELECT terminal, epoch, max(n) AS last, count(*) AS count FROM pushed GROUP BY terminal, epoch')
      .all()) {
      if (last !== count) wrong.push(`${terminal} ${epoch}: ${count} numbers up to ${last}`)
    }
    return { lost, doubled, wrong }
  } finally {
    database.close()
  }
}

interface Open {
  readonly lost: string[]
  readonly doubled: string[]
  readonly wrong: string[]
}

function once<State>(
  asked: ReadonlyMap<string, State>,
  found: readonly string[],
  isSaved: (state: State) => boolean,
  { lost, doubled, wrong }: Open,
): void {
  const seen = new Map<string, number>()
  for (const each of found) seen.set(each, (seen.get(each) ?? 0) + 1)
  for (const [what, count] of seen) {
    if (count > 1) doubled.push(what)
    if (!asked.has(what) && !what.startsWith('Before ')) wrong.push(`nobody asked for ${what}`)
  }
  for (const [what, state] of asked) if (isSaved(state) && !seen.has(what)) lost.push(what)
}

function judgeVisits(database: Sqlite.Database, { visits, tokensAsked }: Ledger, { lost, doubled, wrong }: Open): void {
  const rows = database
    .prepare<[], { readonly id: string; readonly token: string }>(
      `SELECT id, row ->> '$.token' AS token FROM record WHERE name = 'visit'`,
    )
    .all()
  const ids = new Set(rows.map(({ id }) => id))
  for (const visit of visits) if (!ids.has(visit)) lost.push(`visit ${visit}`)
  const tokens = rows.map(({ token }) => token)
  if (new Set(tokens).size !== tokens.length) doubled.push('a token number')
  if (rows.length > tokensAsked) wrong.push(`${rows.length} visits of ${tokensAsked} asked`)
}

function judgeMedicines(database: Sqlite.Database, { units }: Ledger, { lost, doubled, wrong }: Open): void {
  const given = database
    .prepare<[], { readonly prescription: string; readonly units: number }>(
      `SELECT row ->> '$.prescriptionId' AS prescription, sum(row ->> '$.quantity') AS units FROM record
     WHERE name = 'dispense' GROUP BY 1`,
    )
    .all()
  const there = new Map(given.map((row) => [row.prescription, row.units]))
  for (const [prescription, { asked, saved }] of units) {
    const arrived = there.get(prescription) ?? 0
    if (arrived < saved) lost.push(`${saved - arrived} units of ${prescription}`)
    if (arrived > asked) doubled.push(`${arrived - asked} units of ${prescription}`)
  }
  const [stock] = database
    .prepare<[], { readonly units: number }>(
      `SELECT sum(row ->> '$.delta') AS units FROM record WHERE name = 'stock_event'`,
    )
    .all()
  const out = given.reduce((sum, row) => sum + row.units, 0)
  if (stock?.units !== STOCK - out) wrong.push(`stock ${stock?.units} after ${out} of ${STOCK}`)
}

export function peopleAt(path: string): number {
  const database = new Sqlite(path, { readonly: true })
  try {
    const count = database.prepare<[], number>(`SELECT count(*) FROM record WHERE name = 'person'`)
    return count.pluck().get() ?? 0
  } finally {
    database.close()
  }
}

export interface TerminalPlace {
  readonly folder: string
  readonly key: Uint8Array
  readonly role: 'desk' | 'pharmacy'
}

/** A terminal after all has healed: nothing waits, nothing is torn, and what it shows is what HIMS has. */
export function judgeTerminal({ folder, key, role }: TerminalPlace, himsPath: string): readonly string[] {
  const opened = openStore({ folder, key, role, seed: new Uint8Array(32) })
  if (!opened.ok) return [`${folder}: ${opened.problem}`]
  const hims = new Sqlite(himsPath, { readonly: true })
  try {
    const faults = [...standing(opened.value), ...differing(opened.value, hims, role)]
    return faults.map((fault) => `${folder}: ${fault}`)
  } finally {
    hims.close()
    opened.value.close()
  }
}

function standing({ database, audit, outbox, rescue }: Store): readonly string[] {
  const integrity = database.pragma('integrity_check', { simple: true })
  return [
    ...(integrity === 'ok' ? [] : [String(integrity)]),
    ...(audit.firstBroken() === null ? [] : [`audit broken at ${audit.firstBroken() ?? 0}`]),
    ...(outbox.count('waiting') === 0 ? [] : [`${outbox.count('waiting')} wait`]),
    ...outbox.unfinished(9).flatMap(({ kind, reason }) => (reason === null ? [] : [`${kind} was refused: ${reason}`])),
    ...(rescue.recent(new Date()) === null ? [] : ['a kill was taken for damage']),
    ...(database.prepare('SELECT 1 FROM deferred').get() === undefined ? [] : ['a row is still kept aside']),
  ]
}

const sqlOf = (table: string, where: string): string =>
  `SELECT id || ' ' || (${table} ->> '$.name.latin') || ' ' || coalesce(${table} ->> '$.phone', '') FROM ${where} ORDER BY id`

function differing({ database }: Store, hims: Sqlite.Database, role: TerminalPlace['role']): readonly string[] {
  const here = database.prepare<[], string>(sqlOf('body', 'person')).pluck().all()
  const there = hims.prepare<[], string>(sqlOf('row', `record WHERE name = 'person'`)).pluck().all()
  const known = new Set(there)
  const other = here.filter((row) => !known.has(row))
  const sum = database.prepare<[], number>(`SELECT coalesce(sum(delta), 0) FROM stock_event`).pluck().get()
  const stock = hims.prepare<[], number>(`SELECT sum(row ->> '$.delta') FROM record WHERE name = 'stock_event'`)
  return [
    ...(here.length === there.length ? [] : [`${here.length} of ${there.length} people`]),
    ...other.slice(0, 3).map((row) => `only here: ${row}`),
    // Shelves are a pharmacy's matter.
    ...(role === 'desk' || sum === stock.pluck().get() ? [] : [`stock ${sum}`]),
  ]
}
