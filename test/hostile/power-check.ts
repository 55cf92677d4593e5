import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { openOrRescue } from '../../main/store/open-or-rescue.ts'
import { finishRekey, keyFile, nextKeyFile } from '../../main/store/rekey.ts'
import type { Store } from '../../main/store/store.ts'
import { UNITS, oldKey, powerRight, writerKey } from './power-case.ts'
import type { Acknowledged, PowerSession } from './power-case.ts'
import { copyFolder } from './power-session.ts'

/** What is wrong with a terminal that starts on this disk, or null: whatever it had acknowledged must be there. */
export function faultOf(session: PowerSession, folder: string, said: readonly Acknowledged[]): string | null {
  const key = session === 'rekey' ? keyAfter(folder) : writerKey
  const store = openAt(folder, key)
  if (typeof store === 'string') return store
  try {
    return lostIn(store, said) ?? tornIn(store) ?? damageIn(store, session) ?? backupFault(folder, key, said)
  } finally {
    store.close()
  }
}

/** As main does at a start: a rotation that was begun is ended first. */
function keyAfter(folder: string): Uint8Array {
  if (existsSync(nextKeyFile(folder))) return finishRekey({ folder, key: oldKey, next: writerKey })
  return readFileSync(keyFile(folder), 'utf8') === 'next' ? writerKey : oldKey
}

function openAt(folder: string, key: Uint8Array): Store | string {
  const seed = new Uint8Array(32).fill(7)
  const store = openOrRescue({ folder, key, role: 'pharmacy', seed }, () => new Date())
  return store.ok ? store.value : `closed: ${store.problem}`
}

function lostIn({ database, shared, device }: Store, said: readonly Acknowledged[]): string | null {
  const told = new Set(
    database.prepare<[], string>(`SELECT coalesce(body ->> '$.person.id', mid) FROM outbox`).pluck().all(),
  )
  const noted = new Set(database.prepare<[], string>('SELECT subject FROM audit').pluck().all())
  const states = new Map(
    database
      .prepare<[], { n: number; state: string }>('SELECT n, state FROM outbox')
      .all()
      .map(({ n, state }) => [n, state]),
  )
  for (const what of said) {
    switch (what.kind) {
      case 'person':
        if (shared.person.get(what.id) === null) return `person ${what.id} is lost`
        if (!told.has(what.id) || !noted.has(what.id)) return `person ${what.id} lost its outbox or audit entry`
        break
      case 'dispense':
        if (shared.dispense.get(what.id) === null) return `dispense ${what.id} is lost`
        if (!told.has(what.id) || !noted.has(what.id)) return `dispense ${what.id} lost its outbox or audit entry`
        break
      case 'cursor':
        if (device.read().cursor < what.cursor) return `cursor ${what.cursor} fell back to ${device.read().cursor}`
        break
      case 'settled':
        if (states.get(what.n) !== 'acked') return `number ${what.n} is not settled any more`
        break
      case 'opened':
      case 'backup':
      case 'closed':
      case 'finished':
      case 'refused':
        break
    }
  }
  return null
}

/** Each piece of work is there with all it wrote, or not at all. */
function tornIn({ database, shared, device, outbox }: Store): string | null {
  const count = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0
  const people = count(`SELECT count(*) FROM person WHERE version = 0`)
  const registered = count(`SELECT count(*) FROM outbox WHERE kind = 'person.registered'`)
  const notedPeople = count(`SELECT count(*) FROM audit WHERE deed = 'person.registered'`)
  if (people !== registered || people !== notedPeople)
    return `${people} people, ${registered} told, ${notedPeople} noted`
  const given = shared.dispense.count()
  const notedGiven = count(`SELECT count(*) FROM audit WHERE deed = 'medicine.given'`)
  const left = shared.right.get(powerRight.id)?.left ?? UNITS
  if (given !== notedGiven || given !== shared.stock_event.count() || left !== UNITS - given) {
    return `${given} dispenses, ${notedGiven} noted, ${shared.stock_event.count()} from stock, ${left} left`
  }
  const { cursor, nextN } = device.read()
  const pulled = count('SELECT count(*) FROM person WHERE version = 1')
  if (pulled !== cursor) return `cursor ${cursor} over ${pulled} rows`
  const numbers = count('SELECT count(*) FROM outbox')
  if (numbers !== nextN - 1 || count('SELECT coalesce(max(n), 0) FROM outbox') !== nextN - 1) {
    return `${numbers} numbers before ${nextN}`
  }
  return outbox.count('refused') === 0 ? null : 'an entry was refused by nobody'
}

function damageIn({ database, audit, rescue }: Store, session: PowerSession): string | null {
  const check = database.pragma('quick_check', { simple: true })
  if (check !== 'ok') return `quick_check: ${String(check)}`
  if (audit.firstBroken() !== null) return `audit broken at ${audit.firstBroken() ?? 0}`
  const found = rescue.recent(new Date())
  if (found === null) return null
  if (session !== 'rescue') return 'a cut was taken for damage'
  return found.lost.length > 0 || found.tail ? `the rescue lost ${JSON.stringify(found)}` : null
}

/** The last backup that was called done opens, and holds all from before it began. */
function backupFault(folder: string, key: Uint8Array, said: readonly Acknowledged[]): string | null {
  const last = said.findLast((what) => what.kind === 'backup')
  if (last?.kind !== 'backup') return null
  if (!existsSync(join(folder, last.folder))) return 'a backup is gone'
  const copy = `${folder}-backup`
  try {
    copyFolder(join(folder, last.folder), copy)
    const store = openAt(copy, key)
    if (typeof store === 'string') return `backup ${store}`
    const { seq } = store.audit.head()
    const fault = tornIn(store) ?? damageIn(store, 'backup')
    store.close()
    if (fault !== null) return `backup: ${fault}`
    return seq >= last.seq ? null : `backup holds ${seq} of ${last.seq}`
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
