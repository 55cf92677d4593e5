import type { StoreRescue } from '../../../contract/shell.ts'
import { databaseFile } from '../database.ts'
import type { Database } from '../database.ts'
import { openCipher } from '../open-cipher.ts'
import { migrate } from '../migrate.ts'
import { rescueTable } from '../rescue-table.ts'
import { successor } from '../successor.ts'
import { ownData } from './own-data.ts'
import type { OwnData } from './own-data.ts'
import { pageSource } from './page-source.ts'

export interface RescueWorld {
  readonly folder: string
  readonly key: Uint8Array
  readonly now: Date
}

/**
 * Carries what only this terminal knows into a new database and sets the damaged one aside under its time, never deleting
 * it. Null when not one page answers to the key: then it may be the key that is wrong, and nothing is touched.
 */
export function rescue({ folder, key, now }: RescueWorld): StoreRescue | null {
  const source = pageSource(databaseFile(folder), key)
  if (source === null) return null
  const data = ownData(source)
  const at = now.toISOString()
  const next = successor(folder, 'aside', at.replaceAll(/[:.]/g, ''))
  const database = openCipher(next.draft, key)
  try {
    database.pragma('journal_mode = OFF')
    const done = database.transaction(() => carry(database, data, at))
    migrate(database)
    const report = done()
    database.close()
    next.appoint()
    return report
  } finally {
    database.close()
  }
}

function carry(database: Database, data: OwnData, at: string): StoreRescue {
  const whole = data.lost.length === 0 && !data.tail
  carryDevice(database, data, whole)
  carryOutbox(database, data, whole)
  const audit = database.prepare('INSERT OR IGNORE INTO audit VALUES (?, ?, ?, ?, ?, ?)')
  for (const { rowid, cells } of data.audit) audit.run(rowid, ...cells.slice(1))
  const print = database.prepare(`INSERT OR IGNORE INTO print_job VALUES (${'?, '.repeat(12)}?)`)
  for (const { rowid, cells } of data.prints) print.run(rowid, ...cells.slice(1))
  const deskKey = database.prepare('INSERT OR IGNORE INTO desk_key VALUES (?, ?, ?, ?, ?)')
  for (const { rowid, cells } of data.deskKeys) deskKey.run(rowid, ...cells.slice(1))
  const tries = database.prepare('INSERT OR IGNORE INTO operator_try VALUES (?, ?, ?, ?)')
  for (const { cells } of data.tries) tries.run(...cells)
  if (whole) carryLeases(database, data)
  const report: StoreRescue = {
    at,
    carried: data.outbox.filter(({ cells }) => cells[7] === 'waiting').length,
    lost: [...data.lost],
    tail: data.tail,
  }
  rescueTable(database).note(report)
  return report
}

/** With work missing, rights and leases of the old epoch might be spent twice: a new one begins. HIMS's rows are read anew. */
function carryDevice(database: Database, { device }: OwnData, whole: boolean): void {
  if (device === null) return
  const [, seed, role, language, terminal, epoch, label, facility, code, incarnation, nextN, sentN] = device.cells
  const began = terminal === null || whole ? epoch : epoch + 1
  database
    .prepare(
      `INSERT INTO device (only_row, seed, role, language, terminal, epoch, label, facility, code_hash, incarnation, next_n, sent_n)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(seed, role, language, terminal, began, label, facility, code, incarnation, nextN, sentN)
}

function carryOutbox(database: Database, { device, outbox }: OwnData, whole: boolean): void {
  const insert = database.prepare(`INSERT OR IGNORE INTO outbox (seq, n, mid, kind, title, body, at, state, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  if (whole) {
    for (const { rowid, cells } of outbox) insert.run(rowid, ...cells.slice(1, 9))
    return
  }
  // Under new numbers, but the same ids: HIMS takes none of them twice.
  let next = 1
  for (const { rowid, cells } of outbox) {
    const [, , mid, kind, title, body, at, state, reason] = cells
    if (state === 'acked') continue
    insert.run(rowid, state === 'waiting' ? next++ : null, mid, kind, title, body, at, state, reason)
  }
  if (device !== null) database.prepare('UPDATE device SET sent_n = 0').run()
  if (device !== null) database.prepare('UPDATE device SET next_n = ?').run(next)
}

function carryLeases(database: Database, { tokens, cards }: OwnData): void {
  const token = database.prepare(
    'INSERT OR IGNORE INTO token_block (department, day, low, prefix, high, next) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { cells } of tokens) token.run(...cells)
  const card = database.prepare('INSERT OR IGNORE INTO card_blank (id, body, used, term) VALUES (?, ?, ?, ?)')
  for (const { cells } of cards) card.run(...cells)
}
